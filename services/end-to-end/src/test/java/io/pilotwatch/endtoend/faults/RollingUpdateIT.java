package io.pilotwatch.endtoend.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Milestone is replaced, one replica after the other, by its next version ({@code services/end-to-end/next}), which has added a
 * column, an optional field of an event and an event of a new version; and then by this one again. Teams report meanwhile.
 */
@Order(12)
@ExtendWith(SharedFleet.class)
class RollingUpdateIT {

    private static final Duration PACE = Duration.ofMillis(20);
    private static final int SOME = 150;

    /** What a request may meet: it is done, it is refused and may be repeated, or nobody was there to take it; none is cut. */
    private static final Set<String> WHOLE = Set.of("201", "503 STOPPING", Steady.NOBODY);

    /** The same command with the next version's folder in place of this one's. */
    private static final List<String> NEXT = List.of(
            "bash", "-c", "exec \"${@/services\\/milestone\\/target/services\\/end-to-end\\/next\\/target}\"", "-");

    @Test
    void twoVersionsWorkSideBySideAndNoRequestIsCutOrLost(SharedFleet.Ready ready) throws Exception {
        var fleet = ready.fleet();
        var milestones = fleet.replicas().stream()
                .filter(replica -> replica.app().folder().equals("milestone"))
                .toList();
        try (var load = new Steady(ready, PACE)) {
            load.awaitMore(SOME);
            for (var replica : milestones) {
                replaced(fleet, replica, NEXT, load);
            }
            for (var replica : milestones) {
                replaced(fleet, replica, List.of(), load);
            }

            var said = load.end();
            fleet.awaitSettled();
            var others = new TreeSet<>(load.told().keySet());
            others.removeAll(WHOLE);
            assertEquals(Set.of(), others, () -> load.told().toString());
            assertTrue(
                    load.told().containsKey("503 STOPPING"), () -> load.told().toString());
            var heard = new Heard(fleet);
            assertEquals(said, heard.updates(said));
            theNextVersionWasThere(heard);
        }
    }

    /** They change the same schema, each as if it were the first. */
    @Test
    void twoOfTheNextVersionStartedAtOnceBothStart(SharedFleet.Ready ready) throws Exception {
        var fleet = ready.fleet();
        var milestones = fleet.replicas().stream()
                .filter(replica -> replica.app().folder().equals("milestone"))
                .toList();
        milestones.forEach(Replica::stop);
        for (var replica : milestones) {
            replica.start(NEXT);
        }
        fleet.awaitWhole();
        milestones.forEach(Replica::stop);
        for (var replica : milestones) {
            fleet.start(replica);
        }
        fleet.awaitWhole();
    }

    private static void replaced(Fleet fleet, Replica replica, List<String> by, Steady load) throws IOException {
        replica.stop();
        replica.start(by);
        fleet.awaitWhole();
        load.awaitMore(SOME);
    }

    private static void theNextVersionWasThere(Heard heard) throws Exception {
        var added = heard.texts(
                "reporting",
                "select payload ->> 'channel' from journal where type = 'io.pilotwatch.milestone.updated.v1'"
                        + " and payload ->> 'channel' is not null");
        assertTrue(added.size() >= SOME, "the journal keeps the field that it does not know: " + added.size());
        assertEquals(Set.of("next"), Set.copyOf(added));
        assertEquals(
                List.of(Integer.toString(added.size())),
                heard.texts(
                        "reporting",
                        "select count(*) from newer_event where event_type = 'io.pilotwatch.milestone.updated.v2'"),
                "what is not known yet is kept");
        assertEquals(
                List.of(),
                heard.texts("reporting", "select reason from dead_letter"),
                "none of it was taken for an unreadable one");
        assertTrue(
                heard.texts("milestone", "select channel from milestone where channel is not null")
                                .size()
                        > 0,
                "it wrote its own column");
    }
}
