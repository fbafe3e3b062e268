package io.pilotwatch.local.replay;

import com.fasterxml.jackson.databind.JsonNode;
import io.pilotwatch.local.Addresses;
import io.pilotwatch.local.App;
import io.pilotwatch.local.replay.Script.Pilot;
import io.pilotwatch.local.replay.Script.Planned;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Fills a running platform with the demonstration's pilots and lives the programme through, day by day, by public
 * addresses only. Each morning the clocks step and what fell due raises its alert; at ten people act; the next day begins
 * when what they said has been handled, so the story is the same in every run with the same seed.
 *
 * <p>Only the synthetic units act. Nobody invents what the real ones did.
 */
public final class Replay implements AutoCloseable {

    private static final LocalDate LAST_DAY = LocalDate.of(2024, 1, 5);
    private static final LocalTime OFFICE_HOUR = LocalTime.of(10, 0);
    private static final LocalTime CLOSING_HOUR = LocalTime.of(18, 0);
    private static final int AT_ONCE = 6;
    private static final Pattern GIVEN_ID = Pattern.compile("\\{(\\w+) in ([^{}]*)}");

    private final Addresses addresses;
    private final long seed;
    private final AtOnce atOnce = AtOnce.with(AT_ONCE);
    private final Client client;
    private final Clocks clocks;
    private final MonthEnds monthEnds;
    private int done;

    /** A replay over a platform that is ready; {@code monthEnds} is a folder for what it showed at each month's end. */
    public Replay(Addresses addresses, long seed, Path monthEnds) {
        this.addresses = addresses;
        this.seed = seed;
        this.client = new Client(addresses.tokens());
        this.clocks = new Clocks(client, addresses.management(), atOnce);
        this.monthEnds = new MonthEnds(monthEnds);
    }

    /** Imports both lists; what is there already stays as it is. */
    public void importPilots() {
        new Import(client, addresses).run();
        clocks.settle(App.INTAKE, App.MILESTONE, App.COMPLIANCE_ALERT, App.REPORTING);
    }

    /** Lives the programme through, from where the clocks stand; {@code until} is the last day, empty for the whole. */
    public void run(Optional<LocalDate> until) {
        if (!clocks.areStepped()) {
            System.out.println("           The clock is the system's, so nothing is replayed.");
            return;
        }
        var file = client.get("office", at("/intake/api/v1/programme"));
        var zone = ZoneId.of(file.path("zone").asText());
        var programme = programme(file);
        var last = until.filter(programme.end()::isAfter).orElse(programme.end());
        var end = last.atTime(CLOSING_HOUR).atZone(zone).toInstant();
        if (!clocks.earliest().isBefore(end)) {
            System.out.println("           The programme has been replayed up to there already.");
            return;
        }
        var from = clocks.earliest().atZone(zone).toLocalDate();
        var days = Script.of(seed, programme, pilots()).stream()
                .filter(act -> !act.day().isBefore(from))
                .collect(Collectors.groupingBy(Act::day, TreeMap::new, Collectors.toList()));
        var bar = new ProgressBar(programme.start(), programme.end());
        for (var day = from; !day.isAfter(last); day = day.plusDays(1)) {
            live(day, zone, days.getOrDefault(day, List.of()));
            bar.show(day, done);
            if (day.equals(last)) {
                clocks.stepTo(end);
            }
            keepIfMonthEnds(day);
        }
    }

    /** Once all that was said by now has been handled. */
    private void keepIfMonthEnds(LocalDate day) {
        if (!MonthEnds.is(day)) {
            return;
        }
        settle();
        clocks.settle(App.REPORTING);
        monthEnds.keep(day, portfolio());
    }

    private JsonNode portfolio() {
        return client.get("office", at("/reporting/api/v1/portfolio"));
    }

    /**
     * How it all stands once everything that was said has been handled, in words for a terminal.
     *
     * @param whole with what each pilot handed in, for which each of them is asked
     * @param address where the lists of names are
     */
    public String ending(boolean whole, String address) {
        settle();
        clocks.settle(App.REPORTING);
        var portfolio = Ending.of(portfolio());
        return portfolio + (whole ? Ending.of(figures()) : "") + Ending.links(address);
    }

