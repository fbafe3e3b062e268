package io.pilotwatch.milestone.core;

import static io.pilotwatch.milestone.core.Refusal.CHANGE_AWAITS_DECISION;
import static io.pilotwatch.milestone.core.Refusal.CHANGE_NOT_REQUESTED;
import static io.pilotwatch.milestone.core.Refusal.CHANGE_OVERTAKEN;
import static io.pilotwatch.milestone.core.Refusal.TASK_BOOK_ALREADY_FILED;
import static io.pilotwatch.milestone.core.Refusal.TASK_BOOK_AWAITS_DECISION;
import static io.pilotwatch.milestone.core.Refusal.TASK_BOOK_NOT_FILED;
import static io.pilotwatch.milestone.core.Refusal.TASK_BOOK_NOT_SUBMITTED;
import static io.pilotwatch.milestone.core.Stage.GROUND;
import static io.pilotwatch.milestone.core.Stage.act;
import static io.pilotwatch.milestone.core.Stage.book;
import static io.pilotwatch.milestone.core.Stage.day;
import static io.pilotwatch.milestone.core.Stage.plan;
import static io.pilotwatch.milestone.core.Stage.planned;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.pilotwatch.contracts.Decision.Decided;
import io.pilotwatch.contracts.Decision.Refused;
import io.pilotwatch.contracts.MilestoneEvent.MilestoneCancelled;
import io.pilotwatch.contracts.MilestoneEvent.OfTaskBook;
import io.pilotwatch.contracts.MilestoneEvent.Plan;
import io.pilotwatch.contracts.MilestoneEvent.TaskBookChanged;
import io.pilotwatch.contracts.MilestoneEvent.TaskBookFiled;
import io.pilotwatch.contracts.MilestoneState;
import io.pilotwatch.milestone.core.TaskBook.ChangeRequested;
import io.pilotwatch.milestone.core.TaskBook.Filed;
import io.pilotwatch.milestone.core.TaskBook.Returned;
import io.pilotwatch.milestone.core.TaskBook.Submitted;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class TaskBooksTest {

    private static final Draft TEMPLATE = new Draft(null, null);

    private static final List<BookInput> INPUTS = List.of(
            new BookInput.Submit(TEMPLATE),
            new BookInput.Accept(null),
            new BookInput.Return("请补充指标"),
            new BookInput.RequestChange(TEMPLATE, "场景调整"),
            new BookInput.AcceptChange(2, "同意"),
            new BookInput.RefuseChange(2, "不同意"));

    /** A state, and what each input makes of it, in the order of {@link #INPUTS}: the next state's type, or why not. */
    record Row(String sentence, TaskBook state, List<Object> outcomes) {
        Row(String sentence, TaskBook state, Object... outcomes) {
            this(sentence, state, List.of(outcomes));
        }

        @Override
        public String toString() {
            return sentence;
        }
    }

    static final List<Row> ROWS = List.of(
            new Row(
                    "At first a plan can only be submitted",
                    new TaskBook.None(),
                    Submitted.class,
                    TASK_BOOK_NOT_SUBMITTED,
                    TASK_BOOK_NOT_SUBMITTED,
                    TASK_BOOK_NOT_FILED,
                    CHANGE_NOT_REQUESTED,
                    CHANGE_NOT_REQUESTED),
            new Row(
                    "A submitted one is accepted or returned",
                    Stage.submitted(),
                    TASK_BOOK_AWAITS_DECISION,
                    Filed.class,
                    Returned.class,
                    TASK_BOOK_NOT_FILED,
                    CHANGE_NOT_REQUESTED,
                    CHANGE_NOT_REQUESTED),
            new Row(
                    "A returned one is submitted again",
                    Stage.returned(),
                    Submitted.class,
                    TASK_BOOK_NOT_SUBMITTED,
                    TASK_BOOK_NOT_SUBMITTED,
                    TASK_BOOK_NOT_FILED,
                    CHANGE_NOT_REQUESTED,
                    CHANGE_NOT_REQUESTED),
            new Row(
                    "A filed one is never filed again, but may be changed",
                    Stage.filed(),
                    TASK_BOOK_ALREADY_FILED,
                    TASK_BOOK_ALREADY_FILED,
                    TASK_BOOK_ALREADY_FILED,
                    ChangeRequested.class,
                    CHANGE_NOT_REQUESTED,
                    CHANGE_NOT_REQUESTED),
            new Row(
                    "One change is decided on at a time",
                    Stage.changeRequested(),
                    TASK_BOOK_ALREADY_FILED,
                    TASK_BOOK_ALREADY_FILED,
                    TASK_BOOK_ALREADY_FILED,
                    CHANGE_AWAITS_DECISION,
                    Filed.class,
                    Filed.class));

    @ParameterizedTest
    @FieldSource("ROWS")
    void everyInputInEveryState(Row row) {
        for (int i = 0; i < INPUTS.size(); i++) {
            var input = INPUTS.get(i);
            switch (TaskBooks.decide(GROUND, row.state(), input, act("2022-03-15"))) {
                case Refused(var refusal) -> assertEquals(row.outcomes().get(i), refusal, input.toString());
                case Decided(var next, var events) -> {
                    assertEquals(row.outcomes().get(i), next.getClass(), input.toString());
                    assertEquals(row.state().revision() + 1, next.revision());
                    assertInstanceOf(OfTaskBook.class, events.getFirst());
                    assertEquals(next.revision(), events.getFirst().revision());
                }
            }
        }
    }

    @Test
    void theTableHasEveryCell() {
        assertEquals(
                List.of(TaskBook.class.getPermittedSubclasses()),
                ROWS.stream().map(row -> row.state().getClass()).toList());
        assertEquals(
                Stream.of(BookInput.OfTeam.class, BookInput.OfLead.class)
                        .flatMap(side -> Stream.of(side.getPermittedSubclasses()))
                        .collect(toSet()),
                INPUTS.stream().map(BookInput::getClass).collect(toSet()));
        ROWS.forEach(row -> assertEquals(INPUTS.size(), row.outcomes().size()));
    }

    @Test
    void theTemplateIsThePlanOfWhoeverBringsNone() {
        var submitted = (Submitted)
                decided(new TaskBook.None(), new BookInput.Submit(TEMPLATE)).state();

        var template = Stage.PROGRAMME.template();
        assertEquals(template.size(), submitted.plan().milestones().size());
        for (int i = 0; i < template.size(); i++) {
            var planned = submitted.plan().milestones().get(i);
            assertEquals(template.get(i).id(), planned.milestoneId());
            assertEquals(template.get(i).due(), planned.due());
            assertEquals(template.get(i).weight(), planned.weight());
            assertEquals(template.get(i).critical(), planned.critical());
        }
    }

    @Test
    void theTemplateFitsAPilotThatWasApprovedLate() {
        var late = new Ground(Stage.PROGRAMME, day("2026-11-01"));

        assertInstanceOf(
                Decided.class,
                TaskBooks.decide(late, new TaskBook.None(), new BookInput.Submit(TEMPLATE), act("2026-11-02")));
    }

    @Test
    void aFiledPlanIsTheFirstBaseline() {
        var filed = assertInstanceOf(
                TaskBookFiled.class,
                decided(Stage.submitted(), new BookInput.Accept(null)).events().getFirst());

        assertEquals(1, filed.taskBook().version());
        assertEquals(day("2022-03-15"), filed.taskBook().filedOn());
        for (var milestone : filed.taskBook().milestones()) {
            assertEquals(milestone.due(), milestone.baselineDue());
            assertEquals(MilestoneState.PLANNED, milestone.state());
            assertEquals(1, milestone.revision());
        }
    }

    @Test
    void aMilestoneWithoutAnIdGetsTheLowestThatNobodyHasOrHad() {
        var draft = new Draft(
                List.of(
                        planned(null, "2022-06-30", 40),
                        planned("m1", "2022-12-31", 30),
                        planned(null, "2023-06-30", 30)),
                null);

        assertEquals(List.of("m2", "m1", "m3"), ids(draft.first(Stage.PROGRAMME)));
        assertEquals(List.of("m3", "m1", "m4"), ids(draft.after(book())));
    }

    private static List<String> ids(Plan plan) {
        return plan.milestones().stream().map(p -> p.milestoneId()).toList();
    }

    @Test
    void aChangePlansWhatIsNewRevisesWhatIsOtherAndCancelsWhatIsLeftOut() {
        var plan = new Plan(2, List.of(planned("m2", "2022-12-31", 70), planned("m3", "2023-03-31", 30)), List.of());

        var decided = decided(new ChangeRequested(3, book(), plan, "场景调整"), INPUTS.get(4));

        var changed = assertInstanceOf(TaskBookChanged.class, decided.events().getFirst());
        assertEquals(2, changed.taskBook().version());
        assertEquals(day("2022-03-15"), changed.taskBook().filedOn());
        assertEquals(
                List.of("m2", "m3"),
                changed.taskBook().milestones().stream()
                        .map(m -> m.milestoneId())
                        .toList());
        assertEquals(
                List.of(2L, 1L),
                changed.taskBook().milestones().stream().map(m -> m.revision()).toList());
        var cancelled =
                assertInstanceOf(MilestoneCancelled.class, decided.events().get(1));
        assertEquals("m1", cancelled.milestone().milestoneId());
        assertEquals(MilestoneState.CANCELLED, cancelled.milestone().state());
        assertEquals(2, cancelled.revision());
        assertEquals(2, decided.events().size());
    }

    @Test
    void whatAChangeLeavesAloneKeepsItsRevision() {
        var book = ((Filed) decided(Stage.changeRequested(), INPUTS.get(4)).state()).book();

        assertEquals(
                List.of(1L, 1L),
                book.milestones().stream().map(Milestone::revision).toList());
        assertEquals(2, book.version());
    }

    @Test
    void whatIsCancelledOnceIsNotCancelledAgain() {
        var without = new Plan(2, List.of(planned("m2", "2022-12-31", 100)), List.of());
        var second = ((Filed) decided(new ChangeRequested(3, book(), without, "场景调整"), INPUTS.get(4))
                        .state())
                .book();
        var third = new Plan(3, without.milestones(), List.of());

        var decided = decided(new ChangeRequested(5, second, third, "指标调整"), new BookInput.AcceptChange(3, "同意"));

        assertEquals(1, decided.events().size());
        assertEquals(2, ((Filed) decided.state()).book().milestones().size());
    }

    @Test
    void aMilestoneClaimedMeanwhileOvertakesTheChangeThatLeavesItOut() {
        var milestones = new ArrayList<>(book().milestones());
        milestones.set(0, new Milestone.Claimed(milestones.getFirst().promise(), 2, null, day("2022-05-01")));
        var moved = new Book(1, day("2022-03-15"), milestones, List.of());
        var plan = new Plan(2, List.of(planned("m2", "2022-12-31", 100)), List.of());

        assertEquals(
                new Refused<TaskBook>(CHANGE_OVERTAKEN),
                TaskBooks.decide(
                        GROUND, new ChangeRequested(3, moved, plan, "场景调整"), INPUTS.get(4), act("2022-05-02")));
    }

    @Test
    void onlyTheVersionThatIsAskedForIsDecidedOn() {
        for (var input : List.of(new BookInput.AcceptChange(3, "同意"), new BookInput.RefuseChange(1, "不同意"))) {
            assertEquals(
                    new Refused<TaskBook>(CHANGE_NOT_REQUESTED),
                    TaskBooks.decide(GROUND, Stage.changeRequested(), input, act("2022-05-02")));
        }
    }

    @Test
    void whatAChangeDoesNotMentionStaysAsInForce() {
        var requested = (ChangeRequested) decided(Stage.filed(), INPUTS.get(3)).state();

        assertEquals(plan(2), requested.plan());
    }

    private static Decided<TaskBook> decided(TaskBook state, BookInput input) {
        return (Decided<TaskBook>) TaskBooks.decide(GROUND, state, input, act("2022-03-15"));
    }
}
