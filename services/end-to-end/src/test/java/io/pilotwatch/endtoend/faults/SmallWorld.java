package io.pilotwatch.endtoend.faults;

import io.pilotwatch.endtoend.faults.Injected.Poison;
import io.pilotwatch.endtoend.faults.World.About;
import io.pilotwatch.endtoend.faults.World.Alert;
import io.pilotwatch.endtoend.faults.World.Book;
import io.pilotwatch.endtoend.faults.World.Delivery;
import io.pilotwatch.endtoend.faults.World.Happening;
import io.pilotwatch.endtoend.faults.World.Letter;
import io.pilotwatch.endtoend.faults.World.Letters;
import io.pilotwatch.endtoend.faults.World.Place;
import io.pilotwatch.endtoend.faults.World.Promise;
import io.pilotwatch.endtoend.faults.World.Received;
import io.pilotwatch.endtoend.faults.World.Shown;
import io.pilotwatch.endtoend.faults.World.Story;
import io.pilotwatch.endtoend.faults.World.Told;
import io.pilotwatch.endtoend.faults.World.Update;
import io.pilotwatch.endtoend.faults.World.Watch;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A world made by hand in which nothing is wrong: BP-1 with two updates and a refused one, BP-2 with one, each with a
 * milestone that is nine days overdue, of which its lead was told twice; and one record that nobody can read. Its lists may
 * be changed.
 */
final class SmallWorld {

    static final String AGENCY = "sta";
    static final Place POISON = new Place("pilotwatch.milestones.v1", 0, 99);

    private static final LocalDate DUE = LocalDate.of(2022, 3, 1);
    private static final Instant NOW = Instant.parse("2022-03-10T01:00:00Z");

    final List<Posted> posted = new ArrayList<>();
    final Injected injected = Injected.nothing();
    final World world = new World(
            NOW,
            new TreeMap<>(),
            new ArrayList<>(),
            new TreeMap<>(),
            new Watch(new ArrayList<>(), new ArrayList<>(), Set.of(AGENCY), new ArrayList<>(), new ArrayList<>()),
            new Letters(new ArrayList<>(), new ArrayList<>()),
            new ArrayList<>());

    private long offset;

    SmallWorld() {
        pilot("BP-1");
        pilot("BP-2");
        accepted("BP-1", 2, 10);
        posted.add(new Posted("BP-1", "m1", "key", 101, "refused", 400, "{}", 1));
        accepted("BP-1", 3, 20);
        accepted("BP-2", 2, 50);
        overdue("BP-1");
        overdue("BP-2");
        injected.poison().add(new Poison("unreadable", POISON, "p", Map.of("reporting", "Unexpected")));
        world.told().add(new Told(POISON, "p", "io.pilotwatch.milestone.updated.v1", "BP-1", "x", null, null));
        var letter = new Letter("reporting", POISON, "Unexpected end-of-input");
        world.letters().desks().add(letter);
        world.letters().sent().add(letter);
    }

    /** What the checker finds, a sentence each. */
    List<String> findings() {
        return Checker.judge(world, posted, injected).wrong();
    }

    Book book(String pilot) {
        return world.books().get(pilot);
    }

    Story story(String pilot) {
        return world.stories().get(pilot);
    }

    /** The record that tells of an update. */
    int toldOf(String note) {
        for (int i = 0; i < world.told().size(); i++) {
            var update = world.told().get(i).update();
            if (update != null && update.note().equals(note)) {
                return i;
            }
        }
        throw new IllegalArgumentException(note);
    }

    /** The last record that tells of an alert. */
    int toldOfAlert(String alertId) {
        for (int i = world.told().size() - 1; i >= 0; i--) {
            var alert = world.told().get(i).alert();
            if (alert != null && alert.alertId().equals(alertId)) {
                return i;
            }
        }
        throw new IllegalArgumentException(alertId);
    }

    static String note(String pilot, int revision) {
        return pilot + " at " + revision;
    }

    static String overdueId(String pilot) {
        return pilot + ".MILESTONE_OVERDUE.m1.1";
    }

    private void pilot(String pilot) {
        world.books().put(pilot, new Book(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), null));
        world.stories().put(pilot, new Story(new ArrayList<>(), new HashMap<>(), new ArrayList<>()));
        tell(pilot, pilot + " approved", AlertsCheck.APPROVED, null, null);
    }

    private void accepted(String pilot, long revision, int percent) {
        var note = note(pilot, (int) revision);
        var update = new Update(pilot, "m1", "id of " + note, revision, percent, note);
        posted.add(new Posted(
                pilot, "m1", note, percent, note, 201, "{\"updateId\": \"%s\"}".formatted(update.updateId()), 1));
        book(pilot).updates().add(update);
        book(pilot).receipted().add(update.updateId());
        book(pilot).promises().clear();
        book(pilot).promises().add(new Promise("m1", DUE, 1, false, percent));
        story(pilot).percents().put("m1", percent);
        tell(pilot, note, "io.pilotwatch.milestone.updated.v1", update, null);
    }

    /** Raised on the first and on the seventh day after the due day, and told each time. */
    private void overdue(String pilot) {
        var first = alert(pilot, 1, "2022-03-01T16:00:00Z");
        var second = alert(pilot, 2, "2022-03-07T16:00:00Z");
        for (var alert : List.of(first, second)) {
            var about = new About(AGENCY, alert.alertId(), alert.revision());
            var id = pilot + " level " + alert.level();
            tell(pilot, id, AlertsCheck.RAISED, null, alert);
            world.watch()
                    .deliveries()
                    .add(new Delivery(id, about, alert.level() == 1 ? "RAISED" : "LEVEL_RAISED", "DELIVERED"));
            world.watch().received().add(new Received(id, "alert.raised", about, id, true, false));
            world.watch().received().add(new Received(id, "alert.raised", about, id, true, true));
        }
        world.watch().alerts().add(second);
        story(pilot).alerts().add(new Shown(second.alertId(), "OPEN"));
    }

    static Alert alert(String pilot, int level, String raisedAt) {
        return new Alert(
                overdueId(pilot),
                pilot,
                "MILESTONE_OVERDUE",
                "m1",
                level,
                level,
                "OPEN",
                Instant.parse(raisedAt),
                false,
                List.of(AGENCY));
    }

    /** An event that reporting has heard of, too. */
    void tell(String pilot, String id, String type, Update update, Alert alert) {
        world.told().add(new Told(next(), id, type, pilot, "hash of " + id, update, alert));
        story(pilot).timeline().add(new Happening(id, type));
    }

    Place next() {
        return new Place("pilotwatch.topic.v1", 0, offset++);
    }
}
