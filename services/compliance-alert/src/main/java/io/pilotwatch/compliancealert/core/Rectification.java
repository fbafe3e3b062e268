package io.pilotwatch.compliancealert.core;

import io.pilotwatch.contracts.AlertEvent;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.RectificationState;
import java.time.LocalDate;
import java.util.List;

/** What a pilot is to put right, in each of its states. {@link Rectifying} is the only way from one to the next. */
public sealed interface Rectification {

    /** What was demanded; it never changes. */
    Order order();

    /** Counts its changes from 1. */
    long revision();

    /** The answer that stands, or that was last returned; null before the first. */
    @Nullable
    Answer answer();

    /** The demand of a regulator. Both are programme days; {@code due} is the last on which it is to be answered. */
    record Order(String rectificationId, String pilotId, String demand, LocalDate orderedOn, LocalDate due) {}

    /** What the team says that it did; {@code on} is the programme day of the answer. */
    record Answer(String text, List<String> evidenceIds, LocalDate on) {}

    /** It waits for the team. */
    record Ordered(Order order, long revision, @Nullable Answer answer) implements Rectification {}

    /** It waits for the lead regulator. */
    record Answered(Order order, long revision, Answer answer) implements Rectification {}

    /** It is done. */
    record Accepted(Order order, long revision, Answer answer) implements Rectification {}

    /** Its state's name. */
    default RectificationState state() {
        return switch (this) {
            case Ordered _ -> RectificationState.ORDERED;
            case Answered _ -> RectificationState.ANSWERED;
            case Accepted _ -> RectificationState.ACCEPTED;
        };
    }

    /** As others are told of it. */
    default AlertEvent.Rectification told() {
        return new AlertEvent.Rectification(
                order().rectificationId(),
                order().pilotId(),
                order().demand(),
                order().orderedOn(),
                order().due(),
                state(),
                answer() == null ? null : answer().text(),
                answer() == null ? List.of() : answer().evidenceIds());
    }

    /** Days past the due day: of the answer that stands, else by now. Acceptance does not erase them. */
    default int daysLate(LocalDate today) {
        var until = this instanceof Ordered ? today : answer().on();
        return Math.toIntExact(Math.max(0, until.toEpochDay() - order().due().toEpochDay()));
    }

    /** Whether an answer is owed and its due day has passed: a fact beside the state. */
    default boolean isOverdue(LocalDate today) {
        return this instanceof Ordered && daysLate(today) > 0;
    }
}
