package io.pilotwatch.contracts;

import java.time.LocalDate;
import java.util.List;

/**
 * What milestone says, on {@link Topic#MILESTONES}. The subject of the revision is the milestone, but for
 * {@link TaskBookFiled} the task book. {@code by} is the account that acted.
 */
public sealed interface MilestoneEvent extends Event {

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
            @Nullable Integer daysLate) {}

    /** The pilot's plan. Version 1 is the first baseline. */
    record TaskBook(String pilotId, int version, LocalDate filedOn, List<Milestone> milestones) {}

    /**
     * One report of progress by the team.
     *
     * @param percent 0 to 100, as reported now
     * @param previousPercent 0 to 100, as last reported before
     * @param forecast programme day on which the team expects to reach the milestone; null where it named none
     * @param note screened for prohibited conduct; null where the team wrote nothing
     */
    record Update(
            String updateId,
            int percent,
            int previousPercent,
            @Nullable LocalDate forecast,
            @Nullable String note) {}

    /** The team filed its plan. */
    record TaskBookFiled(String pilotId, long revision, TaskBook taskBook, String by) implements MilestoneEvent {}

    /** The team reported progress. */
    record MilestoneUpdated(String pilotId, long revision, Milestone milestone, Update update, String by)
            implements MilestoneEvent {}

    /** The team says that it is done and asks the lead regulator to agree. */
    record MilestoneClaimed(
            String pilotId,
            long revision,
            Milestone milestone,
            @Nullable String note,
            String by) implements MilestoneEvent {}

    /** The lead regulator accepted the claim. */
    record MilestoneReached(
            String pilotId,
            long revision,
            Milestone milestone,
            @Nullable String note,
            String by) implements MilestoneEvent {}

    /** The lead regulator did not accept the claim and says why. */
    record MilestoneReturned(String pilotId, long revision, Milestone milestone, String reason, String by)
            implements MilestoneEvent {}

    /** The lead regulator granted a later day; the day promised before stays on record. */
    record MilestoneExtended(
            String pilotId, long revision, Milestone milestone, LocalDate previousDue, String reason, String by)
            implements MilestoneEvent {}
}