    private Figures figures() {
        var found = new ConcurrentLinkedQueue<Figures>();
        atOnce.run(pilots().stream()
                .<Runnable>map(pilot -> () -> found.add(figures(pilot)))
                .toList());
        return found.stream().reduce(Figures.NONE, Figures.SUM);
    }

    private Figures figures(Pilot pilot) {
        var path = "/milestone/api/v1/pilots/" + pilot.pilotId();
        return Figures.of(
                client.get("office", at(path + "/reports?limit=100")), client.get("office", at(path + "/ledger")));
    }

    private void live(LocalDate day, ZoneId zone, List<Act> acts) {
        clocks.stepTo(day.atStartOfDay(zone).toInstant());
        if (acts.isEmpty()) {
            return;
        }
        clocks.stepTo(day.atTime(OFFICE_HOUR).atZone(zone).toInstant());
        atOnce.run(inOrderPerTeam(acts).stream()
                .<Runnable>map(own -> () -> own.forEach(this::perform))
                .toList());
        done += acts.size();
        settle();
    }

    /** What a team hands in, or a regulator orders, moves the register, and all follow the register. */
    private void settle() {
        clocks.settle(App.MILESTONE, App.COMPLIANCE_ALERT, App.INTAKE, App.MILESTONE, App.COMPLIANCE_ALERT);
    }

    private static Collection<List<Act>> inOrderPerTeam(List<Act> acts) {
        return acts.stream()
                .collect(Collectors.groupingBy(Act::team, LinkedHashMap::new, Collectors.toList()))
                .values();
    }

    private void perform(Act act) {
        var address = at(withIds(act.path(), act.team()));
        if (act.evidence() == null) {
            client.post(act.user(), address, act.key(), act.body());
        } else {
            client.postForm(act.user(), address, act.key(), act.evidence().with(act.body()));
        }
    }

    /** Looked up anew each time: a replay that is taken up remembers nothing. */
    private String withIds(String path, String team) {
        var found = GIVEN_ID.matcher(path);
        if (!found.find()) {
            return path;
        }
        var id = client.get(team, at(found.group(2))).findPath(found.group(1)).asText();
        return withIds(found.replaceFirst(id), team);
    }

    private static Script.Programme programme(JsonNode file) {
        return new Script.Programme(
                LocalDate.parse(file.path("start").asText()),
                LAST_DAY,
                LocalDate.parse(file.path("deadline").asText()),
                each(file.path("template"), Replay::planned));
    }

    private static Planned planned(JsonNode milestone) {
        var title = milestone.path("title");
        return new Planned(
                milestone.path("id").asText(),
                Map.of("zh", title.path("zh").asText(), "en", title.path("en").asText()),
                LocalDate.parse(milestone.path("due").asText()),
                milestone.path("weight").asInt(),
                milestone.path("critical").asBoolean());
    }

    private List<Pilot> pilots() {
        var pilots = new ArrayList<Pilot>();
        var next = "/intake/api/v1/pilots?synthetic=true&limit=200";
        while (next != null) {
            var page = client.get("office", at(next));
            pilots.addAll(each(page.path("items"), Replay::pilot));
            next = page.path("next").isTextual() ? page.path("next").asText() : null;
        }
        return pilots;
    }

    private static Pilot pilot(JsonNode pilot) {
        var field = pilot.path("fields").path(0).path("code").asText();
        return new Pilot(
                pilot.path("pilotId").asText(),
                pilot.path("number").asInt(),
                pilot.path("organisation").asText(),
                "regulator-" + field);
    }

    private static <T> List<T> each(JsonNode array, Function<JsonNode, T> read) {
        return StreamSupport.stream(array.spliterator(), false).map(read).toList();
    }

    private URI at(String path) {
        return addresses.gateway().resolve(path);
    }

    @Override
    public void close() {
        atOnce.close();
    }
}
