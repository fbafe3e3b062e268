package io.pilotwatch.milestone;

import io.pilotwatch.contracts.EventType;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Text;
import java.time.LocalDate;

/**
 * One thing that was done to a task book.
 *
 * @param event what it was
 * @param version of the plan that it was about
 * @param day the programme day
 * @param by the account; null where it was filed before this was kept
 * @param note what was said with it; null where nothing
 */
public record BookStep(
        EventType event,
        int version,
        LocalDate day,
        @Nullable String by,
        @Nullable String note) {

    static BookStep of(BookEntryRow row) {
        return new BookStep(row.event, row.version, row.day, row.byAccount, row.note);
    }

    /** What it was, in words. */
    public Text text() {
        return switch (event) {
            case TASK_BOOK_SUBMITTED -> new Text("试点单位提交", "Submitted by the team");
            case TASK_BOOK_RETURNED -> new Text("牵头部门退回", "Returned by the lead regulator");
            case TASK_BOOK_FILED -> new Text("牵头部门同意，已备案", "Accepted by the lead regulator and filed");
            case TASK_BOOK_CHANGE_REQUESTED -> new Text("试点单位申请变更", "Change requested by the team");
            case TASK_BOOK_CHANGE_REFUSED -> new Text("牵头部门不同意变更", "Change refused by the lead regulator");
            case TASK_BOOK_CHANGED -> new Text("牵头部门同意变更", "Change agreed by the lead regulator");
            default -> new Text(event.name(), event.name());
        };
    }

    /** Whether the lead regulator said no. */
    public boolean isNo() {
        return event == EventType.TASK_BOOK_RETURNED || event == EventType.TASK_BOOK_CHANGE_REFUSED;
    }
}
