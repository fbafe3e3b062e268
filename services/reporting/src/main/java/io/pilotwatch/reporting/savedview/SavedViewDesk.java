package io.pilotwatch.reporting.savedview;

import io.pilotwatch.contracts.Programme;
import io.pilotwatch.contracts.Text;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.Ids;
import io.pilotwatch.platform.Problem;
import io.pilotwatch.reporting.Filters;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.LongConsumer;

/** Who saves, sees and changes which view. Changes run inside the caller's transaction. */
@ApplicationScoped
public class SavedViewDesk {

    /** How many views an account keeps. */
    static final int MOST = 50;

    private final SavedViewRows rows;
    private final Programme programme;
    private final Ids ids;

    SavedViewDesk(SavedViewRows rows, Programme programme, Ids ids) {
        this.rows = rows;
        this.programme = programme;
        this.ids = ids;
    }

    /** The caller's and the shared ones, oldest first, after the given one. */
    public List<SavedView> list(Caller caller, UUID after, int limit) {
        return rows.visible(caller.name(), after, limit);
    }

    /** One that the caller sees. 404 for any other. */
    public SavedView look(Caller caller, UUID id) {
        return rows.find(id)
                .filter(view -> view.shared() || view.account().equals(caller.name()))
                .orElseThrow(() -> Problem.notFound(id.toString()));
    }

    /** Saves one more. */
    public SavedView save(Caller caller, String name, boolean shared, Filters filter) {
        check(caller, shared, filter);
        var own = rows.lock(caller.name());
        if (own.size() >= MOST) {
            throw Problem.of(SavedViewRefusal.TOO_MANY_VIEWS);
        }
        var view = new SavedView(ids.next(), 1, caller.name(), name, shared, filter);
        checkName(view, own);
        rows.save(view);
        return view;
    }

    /** @param condition refuses another revision than the caller means */
    SavedView change(Caller caller, UUID id, String name, boolean shared, Filters filter, LongConsumer condition) {
        check(caller, shared, filter);
        var all = rows.lock(caller.name());
        var own = own(caller, id);
        condition.accept(own.revision());
        var changed = own.changed(name, shared, filter);
        checkName(changed, all);
        rows.save(changed);
        return changed;
    }

    /** @param condition as above */
    public void delete(Caller caller, UUID id, LongConsumer condition) {
        rows.lock(caller.name());
        condition.accept(own(caller, id).revision());
        rows.delete(id);
    }

    /** One of the caller's own; the caller's views are locked. */
    private SavedView own(Caller caller, UUID id) {
        var view = look(caller, id);
        if (!view.account().equals(caller.name())) {
            throw new Problem(403, "FOREIGN_VIEW", new Text("该视图属于其他账号。", "The view belongs to another account."));
        }
        return view;
    }

    private void check(Caller caller, boolean shared, Filters filter) {
        if (shared && !caller.is(Caller.PROGRAMME_OFFICE)) {
            throw new Problem(
                    403,
                    "SHARING_NOT_ALLOWED",
                    new Text("仅主管办公室可以共享视图。", "Only the programme office shares views with everyone."));
        }
        filter.search(programme);
    }

    private static void checkName(SavedView view, List<SavedView> own) {
        boolean taken = own.stream()
                .anyMatch(other ->
                        other.name().equals(view.name()) && !other.viewId().equals(view.viewId()));
        if (taken) {
            throw Problem.of(SavedViewRefusal.NAME_TAKEN);
        }
    }
}
