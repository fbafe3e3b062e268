package io.pilotwatch.compliancealert.core;

import io.pilotwatch.compliancealert.core.Rectification.Accepted;
import io.pilotwatch.compliancealert.core.Rectification.Answer;
import io.pilotwatch.compliancealert.core.Rectification.Answered;
import io.pilotwatch.compliancealert.core.Rectification.Order;
import io.pilotwatch.compliancealert.core.Rectification.Ordered;
import io.pilotwatch.contracts.AlertEvent.RectificationAccepted;
import io.pilotwatch.contracts.AlertEvent.RectificationAnswered;
import io.pilotwatch.contracts.AlertEvent.RectificationOrdered;
import io.pilotwatch.contracts.AlertEvent.RectificationReturned;
import io.pilotwatch.contracts.Decision;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.PilotState;
import io.pilotwatch.contracts.Programme;
import java.time.LocalDate;
import java.util.List;

/** What each input makes of a rectification in each state. */
public final class Rectifying {

    /** What may be done to a rectification. */
    public sealed interface Input {
        /** The team says what it did. */
        record Respond(String answer, List<String> evidenceIds) implements Input {}

        /** The lead regulator is satisfied. */
        record Accept(@Nullable String note) implements Input {}

        /** The lead regulator is not. */
        record Return(String reason) implements Input {}
    }

    /**
     * Who acts, and when.
     *
     * @param by the account
     * @param day the programme day of now
     * @param pilot where the pilot stands
     */
    public record Act(String by, LocalDate day, PilotState pilot) {}

    private Rectifying() {}

    /** A regulator orders that something be put right. */
    public static Decision<Rectification> order(
            Programme programme, String id, String pilotId, String demand, LocalDate due, Act act) {
        if (act.pilot().isEnded()) {
            return Decision.refused(RectificationRefusal.PILOT_ENDED);
        }
        if (act.pilot().isSuspended()) {
            return Decision.refused(RectificationRefusal.PILOT_SUSPENDED);
        }
        if (!due.isAfter(act.day())) {
            return Decision.refused(RectificationRefusal.DUE_NOT_AFTER_TODAY);
        }
        if (due.isAfter(programme.deadline())) {
            return Decision.refused(RectificationRefusal.DUE_AFTER_DEADLINE);
        }
        var next = new Ordered(new Order(id, pilotId, demand, act.day(), due), 1, null);
        return Decision.decided(next, new RectificationOrdered(pilotId, 1, next.told(), act.by()));
    }

    /** Decides any input; nothing is decided any more for a pilot that has ended. */
    public static Decision<Rectification> decide(Rectification rectification, Input input, Act act) {
        if (act.pilot().isEnded()) {
            return Decision.refused(RectificationRefusal.PILOT_ENDED);
        }
        return switch (input) {
            case Input.Respond in -> respond(rectification, in, act);
            case Input.Accept in -> accept(rectification, in, act);
            case Input.Return in -> return_(rectification, in, act);
        };
    }

    private static Decision<Rectification> respond(Rectification rectification, Input.Respond in, Act act) {
        if (act.pilot().isSuspended()) {
            return Decision.refused(RectificationRefusal.PILOT_SUSPENDED);
        }
        return switch (rectification) {
            case Ordered r -> {
                var answer = new Answer(in.answer(), in.evidenceIds(), act.day());
                var next = new Answered(r.order(), r.revision() + 1, answer);
                yield Decision.decided(
                        next, new RectificationAnswered(r.order().pilotId(), next.revision(), next.told(), act.by()));
            }
            case Answered _ -> Decision.refused(RectificationRefusal.RECTIFICATION_AWAITS_DECISION);
            case Accepted _ -> Decision.refused(RectificationRefusal.RECTIFICATION_ACCEPTED);
        };
    }

    private static Decision<Rectification> accept(Rectification rectification, Input.Accept in, Act act) {
        return switch (rectification) {
            case Ordered _ -> Decision.refused(RectificationRefusal.RECTIFICATION_NOT_ANSWERED);
            case Answered r -> {
                var next = new Accepted(r.order(), r.revision() + 1, r.answer());
                yield Decision.decided(
                        next,
                        new RectificationAccepted(
                                r.order().pilotId(), next.revision(), next.told(), in.note(), act.by()));
            }
            case Accepted _ -> Decision.refused(RectificationRefusal.RECTIFICATION_ACCEPTED);
        };
    }

    /** The due day stays: an answer that was not good enough stops no clock. */
    private static Decision<Rectification> return_(Rectification rectification, Input.Return in, Act act) {
        return switch (rectification) {
            case Ordered _ -> Decision.refused(RectificationRefusal.RECTIFICATION_NOT_ANSWERED);
            case Answered r -> {
                var next = new Ordered(r.order(), r.revision() + 1, r.answer());
                yield Decision.decided(
                        next,
                        new RectificationReturned(
                                r.order().pilotId(), next.revision(), next.told(), in.reason(), act.by()));
            }
            case Accepted _ -> Decision.refused(RectificationRefusal.RECTIFICATION_ACCEPTED);
        };
    }
}
