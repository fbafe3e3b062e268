package io.pilotwatch.endtoend.faults;

import static io.pilotwatch.endtoend.faults.SmallWorld.AGENCY;
import static io.pilotwatch.endtoend.faults.SmallWorld.overdueId;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pilotwatch.endtoend.faults.Injected.Poison;
import io.pilotwatch.endtoend.faults.World.Alert;
import io.pilotwatch.endtoend.faults.World.Delivery;
import io.pilotwatch.endtoend.faults.World.Letter;
import io.pilotwatch.endtoend.faults.World.Place;
import io.pilotwatch.endtoend.faults.World.Promise;
import io.pilotwatch.endtoend.faults.World.Received;
import io.pilotwatch.endtoend.faults.World.Shown;
import io.pilotwatch.endtoend.faults.World.Told;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** As {@link CheckerTest}, for alerts, what is told of them, and dead letters. */
class AlertCheckerTest {

    private final SmallWorld small = new SmallWorld();
    private final World world = small.world;

    @Test
    void anAlertThatIsDueAndMissing() {
        world.watch().alerts().removeIf(alert -> alert.pilot().equals("BP-1"));

        found("BP-1", "is due and missing");
        found("BP-1", "is in the topic and not at compliance-alert");
    }

    @Test
    void anAlertThatStoppedAtItsFirstLevel() {
        replaceAlert(SmallWorld.alert("BP-1", 1, "2022-03-01T16:00:00Z"));

        found("BP-1", "is due at level 2 and stands at level 1");
    }

    @Test
    void anAlertThatIsNotDue() {
        var promises = small.book("BP-1").promises();
        promises.set(0, new Promise("m1", LocalDate.of(2023, 3, 1), 1, false, 20));

        found("BP-1", "stands and is not due");
        found("BP-1", "before its day");
    }

    @Test
    void anAlertThatOutlivesItsMilestone() {
        small.book("BP-1").promises().set(0, new Promise("m1", LocalDate.of(2022, 3, 1), 1, true, 20));

        found("BP-1", "stands and is not due");
    }

    @Test
    void anAlertThatIsThereTwice() {
        world.watch().alerts().add(world.watch().alerts().getFirst());

        found("BP-1", "is at compliance-alert more than once");
    }

    @Test
    void anAlertThatWasRaisedTwice() {
        raiseAgain(3);

        found("BP-1", "was raised at level 2 more than once");
    }

    @Test
    void oneRevisionThatWasToldUnderTwoIds() {
        raiseAgain(2);

        found("BP-1", "has revision 2 where 3 belongs");
    }

    @Test
    void anAlertThatWasNeverTold() {
        world.told().removeIf(told -> told.alert() != null && told.pilot().equals("BP-1"));

        found("BP-1", "was never told in the topic");
    }

    @Test
    void anAlertAboutNobody() {
        var alert = SmallWorld.alert("BP-999999", 1, "2022-03-01T16:00:00Z");
        world.watch().alerts().add(alert);
        world.told().add(new Told(small.next(), "x", AlertsCheck.RAISED, "BP-999999", "x", null, alert));

        found("BP-999999", "is about no pilot");
    }

    @Test
    void anAlertThatReportingDoesNotShow() {
        small.story("BP-1").alerts().clear();

        found("BP-1", "reporting shows it as []");
    }

    @Test
    void anAlertThatReportingShowsTwice() {
        small.story("BP-1").alerts().add(new Shown(overdueId("BP-1"), "OPEN"));

        found("BP-1", "reporting shows it as [OPEN, OPEN]");
    }

    @Test
    void whatTheRecountFinds() {
        world.watch().recount().add("BP-1: one too many");

        found("BP-1", "recount");
    }

    @Test
    void aDeliveryThatWasNeverPlanned() {
        world.watch().deliveries().removeFirst();

        found("BP-1", "revision 1 has 0 deliveries");
    }

    @Test
    void aDeliveryThatWasPlannedTwice() {
        var first = world.watch().deliveries().getFirst();
        world.watch().deliveries().add(new Delivery("another", first.about(), "RAISED", "DELIVERED"));

        found("BP-1", "revision 1 has 2 deliveries");
    }

    @Test
    void aDeliveryThatNobodyTook() {
        var id = world.watch().deliveries().getFirst().deliveryId();
        world.watch().received().removeIf(one -> one.id().equals(id) && one.taken());

        found("BP-1", "the receiver never took it");
    }

