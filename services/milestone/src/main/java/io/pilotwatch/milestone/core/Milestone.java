package io.pilotwatch.milestone.core;

import static io.pilotwatch.contracts.MilestoneState.CANCELLED;
import static io.pilotwatch.contracts.MilestoneState.CLAIMED;
import static io.pilotwatch.contracts.MilestoneState.IN_PROGRESS;
import static io.pilotwatch.contracts.MilestoneState.PLANNED;
import static io.pilotwatch.contracts.MilestoneState.REACHED;

import io.pilotwatch.contracts.MilestoneEvent;
import io.pilotwatch.contracts.MilestoneState;
import io.pilotwatch.contracts.Nullable;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** A milestone: one type a state, each with only what it has then. {@link #told} is what others may see of it. */
public sealed interface Milestone {

    /** What was promised. */
    Promise promise();

    /** 1 when it comes into the plan, and one more with each decision. */
    long revision();

    /** Nothing was reported yet. */
    record Planned(Promise promise, long revision) implements Milestone {}

    /** The team has reported; {@code forecast} is the last day that it named, null while it named none. */
    record InProgress(
            Promise promise,
            long revision,
            int percent,
            @Nullable LocalDate forecast) implements Milestone {}

    /**
     * The team says that all is done; the lead regulator decides.
     *
     * @param claimedOn programme day of it; null where it was claimed before this was kept
     */
    record Claimed(
            Promise promise,
            long revision,
            @Nullable LocalDate forecast,
            @Nullable LocalDate claimedOn) implements Milestone {}

    /** It is critical, and a first person at the lead regulator agreed; a second one decides. */
    record FirstAccepted(
            Promise promise,
            long revision,
            @Nullable LocalDate forecast,
            @Nullable LocalDate claimedOn,
            String firstAcceptedBy)
            implements Milestone {}

    /**
     * The lead regulator agreed, on a programme day which was that many days after the due day of then.
     *
     * @param firstAcceptedBy null where one person was enough
     */
    record Reached(
            Promise promise,
            long revision,
            @Nullable LocalDate forecast,
            @Nullable LocalDate claimedOn,
            @Nullable String firstAcceptedBy,
            LocalDate reachedOn,
            int daysLate)
            implements Milestone {}

    /** A change of the task book left it out; {@code percent} and {@code forecast} are as last reported. */
    record Cancelled(
            Promise promise,
            long revision,
            int percent,
            @Nullable LocalDate forecast) implements Milestone {}

    /** Days from the due day to {@code day}; 0 when it is not due yet, or when nothing more is expected. */
    default int overdueOn(LocalDate day) {
        return switch (this) {
            case Planned _, InProgress _, Claimed _, FirstAccepted _ ->
                daysLate(promise().due(), day);
            case Reached _, Cancelled _ -> 0;
        };
    }

    /** Whether it belongs to the plan in force. */
    default boolean isInForce() {
        return !(this instanceof Cancelled);
    }

    /** Whether a change of the task book may still touch it: a claim is decided on as it was claimed. */
    default boolean isOpen() {
        return this instanceof Planned || this instanceof InProgress;
    }

    /** With another promise, as another revision; only while it is open. */
    default Milestone promising(Promise promise) {
        return switch (this) {
            case Planned m -> new Planned(promise, m.revision + 1);
            case InProgress m -> new InProgress(promise, m.revision + 1, m.percent, m.forecast);
            case Claimed m -> new Claimed(promise, m.revision + 1, m.forecast, m.claimedOn);
            case FirstAccepted _, Reached _, Cancelled _ -> throw new IllegalStateException(this + " is settled");
        };
    }

    /** Left out of the plan; only while it is open. */
    default Cancelled cancelled() {
        return switch (this) {
            case Planned m -> new Cancelled(m.promise.settled(), m.revision + 1, 0, null);
            case InProgress m -> new Cancelled(m.promise.settled(), m.revision + 1, m.percent, m.forecast);
            case Claimed _, FirstAccepted _, Reached _, Cancelled _ ->
                throw new IllegalStateException(this + " is settled");
        };
    }

    /** Whole days after the due day; 0 in time. */
    static int daysLate(LocalDate due, LocalDate day) {
        return Math.toIntExact(Math.max(0, ChronoUnit.DAYS.between(due, day)));
    }

    /** What others may see. */
    default MilestoneEvent.Milestone told() {
        return switch (this) {
            case Planned _ -> told(PLANNED, 0, null, null, null, null, null);
            case InProgress m -> told(IN_PROGRESS, m.percent, m.forecast, null, null, null, null);
            case Claimed m -> told(CLAIMED, 100, m.forecast, m.claimedOn, null, null, null);
            case FirstAccepted m -> told(CLAIMED, 100, m.forecast, m.claimedOn, m.firstAcceptedBy, null, null);
            case Reached m -> told(REACHED, 100, m.forecast, m.claimedOn, m.firstAcceptedBy, m.reachedOn, m.daysLate);
            case Cancelled m -> told(CANCELLED, m.percent, m.forecast, null, null, null, null);
        };
    }

    private MilestoneEvent.Milestone told(
            MilestoneState state,
            int percent,
            LocalDate forecast,
            LocalDate claimedOn,
            String firstAcceptedBy,
            LocalDate reachedOn,
            Integer daysLate) {
        return new MilestoneEvent.Milestone(
                promise().milestoneId(),
                revision(),
                promise().title(),
                promise().baselineDue(),
                promise().due(),
                promise().deadlineVersion(),
                promise().weight(),
                promise().critical(),
                state,
                percent,
                forecast,
                reachedOn,
                daysLate,
                promise().criterion(),
                promise().dependsOn(),
                claimedOn,
                firstAcceptedBy,
                promise().requestedDue());
    }

    /** The other way round: the milestone of which this was told. */
    static Milestone of(MilestoneEvent.Milestone m) {
        var promise = Promise.of(m);
        return switch (m.state()) {
            case PLANNED -> new Planned(promise, m.revision());
            case IN_PROGRESS -> new InProgress(promise, m.revision(), m.percent(), m.forecast());
            case CLAIMED ->
                m.firstAcceptedBy() == null
                        ? new Claimed(promise, m.revision(), m.forecast(), m.claimedOn())
                        : new FirstAccepted(promise, m.revision(), m.forecast(), m.claimedOn(), m.firstAcceptedBy());
            case REACHED ->
                new Reached(
                        promise,
                        m.revision(),
                        m.forecast(),
                        m.claimedOn(),
                        m.firstAcceptedBy(),
                        m.reachedOn(),
                        m.daysLate());
            case CANCELLED -> new Cancelled(promise, m.revision(), m.percent(), m.forecast());
        };
    }
}
