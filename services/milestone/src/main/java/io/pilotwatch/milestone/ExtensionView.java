package io.pilotwatch.milestone;

import io.pilotwatch.milestone.core.Milestone;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A later day that was granted. The day before it stays on record, and so does how late the milestone was by then.
 *
 * @param previousDue programme day that counted before
 * @param newDue programme day that counted from then on
 * @param by the account that granted it
 * @param decidedOn programme day
 * @param daysLateThen days from previousDue to decidedOn; 0 when it was granted in time
 */
public record ExtensionView(
        LocalDate previousDue, LocalDate newDue, String by, String reason, LocalDate decidedOn, int daysLateThen) {

    /** All of one milestone, oldest first; each began where the one before it ended, the first at the first promise. */
    static List<ExtensionView> of(LocalDate baselineDue, List<EntryRow> granted, Present present) {
        var views = new ArrayList<ExtensionView>();
        var previous = baselineDue;
        for (var entry : granted) {
            var day = present.dayOf(entry.recordedAt);
            views.add(new ExtensionView(
                    previous, entry.due, entry.byAccount, entry.note, day, Milestone.daysLate(previous, day)));
            previous = entry.due;
        }
        return List.copyOf(views);
    }
}
