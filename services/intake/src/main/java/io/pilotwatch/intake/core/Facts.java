package io.pilotwatch.intake.core;

import io.pilotwatch.contracts.AlertEvent.OfRectification;
import io.pilotwatch.contracts.Event;
import io.pilotwatch.contracts.MilestoneEvent.MilestoneClaimed;
import io.pilotwatch.contracts.MilestoneEvent.MilestoneUpdated;
import io.pilotwatch.contracts.MilestoneEvent.TaskBookFiled;
import io.pilotwatch.contracts.PilotState;
import io.pilotwatch.contracts.RectificationState;
import java.util.HashMap;
import java.util.Map;

/**
 * What was heard of a pilot that its state follows from. Heard twice, late or in another order, it comes to the same.
 *
 * @param filed whether its task book was filed
 * @param begun whether its team has reported work
 * @param rectifications by id
 */
public record Facts(boolean filed, boolean begun, Map<String, Rectification> rectifications) {

    /** Of a pilot that was just published. */
    public static final Facts NONE = new Facts(false, false, Map.of());

    /** A rectification as last heard of; {@code revision} tells what is newer. */
    public record Rectification(long revision, boolean open) {

        private static Rectification newer(Rectification a, Rectification b) {
            return a.revision >= b.revision ? a : b;
        }
    }

    /** Whether this is an event that may change them. */
    public static boolean follow(Event event) {
        return switch (event) {
            case TaskBookFiled _, MilestoneUpdated _, MilestoneClaimed _, OfRectification _ -> true;
            default -> false;
        };
    }

    Facts after(Event event) {
        return switch (event) {
            case TaskBookFiled _ -> new Facts(true, begun, rectifications);
            // Only who has a task book can report work, even where we have not heard of it.
            case MilestoneUpdated _, MilestoneClaimed _ -> new Facts(true, true, rectifications);
            case OfRectification heard -> after(heard);
            default -> this;
        };
    }

    private Facts after(OfRectification heard) {
        var open = heard.rectification().state() != RectificationState.ACCEPTED;
        var all = new HashMap<>(rectifications);
        all.merge(
                heard.rectification().rectificationId(),
                new Rectification(heard.revision(), open),
                Rectification::newer);
        return new Facts(filed, begun, Map.copyOf(all));
    }

    boolean rectifying() {
        return rectifications.values().stream().anyMatch(Rectification::open);
    }

    /** The state of a pilot that goes its way. */
    PilotState state() {
        if (rectifying()) {
            return PilotState.RECTIFYING;
        }
        if (begun) {
            return PilotState.IN_PROGRESS;
        }
        return filed ? PilotState.TASKBOOK_FILED : PilotState.APPROVED;
    }
}
