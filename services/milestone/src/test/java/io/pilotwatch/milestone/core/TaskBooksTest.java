package io.pilotwatch.milestone.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.pilotwatch.contracts.Decision;
import io.pilotwatch.contracts.Decision.Decided;
import io.pilotwatch.contracts.MilestoneEvent.TaskBookFiled;
import io.pilotwatch.contracts.MilestoneState;
import org.junit.jupiter.api.Test;

class TaskBooksTest {

    @Test
    void aTaskBookHasTheTemplatesMilestonesAsTheFirstBaseline() {
        var decided = (Decided<TaskBook>) TaskBooks.fromTemplate(Stage.PROGRAMME, false, Stage.act("2022-03-15"));

        var filed = assertInstanceOf(TaskBookFiled.class, decided.events().getFirst());
        assertEquals(1, filed.revision());
        assertEquals(1, filed.taskBook().version());
        assertEquals(Stage.day("2022-03-15"), filed.taskBook().filedOn());
        var template = Stage.PROGRAMME.template();
        for (int i = 0; i < template.size(); i++) {
            var milestone = filed.taskBook().milestones().get(i);
            assertEquals(template.get(i).id(), milestone.milestoneId());
            assertEquals(template.get(i).due(), milestone.due());
            assertEquals(template.get(i).due(), milestone.baselineDue());
            assertEquals(template.get(i).weight(), milestone.weight());
            assertEquals(template.get(i).critical(), milestone.critical());
            assertEquals(MilestoneState.PLANNED, milestone.state());
            assertEquals(1, milestone.revision());
        }
        assertEquals(template.size(), filed.taskBook().milestones().size());
    }

    @Test
    void aTaskBookIsFiledOnce() {
        assertEquals(
                Decision.refused(Refusal.TASK_BOOK_ALREADY_FILED),
                TaskBooks.fromTemplate(Stage.PROGRAMME, true, Stage.act("2022-03-15")));
    }
}
