package io.pilotwatch.milestone.calendar.core;

import io.pilotwatch.contracts.MilestoneEvent.Milestone;
import io.pilotwatch.contracts.MilestoneState;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Text;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A day by which something is to be done.
 *
 * @param uid the same for ever
 * @param day programme day
 * @param summary what, and for which pilot
 * @param state how it stands
 * @param sequence goes up with each change
 * @param changed when it was changed last
 * @param isCancelled nothing is expected of it any more; it stays, so that calendars that hold it learn of that
 */
public record Entry(
        String uid, LocalDate day, Text summary, Text state, long sequence, Instant changed, boolean isCancelled) {

    private static final Text DEMONSTRATION = new Text("【示例】", "[Demonstration] ");

    /**
     * Whose day it is.
     *
     * @param synthetic made for a demonstration, which its summaries say
     * @param isEnded whether nothing more can become of it
     * @param since when nothing was changed yet
     */
    public record Pilot(String pilotId, boolean synthetic, boolean isEnded, Instant since) {

        private Text summary(Text what) {
            var mark = synthetic ? DEMONSTRATION : new Text("", "");
            return new Text(mark.zh() + pilotId + " " + what.zh(), mark.en() + pilotId + " " + what.en());
        }
    }

    /** A milestone's due day. */
    public static Entry of(Pilot pilot, Milestone m, @Nullable Instant changed) {
        boolean isOpen = m.state() != MilestoneState.REACHED && m.state() != MilestoneState.CANCELLED;
        boolean endsOpen = pilot.isEnded() && isOpen;
        return new Entry(
                pilot.pilotId() + "-" + m.milestoneId() + "@pilotwatch",
                m.due(),
                pilot.summary(new Text(
                        "里程碑：" + m.title().zh(), "milestone: " + m.title().en())),
                m.state().text(),
                endsOpen ? m.revision() + 1 : m.revision(),
                changed == null ? pilot.since() : changed,
                endsOpen || m.state() == MilestoneState.CANCELLED);
    }

    /**
     * The day by which a periodic report is due.
     *
     * @param revision 0 before it is handed in
     * @param isOpen whether it is still to be handed in
     */
    public static Entry of(
            Pilot pilot,
            Text period,
            String key,
            LocalDate due,
            Text state,
            long revision,
            boolean isOpen,
            @Nullable Instant changed) {
        boolean endsOpen = pilot.isEnded() && isOpen;
        return new Entry(
                pilot.pilotId() + "-report-" + key + "@pilotwatch",
                due,
                pilot.summary(new Text(period.zh() + "进展报告", "progress report of " + period.en())),
                state,
                endsOpen ? revision + 1 : revision,
                changed == null ? pilot.since() : changed,
                endsOpen);
    }
}
