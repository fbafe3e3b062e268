package io.pilotwatch.reporting.core;

import io.pilotwatch.contracts.EvidenceLevel;
import io.pilotwatch.contracts.Expectations;
import io.pilotwatch.contracts.MilestoneState;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.PilotState;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.contracts.Rating;
import io.pilotwatch.contracts.ReportState;
import io.pilotwatch.contracts.Severity;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What the figures need of one pilot as it stood at the end of a programme day: its report without the texts. Nothing in
 * it depends on the day that is asked for, so it holds from the day on which it came to be until the next change; what
 * does depend on the day is made of it by {@link PilotFigures}.
 *
 * <p>It has five parts that change apart from each other; each is kept for each day on which it changed.
 */
public record PilotFacts(
        String pilotId, Register register, Plan plan, Alerts alerts, Reports reports, Outcome outcome) {

    /**
     * The register's entry.
     *
     * @param grade code of the grade with which it was completed; null before that
     * @param changedOn programme day on which it came to stand where it does
     */
    public record Register(
            int number,
            String kind,
            List<String> fields,
            String organisation,
            List<String> delegates,
            List<String> scenarios,
            String region,
            boolean synthetic,
            LocalDate approvedOn,
            PilotState state,
            @Nullable String grade,
            LocalDate changedOn) {}

    /**
     * The plan and how far it is.
     *
     * @param filedOn programme day of the filing of this version; null while there is no task book, though milestones may
     *     be heard of before
     */
    public record Plan(@Nullable LocalDate filedOn, List<Milestone> milestones) {
        /** Nothing is planned yet. */
        public static final Plan NONE = new Plan(null, List.of());
    }

    /**
     * A milestone; days are programme days.
     *
     * @param baselineDue as promised first
     * @param forecast when the team expects to reach it; null where it named no day
     * @param reachedOn null until reached
     * @param daysLate when closed; null while open
     * @param highRisk the team's latest update names a high risk without saying what is done about it
     */
    public record Milestone(
            String id,
            MilestoneState state,
            LocalDate baselineDue,
            LocalDate due,
            int weight,
            boolean critical,
            int percent,
            @Nullable LocalDate forecast,
            @Nullable LocalDate reachedOn,
            @Nullable Integer daysLate,
            boolean highRisk) {

        /** Whether it still counts: a change of the task book may have left it out. */
        public boolean isPlanned() {
            return state != MilestoneState.CANCELLED;
        }

        /** Whether it is neither reached nor left out. */
        public boolean isOpen() {
            return !state.isClosed();
        }
    }

    /**
     * Its alerts.
     *
     * @param told those that stand unmuted
     * @param answers how each agency answered those that there ever were
     * @param confirmed postings that a person confirmed to be prohibited conduct
     */
    public record Alerts(List<Told> told, List<Answers> answers, int confirmed) {
        /** There were none yet. */
        public static final Alerts NONE = new Alerts(List.of(), List.of(), 0);
    }

    /** An alert that stands and that somebody is told of. */
    public record Told(String alertId, String rule, Severity severity, Instant raisedAt) {}

    /**
     * How an agency answered the alerts that it was asked about.
     *
     * @param asked alerts
     * @param acknowledged of those
     * @param acknowledgedSeconds from asking to its first acknowledgement, over all acknowledged
     * @param cleared of those asked, cleared by the facts
     * @param clearedSeconds from the first raising to the clearing, over all cleared
     */
    public record Answers(
            String agency, int asked, int acknowledged, long acknowledgedSeconds, int cleared, long clearedSeconds) {}

    /**
     * What the team reported.
     *
     * @param lastOn programme day of its last word; null while it is silent
     * @param periodic reports, by due day
     * @param rectifications from which more frequent reports follow
     * @param selfRating its own latest; NOT_RATED while it gave none
     * @param highRisk the latest report names a high risk without saying what is done about it
     */
    public record Reports(
            @Nullable LocalDate lastOn,
            List<Periodic> periodic,
            List<Expectations.Rectification> rectifications,
            Rating selfRating,
            boolean highRisk) {
        /** The team has said nothing yet. */
        public static final Reports NONE = new Reports(null, List.of(), List.of(), Rating.NOT_RATED, false);
    }

    /** A periodic report as it stands; {@code period} is its code, {@code daysLate} 0 where it came in time. */
    public record Periodic(String period, LocalDate due, LocalDate submittedOn, int daysLate, ReportState state) {}

    /**
     * What came of it.
     *
     * @param declared pieces of evidence that only the team vouches for
     * @param thirdParty that a third party vouches for
     * @param verified that the authority verified
     */
    public record Outcome(List<Indicator> indicators, int declared, int thirdParty, int verified) {
        /** Nothing came of it yet. */
        public static final Outcome NONE = new Outcome(List.of(), 0, 0, 0);
    }

    /**
     * An indicator, in its unit.
     *
     * @param baseline where it started, and {@code target} where it is to be at the deadline; null where the task book
     *     promises nothing
     * @param period code of the latest period told of, and {@code value} what it came to then; null before the first
     * @param total of a period's indicator over all periods, none counted twice; of any other the same as {@code value}
     * @param thirdParty how much of the total a third party vouches for: of a period's indicator what those periods came to
     *     that its evidence covers; of any other all of it or nothing
     * @param verified the same of the authority
     * @param level who vouches at most for the latest period: evidence that covers the whole of it
     */
    public record Indicator(
            String indicator,
            @Nullable BigDecimal baseline,
            @Nullable BigDecimal target,
            @Nullable String period,
            @Nullable BigDecimal value,
            @Nullable BigDecimal total,
            @Nullable BigDecimal thirdParty,
            @Nullable BigDecimal verified,
            EvidenceLevel level) {}

    /** Of a report; null where the approval is not known yet: such a pilot is in no figure. */
    public static @Nullable PilotFacts of(PilotReport report, Programme programme) {
        var facts = new FactsOfReport(report, programme);
        return report.pilot() == null
                ? null
                : new PilotFacts(
                        report.pilotId(),
                        facts.register(),
                        facts.plan(),
                        facts.alerts(),
                        facts.reports(),
                        OutcomeOf.report(report, programme));
    }

    /**
     * Of a report that came of an earlier one by folding: the same as {@link #of}, but a part is made again only where
     * something that it is made of is another now. Folding keeps what it does not change.
     */
    public static @Nullable PilotFacts of(
            PilotReport report, PilotReport earlier, @Nullable PilotFacts known, Programme programme) {
        if (known == null) {
            return of(report, programme);
        }
        var facts = new FactsOfReport(report, programme);
        return new PilotFacts(
                report.pilotId(),
                facts.sameRegister(earlier) ? known.register() : facts.register(),
                facts.samePlan(earlier) ? known.plan() : facts.plan(),
                facts.sameAlerts(earlier) ? known.alerts() : facts.alerts(),
                facts.sameReports(earlier) ? known.reports() : facts.reports(),
                facts.sameOutcome(earlier) ? known.outcome() : OutcomeOf.report(report, programme));
    }

    /** Whether there is nothing to rate it by: no task book, or no word from the team. Silence is never green. */
    public boolean isSilent() {
        return plan.filedOn() == null || reports.lastOn() == null;
    }
}
