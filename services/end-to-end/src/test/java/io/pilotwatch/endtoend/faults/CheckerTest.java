package io.pilotwatch.endtoend.faults;

import static io.pilotwatch.endtoend.faults.SmallWorld.note;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pilotwatch.endtoend.faults.World.Book;
import io.pilotwatch.endtoend.faults.World.Happening;
import io.pilotwatch.endtoend.faults.World.Told;
import io.pilotwatch.endtoend.faults.World.Update;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The checker is able to fail: each kind of defect, put into a world in which nothing is wrong, is found and named. */
class CheckerTest {

    private final SmallWorld small = new SmallWorld();
    private final World world = small.world;

    @Test
    void whereNothingIsWrongNothingIsFound() {
        assertEquals(List.of(), small.findings());
    }

    @Test
    void anUpdateThatMilestoneLost() {
        small.book("BP-1").updates().removeFirst();

        found("BP-1", "was accepted and is not in milestone's history");
    }

    @Test
    void anUpdateThatWasNeverTold() {
        world.told().remove(small.toldOf(note("BP-2", 2)));

        found("BP-2", "was accepted and is not in the topic");
    }

    @Test
    void anUpdateThatWasDoneTwice() {
        small.book("BP-1").updates().add(update("another id", 4, note("BP-1", 3)));

        found("BP-1", "is in milestone's history more than once");
    }

    @Test
    void anUpdateThatWasToldTwiceUnderTwoIds() {
        small.tell(
                "BP-1",
                "another",
                "io.pilotwatch.milestone.updated.v1",
                update("another id", 4, note("BP-1", 3)),
                null);

        found("BP-1", "is in the topic more than once");
    }

    @Test
    void anUpdateThatWasToldTwiceUnderOneIdIsFine() {
        var again = world.told().get(small.toldOf(note("BP-1", 2)));
        world.told()
                .add(new Told(
                        small.next(), again.id(), again.type(), again.pilot(), again.hash(), again.update(), null));

        assertEquals(List.of(), small.findings());
    }

    @Test
    void twoEventsUnderOneId() {
        var first = world.told().get(small.toldOf(note("BP-1", 2)));
        world.told().add(new Told(small.next(), first.id(), first.type(), "BP-1", "other words", null, null));

        found("BP-1", "two events under the id");
    }

    @Test
    void updatesStoredInAnotherOrder() {
        Collections.swap(small.book("BP-1").updates(), 0, 1);

        found("BP-1", "in another order in milestone's history");
    }

    @Test
    void updatesToldInAnotherOrder() {
        Collections.swap(world.told(), small.toldOf(note("BP-1", 2)), small.toldOf(note("BP-1", 3)));

        found("BP-1", "in another order in the topic");
        found("BP-1", "revision 2 comes after revision 3 in the topic");
    }

    @Test
    void updatesInAnotherOrderInTheTimeline() {
        var timeline = small.story("BP-1").timeline();
        Collections.swap(timeline, indexOf(timeline, note("BP-1", 2)), indexOf(timeline, note("BP-1", 3)));

        found("BP-1", "revision 2 comes after revision 3 in reporting's timeline");
    }

    @Test
    void anUpdateThatWasRefusedAndIsThere() {
        small.book("BP-1").updates().add(update("some id", 4, "refused"));

        found("BP-1", "was refused with 400 and is in milestone's history");
    }

    @Test
    void anUpdateThatNobodyPosted() {
        small.book("BP-2").updates().add(update("some id", 4, "out of nowhere"));

        found("BP-1", "nobody posted");
    }

    @Test
    void anUpdateOfAnotherContent() {
        small.book("BP-2")
                .updates()
                .set(0, new Update("BP-2", "m1", "id of " + note("BP-2", 2), 2, 51, note("BP-2", 2)));

        found("BP-2", "was accepted as 50 %");
    }

    @Test
    void aReceiptThatIsMissing() {
        small.book("BP-1").receipted().removeFirst();

        found("BP-1", "the ledger has 0 receipts");
    }

    @Test
    void aReceiptForWhatWasNotAccepted() {
        small.book("BP-1").receipted().add("some id");

        found("BP-1", "which was not accepted");
    }

    @Test
    void aLedgerThatIsBroken() {
        world.books()
                .computeIfPresent(
                        "BP-1",
                        (_, book) ->
                                new Book(book.promises(), book.updates(), book.receipted(), "broken at receipt 2"));

        found("BP-1", "broken at receipt 2");
    }

    @Test
    void aViewThatStoodStill() {
        small.story("BP-1").percents().put("m1", 10);

        found("BP-1", "reporting shows 10 %");
    }

    @Test
    void anEventThatReportingLost() {
        small.story("BP-1").timeline().removeLast();

        found("BP-1", "is in reporting's journal 0 times");
    }

    @Test
    void anEventThatReportingCountedTwice() {
        small.story("BP-1").timeline().add(small.story("BP-1").timeline().getLast());

        found("BP-1", "is in reporting's journal 2 times");
    }

    @Test
    void poisonThatReportingTookForAnEvent() {
        small.story("BP-1").timeline().add(new Happening("p", "io.pilotwatch.milestone.updated.v1"));

        found("BP-1", "nobody said it");
    }

    @Test
    void viewsThatAreNotTheJournals() {
        world.rebuilt().add("BP-1: percent 10 instead of 20");

        found("BP-1", "not equal");
    }

    private static int indexOf(List<Happening> timeline, String eventId) {
        return timeline.stream().map(Happening::eventId).toList().indexOf(eventId);
    }

    private static Update update(String id, long revision, String note) {
        return new Update("BP-1", "m1", id, revision, 20, note);
    }

    private void found(String whom, String what) {
        var findings = small.findings();
        assertTrue(
                findings.stream().anyMatch(f -> f.contains(whom) && f.contains(what)),
                () -> "not found: " + what + " in " + findings);
    }
}
