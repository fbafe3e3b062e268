package io.pilotwatch.reporting.core;

import io.pilotwatch.contracts.AlertEvent.AlertWaived;
import io.pilotwatch.contracts.AlertEvent.AlertWaiverEnded;
import io.pilotwatch.contracts.AlertEvent.OfAlert;
import io.pilotwatch.contracts.AlertEvent.OfConduct;
import io.pilotwatch.contracts.AlertEvent.OfRectification;
import io.pilotwatch.contracts.Event;
import io.pilotwatch.contracts.MilestoneEvent.IndicatorTarget;
import io.pilotwatch.contracts.MilestoneEvent.Milestone;
import io.pilotwatch.contracts.MilestoneEvent.MilestoneClaimed;
import io.pilotwatch.contracts.MilestoneEvent.MilestoneUpdated;
import io.pilotwatch.contracts.MilestoneEvent.OfMilestone;
import io.pilotwatch.contracts.MilestoneEvent.OfTaskBook;
import io.pilotwatch.contracts.MilestoneEvent.TaskBook;
import io.pilotwatch.contracts.MilestoneEvent.TaskBookChanged;
import io.pilotwatch.contracts.MilestoneEvent.TaskBookFiled;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.PilotEvent.ApplicationEvent;
import io.pilotwatch.contracts.PilotEvent.Pilot;
import io.pilotwatch.contracts.PilotEvent.RegisterEvent;
import io.pilotwatch.contracts.PilotState;
import io.pilotwatch.contracts.RecordEvent;
import io.pilotwatch.contracts.RecordEvent.ReportSubmitted;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All that is known of one pilot, folded from events. Each part keeps the highest revision of its subject and everything
 * else is derived, so the order of arrival, repeats and gaps between topics leave no trace: equal sets of events make
 * equal reports.
 *
 * @param pilot null until its approval is known; such a report is not shown
 * @param change what last changed the pilot's state; null until any is known
 * @param taskBook null until filed
 * @param milestones by milestone id
 * @param alerts by alert id
 * @param records what it has beside milestones
 * @param concerns its own rating, its risks and what was judged of its conduct
 * @param lastReportAt the latest moment at which the team reported or claimed; null while it is silent
 */
public record PilotReport(
        String pilotId,
        @Nullable Register pilot,
        @Nullable StateChange change,
        @Nullable Plan taskBook,
        SortedMap<String, Milestone> milestones,
        SortedMap<String, AlertRecord> alerts,
        Records records,
        Concerns concerns,
        @Nullable Instant lastReportAt) {

    /** The states of a pilot's life when nothing comes between, in their order. */
    public static final List<PilotState> USUAL = List.of(
            PilotState.APPROVED,
            PilotState.TASKBOOK_FILED,
            PilotState.IN_PROGRESS,
            PilotState.FINAL_EVALUATION,
            PilotState.COMPLETED);

    /** The register's entry at a revision. */
    public record Register(long revision, Pilot entry) {}

    /** The task book at a revision; its milestones stand beside it. */
    public record Plan(long revision, int version, LocalDate filedOn, List<IndicatorTarget> indicators) {}

    /** Nothing is known yet. */
    public static PilotReport empty(String pilotId) {
        return new PilotReport(
                pilotId, null, null, null, new TreeMap<>(), new TreeMap<>(), Records.none(), Concerns.none(), null);
    }

    /**
     * The report with one more event in it.
     *
     * @param time when it happened
     */
    public static PilotReport fold(PilotReport report, Event event, Instant time) {
        return switch (event) {
            // An applicant is no pilot yet; the journal keeps the application.
            case ApplicationEvent e -> report;
            case RegisterEvent e ->
                report.with(new Register(e.revision(), e.pilot())).with(StateChange.of(e, time));
            case TaskBookFiled e -> report.with(e.revision(), e.taskBook());
            case TaskBookChanged e -> report.with(e.revision(), e.taskBook());
            // A plan that waits for a decision is none yet.
            case OfTaskBook e -> report;
            case MilestoneUpdated e ->
                report.with(List.of(e.milestone())).judging(e, time).reportedAt(time);
            case MilestoneClaimed e -> report.with(List.of(e.milestone())).reportedAt(time);
            case OfMilestone e -> report.with(List.of(e.milestone()));
            case ReportSubmitted e -> report.with(e, time).judging(e, time).reportedAt(time);
            case RecordEvent e -> report.with(e, time);
            case OfAlert e -> report.with(AlertRecord.of(e, time));
            // What mutes an alert stands in the alert itself.
            case AlertWaived _, AlertWaiverEnded _ -> report;
            // Flagged words become an alert by rule; the flag itself stands in the journal, and here what came of it.
            case OfConduct e -> report.judging(e, time);
            case OfRectification e -> report.with(e, time);
        };
    }

    private PilotReport with(Register other) {
        var newer = pilot == null || other.revision() > pilot.revision() ? other : pilot;
        return new PilotReport(pilotId, newer, change, taskBook, milestones, alerts, records, concerns, lastReportAt);
    }

    private PilotReport with(@Nullable StateChange other) {
        var newer = other != null && (change == null || other.revision() > change.revision()) ? other : change;
        return new PilotReport(pilotId, pilot, newer, taskBook, milestones, alerts, records, concerns, lastReportAt);
    }

    private PilotReport with(long revision, TaskBook book) {
        return with(new Plan(revision, book.version(), book.filedOn(), book.indicators()))
                .with(book.milestones());
    }

    private PilotReport with(Plan other) {
        var newer = taskBook == null || other.revision() > taskBook.revision() ? other : taskBook;
        return new PilotReport(pilotId, pilot, change, newer, milestones, alerts, records, concerns, lastReportAt);
    }

    private PilotReport with(List<Milestone> others) {
        var merged = new TreeMap<>(milestones);
        others.forEach(m -> merged.merge(
                m.milestoneId(), m, (known, other) -> other.revision() > known.revision() ? other : known));
        return new PilotReport(pilotId, pilot, change, taskBook, merged, alerts, records, concerns, lastReportAt);
    }

    private PilotReport with(AlertRecord alert) {
        var merged = new TreeMap<>(alerts);
        merged.merge(alert.alert().alertId(), alert, AlertRecord::and);
        return new PilotReport(pilotId, pilot, change, taskBook, milestones, merged, records, concerns, lastReportAt);
    }

    private PilotReport with(Event ofRecord, Instant time) {
        var next = records.with(ofRecord, time);
        return new PilotReport(pilotId, pilot, change, taskBook, milestones, alerts, next, concerns, lastReportAt);
    }

    private PilotReport judging(Event event, Instant time) {
        var next = concerns.with(event, time);
        return new PilotReport(pilotId, pilot, change, taskBook, milestones, alerts, records, next, lastReportAt);
    }

    private PilotReport reportedAt(Instant time) {
        var latest = lastReportAt == null || time.isAfter(lastReportAt) ? time : lastReportAt;
        return new PilotReport(pilotId, pilot, change, taskBook, milestones, alerts, records, concerns, latest);
    }

    /** Where the pilot stands: the register says so, and nobody else. */
    public PilotState state() {
        return pilot == null ? PilotState.APPROVED : pilot.entry().state();
    }
}
