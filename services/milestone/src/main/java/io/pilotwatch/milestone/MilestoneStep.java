package io.pilotwatch.milestone;

import io.pilotwatch.contracts.EventType;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Text;
import java.time.Instant;
import java.time.LocalDate;

/**
 * One thing that was done to a milestone.
 *
 * @param event what it was
 * @param percent as reported by then
 * @param forecast the day that an update named; null where it named none
 * @param requestedDue the later day that was asked for; null where none was
 * @param note what was said with it; null where nothing
 */
public record MilestoneStep(
        EventType event,
        int percent,
        @Nullable LocalDate forecast,
        @Nullable LocalDate requestedDue,
        @Nullable String note,
        String by,
        Instant at) {

    static MilestoneStep of(EntryRow row) {
        return new MilestoneStep(
                row.event, row.percent, row.forecast, row.requestedDue, row.note, row.byAccount, row.recordedAt);
    }

    /** What it was, in words. */
    public Text text() {
        return switch (event) {
            case MILESTONE_UPDATED -> new Text("填报进展", "Progress reported");
            case MILESTONE_CLAIMED -> new Text("提交完成", "Claimed as done");
            case MILESTONE_FIRST_ACCEPTED -> new Text("第一人同意", "Accepted by a first person");
            case MILESTONE_REACHED -> new Text("核定完成", "Accepted as reached");
            case MILESTONE_RETURNED -> new Text("退回", "Returned");
            case EXTENSION_REQUESTED -> new Text("申请延期", "Extension requested");
            case EXTENSION_REFUSED -> new Text("不同意延期", "Extension refused");
            case MILESTONE_EXTENDED -> new Text("同意延期", "Extension granted");
            case MILESTONE_CANCELLED -> new Text("取消", "Cancelled");
            case TASK_BOOK_CHANGED -> new Text("任务书变更", "Changed with the task book");
            default -> new Text(event.name(), event.name());
        };
    }
}
