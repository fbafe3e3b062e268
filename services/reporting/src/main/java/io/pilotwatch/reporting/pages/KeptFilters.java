package io.pilotwatch.reporting.pages;

import io.pilotwatch.platform.Callers;
import io.pilotwatch.reporting.savedview.SavedView;
import io.pilotwatch.reporting.savedview.SavedViewDesk;
import io.pilotwatch.reporting.savedview.SavedViewResource.Wanted;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** The reader's saved views, and those that are shared. */
@ApplicationScoped
class KeptFilters {

    private static final String LIST = "/reporting/pilots";
    private static final UUID BEGINNING = new UUID(0, 0);
    /** One's own are fewer, and of the shared ones nobody reads more. */
    private static final int MOST = 100;

    /**
     * A saved view.
     *
     * @param address of the list as it is filtered
     * @param own whether it is the reader's
     */
    record View(UUID id, String name, String address, boolean own, boolean shared) {}

    private final SavedViewDesk desk;
    private final Callers callers;

    KeptFilters(SavedViewDesk desk, Callers callers) {
        this.desk = desk;
        this.callers = callers;
    }

    List<View> views() {
        var caller = callers.current();
        return desk.list(caller, BEGINNING, MOST).stream()
                .map(v -> new View(v.viewId(), v.name(), address(v), v.account().equals(caller.name()), v.shared()))
                .toList();
    }

    /** Saves one, and says where it shows. */
    String save(Wanted wanted) {
        var view = desk.save(callers.current(), wanted.name().strip(), wanted.forEveryone(), wanted.filter());
        var address = address(view);
        return address + (address.contains("?") ? "&" : "?") + "done=saved";
    }

    /** Deletes one, and says where one sees that. */
    String delete(UUID id) {
        desk.delete(callers.current(), id, revision -> {});
        return LIST + "?done=deleted";
    }

    private static String address(SavedView view) {
        var given = view.filter().given();
        return given.isEmpty()
                ? LIST
                : given.entrySet().stream()
                        .map(p -> p.getKey() + "=" + URLEncoder.encode(p.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&", LIST + "?", ""));
    }
}
