package io.pilotwatch.milestone.core;

import io.pilotwatch.contracts.Decision;
import io.pilotwatch.contracts.MilestoneEvent.TaskBookFiled;
import io.pilotwatch.contracts.Programme;

/** How a task book comes to be. */
public final class TaskBooks {

    private TaskBooks() {}

    /** Files the programme's template as the pilot's plan; once only. */
    public static Decision<TaskBook> fromTemplate(Programme programme, boolean alreadyFiled, Act act) {
        if (alreadyFiled) {
            return Decision.refused(Refusal.TASK_BOOK_ALREADY_FILED);
        }
        var milestones = programme.template().stream().map(TaskBooks::planned).toList();
        var book = new TaskBook(act.pilotId(), 1, 1, act.day(), milestones);
        return Decision.decided(book, new TaskBookFiled(act.pilotId(), book.revision(), book.told(), act.by()));
    }

    private static Milestone planned(Programme.PlannedMilestone m) {
        return new Milestone.Planned(
                new Milestone.Plan(m.id(), m.title(), m.due(), m.due(), 1, m.weight(), m.critical()), 1);
    }
}