    @Test
    void aDeliveryThatWasGivenUp() {
        var first = world.watch().deliveries().getFirst();
        world.watch().deliveries().set(0, new Delivery(first.deliveryId(), first.about(), "RAISED", "GIVEN_UP"));

        found("BP-1", "is GIVEN_UP, and the receiver took it");
    }

    @Test
    void aDeliveryThatCameUnderAnotherId() {
        var first = world.watch().received().getFirst();
        world.watch().received().add(new Received("another", first.type(), first.about(), first.hash(), true, true));

        found("BP-1", "came under several ids");
        found("another", "no delivery of its own");
    }

    @Test
    void aDeliveryWithTwoBodies() {
        var first = world.watch().received().getFirst();
        world.watch().received().add(new Received(first.id(), first.type(), first.about(), "other", true, true));

        found("BP-1", "two bodies under one id");
    }

    @Test
    void aDeliveryWithoutAGoodSignature() {
        var first = world.watch().received().getFirst();
        world.watch().received().add(new Received(first.id(), first.type(), first.about(), first.hash(), false, true));

        found("BP-1", "without a good signature");
    }

    @Test
    void whoeverDidNotSubscribeNeedNotBeTold() {
        var told = world.told().get(small.toldOfAlert(overdueId("BP-1")));
        assertEquals(List.of(AGENCY), told.alert().agencies());
        var others = new Alert(
                "BP-1.PILOT_STALE.pilot.1",
                "BP-1",
                "PILOT_STALE",
                "pilot",
                1,
                1,
                "OPEN",
                Instant.parse("2022-03-07T16:00:00Z"),
                false,
                List.of("another"));
        world.watch().alerts().add(others);
        small.story("BP-1").alerts().add(new Shown(others.alertId(), "OPEN"));
        small.tell("BP-1", "stale", AlertsCheck.RAISED, null, others);

        assertEquals(List.of(), small.findings());
    }

    @Test
    void poisonThatIsNotAtTheDesk() {
        world.letters().desks().clear();

        found("reporting", "unreadable is at the desk 0 times");
    }

    @Test
    void poisonThatIsAtTheDeskTwice() {
        world.letters().desks().add(world.letters().desks().getFirst());

        found("reporting", "unreadable is at the desk 2 times");
    }

    @Test
    void poisonThatWasNotSentOn() {
        world.letters().sent().clear();

        found("reporting", "was not put into the dead-letter topic");
    }

    @Test
    void poisonWithoutItsReason() {
        world.letters().desks().set(0, new Letter("reporting", SmallWorld.POISON, "null"));

        found("reporting", "should say “Unexpected” and says “null”");
    }

    @Test
    void poisonThatOneServiceTookForGood() {
        injected(Map.of("reporting", "Unexpected", "intake", "Unexpected"));

        found("intake", "unreadable is at the desk 0 times");
    }

    @Test
    void aDeadLetterThatNobodyPutThere() {
        var place = new Place("pilotwatch.milestones.v1", 3, 7);
        world.letters().desks().add(new Letter("intake", place, "no such pilot"));
        world.letters().sent().add(new Letter("intake", place, "no such pilot"));

        found("intake", "a dead letter that nobody put there");
        found("intake", "a record in the dead-letter topic that nobody put there");
    }

    private void injected(Map<String, String> givenUpBy) {
        small.injected.poison().set(0, new Poison("unreadable", SmallWorld.POISON, "p", givenUpBy));
    }

    private void replaceAlert(Alert alert) {
        world.watch().alerts().replaceAll(one -> one.alertId().equals(alert.alertId()) ? alert : one);
    }

    /** BP-1's alert at the level at which it stands. */
    private void raiseAgain(long revision) {
        var alert = new Alert(
                overdueId("BP-1"),
                "BP-1",
                "MILESTONE_OVERDUE",
                "m1",
                revision,
                2,
                "OPEN",
                Instant.parse("2022-03-07T16:00:00Z"),
                false,
                List.of("another"));
        replaceAlert(alert);
        small.tell("BP-1", "again", AlertsCheck.RAISED, null, alert);
    }

    private void found(String whom, String what) {
        var findings = small.findings();
        assertTrue(
                findings.stream().anyMatch(f -> f.contains(whom) && f.contains(what)),
                () -> "not found: " + what + " in " + findings);
    }
}
