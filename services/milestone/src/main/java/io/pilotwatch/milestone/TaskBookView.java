package io.pilotwatch.milestone;

import io.pilotwatch.contracts.MilestoneEvent.IndicatorTarget;
import io.pilotwatch.contracts.MilestoneEvent.Plan;
import io.pilotwatch.contracts.Named;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Text;
import io.pilotwatch.milestone.core.Book;
import io.pilotwatch.milestone.core.TaskBook;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * A task book as answered.
 *
 * @param synthetic made for a demonstration; must be marked wherever it shows
 * @param revision also its ETag
 * @param state SUBMITTED, RETURNED, FILED or CHANGE_REQUESTED
 * @param version in force, 1 is the first baseline; null until filed
 * @param filedOn programme day on which version 1 was accepted; null until filed
 * @param milestones in the order of the plan in force, then those that were cancelled
 * @param indicators what the plan in force promises
 * @param plan that waits for the lead's decision, or was returned; null where there is none
 * @param reason why it was returned, or why the change is asked for; null otherwise
 */
public record TaskBookView(
        String pilotId,
        String organisation,
        boolean synthetic,
        long revision,
        Named state,
        @Nullable Integer version,
        @Nullable LocalDate filedOn,
        List<MilestoneView> milestones,
        List<IndicatorTarget> indicators,
        @Nullable Plan plan,
        @Nullable String reason) {

    static TaskBookView of(Standing pilot, TaskBook state, Map<String, List<EntryRow>> extensions, Present present) {
        var pilotId = pilot.subject().pilotId();
        var book = state.book();
        return new TaskBookView(
                pilotId,
                pilot.subject().organisation(),
                pilot.synthetic(),
                state.revision(),
                named(state),
                book == null ? null : book.version(),
                book == null ? null : book.filedOn(),
                book == null ? List.of() : milestones(pilotId, book, extensions, present),
                book == null ? List.of() : book.indicators(),
                state.plan(),
                reason(state));
    }

    private static List<MilestoneView> milestones(
            String pilotId, Book book, Map<String, List<EntryRow>> extensions, Present present) {
        return book.milestones().stream()
                .map(m -> MilestoneView.of(
                        pilotId, m, extensions.getOrDefault(m.promise().milestoneId(), List.of()), present))
                .toList();
    }

    private static Named named(TaskBook state) {
        return switch (state) {
            case TaskBook.None _ -> new Named("NONE", new Text("未提交", "Not submitted"));
            case TaskBook.Submitted _ -> new Named("SUBMITTED", new Text("已提交待核", "Submitted"));
            case TaskBook.Returned _ -> new Named("RETURNED", new Text("退回补正", "Returned"));
            case TaskBook.Filed _ -> new Named("FILED", new Text("已备案", "Filed"));
            case TaskBook.ChangeRequested _ -> new Named("CHANGE_REQUESTED", new Text("变更待核", "Change requested"));
        };
    }

    private static String reason(TaskBook state) {
        return switch (state) {
            case TaskBook.Returned s -> s.reason();
            case TaskBook.ChangeRequested s -> s.reason();
            case TaskBook.None _, TaskBook.Submitted _, TaskBook.Filed _ -> null;
        };
    }
}
