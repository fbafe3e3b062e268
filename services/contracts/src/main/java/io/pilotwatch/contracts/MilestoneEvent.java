package io.pilotwatch.contracts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * What milestone says of task books and milestones, on {@link Topic#MILESTONES}; {@link RecordEvent} is the rest of it. The
 * subject of the revision is the milestone, or the task book where the event is of one. {@code by} is the account that
 * acted, {@code reason} what it said why.
 */
public sealed interface MilestoneEvent extends Event
        permits MilestoneEvent.OfTaskBook, MilestoneEvent.OfMilestone, RecordEvent {

    /** Something that befell a task book. */
    sealed interface OfTaskBook extends MilestoneEvent {}

    /** Something that befell a milestone; carries it as it then stands. */
    sealed interface OfMilestone extends MilestoneEvent {
        /** The milestone after it. */
        Milestone milestone();
    }

    /**
     * A milestone as others may see it.
     *
     * @param milestoneId unique within the pilot, such as {@code m3}
     * @param baselineDue programme day promised first; never changes
     * @param due programme day by which it is to be reached now
     * @param deadlineVersion 1, and one more with each extension
     * @param weight share of the whole in percent; a task book's weights add up to 100
     * @param critical whether missing it puts the pilot at risk
     * @param percent 0 to 100, as last reported
     * @param forecast programme day on which the team expects to reach it; null until first reported
     * @param reachedOn programme day of acceptance; null until reached
     * @param daysLate days from due to reachedOn, 0 when in time; null until reached
     * @param criterion by what one will know that it is reached; null where the plan states none
     * @param dependsOn ids of the milestones that must be reached before it
     * @param claimedOn programme day of the claim that stands or was accepted; null without one
     * @param firstAcceptedBy the account that accepted the claim of a critical milestone first, which needs a second; null
     *     before that
     * @param requestedDue the later day for which the team has asked and on which nobody has decided yet; null without
     *     such a request
     */
    record Milestone(
            String milestoneId,
            long revision,
            Text title,
            LocalDate baselineDue,
            LocalDate due,
            int deadlineVersion,
            int weight,
            boolean critical,
            MilestoneState state,
            int percent,
            @Nullable LocalDate forecast,
            @Nullable LocalDate reachedOn,
            @Nullable Integer daysLate,
            @Nullable Text criterion,
            @AddedLater List<String> dependsOn,
            @Nullable LocalDate claimedOn,
            @Nullable String firstAcceptedBy,
            @Nullable LocalDate requestedDue) {

        public Milestone {
            dependsOn = dependsOn == null ? List.of() : dependsOn;
        }

        /** With the least that a plan says of one. */
        public Milestone(
                String milestoneId,
                long revision,
                Text title,
                LocalDate baselineDue,
                LocalDate due,
                int deadlineVersion,
                int weight,
                boolean critical,
                MilestoneState state,
                int percent,
                @Nullable LocalDate forecast,
                @Nullable LocalDate reachedOn,
                @Nullable Integer daysLate) {
            this(
                    milestoneId,
                    revision,
                    title,
                    baselineDue,
                    due,
                    deadlineVersion,
                    weight,
                    critical,
                    state,
                    percent,
                    forecast,
                    reachedOn,
                    daysLate,
                    null,
                    null,
                    null,
                    null,
                    null);
        }
    }

    /** What a pilot promises of an indicator: where it starts and where it is to be at the deadline, in its unit. */
    record IndicatorTarget(String indicator, BigDecimal baseline, BigDecimal target) {}

    /** The pilot's plan in force. Version 1 is the first baseline, and there is one more with each change. */
    record TaskBook(
            String pilotId,
            int version,
            LocalDate filedOn,
            List<Milestone> milestones,
            @AddedLater List<IndicatorTarget> indicators) {

        public TaskBook {
            indicators = indicators == null ? List.of() : indicators;
        }

        /** Without indicators. */
        public TaskBook(String pilotId, int version, LocalDate filedOn, List<Milestone> milestones) {
            this(pilotId, version, filedOn, milestones, null);
        }
    }

    /** A milestone as a plan proposes it; the components are those of {@link Milestone}. */
    record PlannedMilestone(
            String milestoneId,
            Text title,
            LocalDate due,
            int weight,
            boolean critical,
            @Nullable Text criterion,
            List<String> dependsOn) {}

    /** A plan that waits for the lead regulator's decision; {@code version} is the one that it would be. */
    record Plan(int version, List<PlannedMilestone> milestones, List<IndicatorTarget> indicators) {}

    /** Where the work left the plan. */
    record Deviation(String what, String cause, String correction) {}

    /** What may go wrong; {@code response} is null while there is none. */
    record Risk(String what, RiskLevel level, @Nullable String response) {}

    /** How much a risk weighs, least first. */
    enum RiskLevel {
        LOW,
        MEDIUM,
        HIGH
    }

    /** What went wrong; {@code needs} is what the team asks of others, null where nothing. */
    record Issue(String what, @Nullable String needs) {}

    /**
     * One report of progress by the team. Its texts are screened for prohibited conduct.
     *
     * @param percent 0 to 100, as reported now
     * @param previousPercent 0 to 100, as last reported before
     * @param forecast programme day on which the team expects to reach the milestone; null where it named none
     * @param note null where the team wrote nothing
     * @param selfRating NOT_RATED where the team gave none
     * @param ratingReason null where the team gave none
     */
    record Update(
            String updateId,
            int percent,
            int previousPercent,
            @Nullable LocalDate forecast,
            @Nullable String note,
            @AddedLater Rating selfRating,
            @Nullable String ratingReason,
            @AddedLater List<Deviation> deviations,
            @AddedLater List<Risk> risks,
            @AddedLater List<Issue> issues) {

        public Update {
            selfRating = selfRating == null ? Rating.NOT_RATED : selfRating;
            deviations = deviations == null ? List.of() : deviations;
            risks = risks == null ? List.of() : risks;
            issues = issues == null ? List.of() : issues;
        }

        /** The least that an update says. */
        public Update(
                String updateId,
                int percent,
                int previousPercent,
                @Nullable LocalDate forecast,
                @Nullable String note) {
            this(updateId, percent, previousPercent, forecast, note, null, null, null, null, null);
        }
    }

    /** The team handed in its plan. */
    record TaskBookSubmitted(String pilotId, long revision, Plan plan, String by) implements OfTaskBook {}

    /** The lead regulator gave the plan back. */
    record TaskBookReturned(String pilotId, long revision, String reason, String by) implements OfTaskBook {}

    /** The lead regulator accepted the plan, which is the first baseline from now on. */
    record TaskBookFiled(String pilotId, long revision, TaskBook taskBook, String by) implements OfTaskBook {}

    /** The team asks for another plan. */
    record TaskBookChangeRequested(String pilotId, long revision, Plan plan, String reason, String by)
            implements OfTaskBook {}

    /** The lead regulator refused it; the plan in force stays. */
    record TaskBookChangeRefused(String pilotId, long revision, String reason, String by) implements OfTaskBook {}

    /** The lead regulator agreed: a new version is in force; milestones left out of it are cancelled. */
    record TaskBookChanged(String pilotId, long revision, TaskBook taskBook, String reason, String by)
            implements OfTaskBook {}

    /** The team reported progress. */
    record MilestoneUpdated(String pilotId, long revision, Milestone milestone, Update update, String by)
            implements OfMilestone {}

    /** The team says that it is done and asks the lead regulator to agree. */
    record MilestoneClaimed(
            String pilotId,
            long revision,
            Milestone milestone,
            @Nullable String note,
            String by) implements OfMilestone {}

    /** A first person at the lead regulator accepted the claim of a critical milestone; a second one is to do so too. */
    record MilestoneFirstAccepted(
            String pilotId,
            long revision,
            Milestone milestone,
            @Nullable String note,
            String by) implements OfMilestone {}

    /** The lead regulator accepted the claim. */
    record MilestoneReached(
            String pilotId,
            long revision,
            Milestone milestone,
            @Nullable String note,
            String by) implements OfMilestone {}

    /** The lead regulator did not accept the claim and says why. */
    record MilestoneReturned(String pilotId, long revision, Milestone milestone, String reason, String by)
            implements OfMilestone {}

    /** The team asks for a later day. */
    record ExtensionRequested(
            String pilotId, long revision, Milestone milestone, LocalDate newDue, String reason, String by)
            implements OfMilestone {}

    /** The lead regulator refused the later day. */
    record ExtensionRefused(
            String pilotId, long revision, Milestone milestone, LocalDate newDue, String reason, String by)
            implements OfMilestone {}

    /** The lead regulator granted a later day; the day promised before stays on record. */
    record MilestoneExtended(
            String pilotId, long revision, Milestone milestone, LocalDate previousDue, String reason, String by)
            implements OfMilestone {}

    /** A change of the task book left it out. */
    record MilestoneCancelled(String pilotId, long revision, Milestone milestone, String reason, String by)
            implements OfMilestone {}
}
