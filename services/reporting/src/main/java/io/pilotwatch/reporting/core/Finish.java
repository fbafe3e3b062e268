package io.pilotwatch.reporting.core;

import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.PilotState;
import io.pilotwatch.contracts.Text;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;

/** Whether a pilot had every task done by the programme's last day. */
public enum Finish {
    BY_DEADLINE("按期完成", "Finished by the deadline"),
    LATE("逾期完成", "Finished late"),
    NOT_FINISHED("到期未完成", "Not finished by the deadline"),
    UNDECIDED("尚在进行", "Still under way"),
    ENDED_OTHERWISE("提前终止或退出", "Terminated or withdrawn");

    private final Text text;

    Finish(String zh, String en) {
        text = new Text(zh, en);
    }

    /** The outcome in words. */
    public Text text() {
        return text;
    }

    /** The states in which a pilot left the programme: whether it finishes is no longer asked. */
    public static final Set<PilotState> LEFT = EnumSet.of(PilotState.TERMINATED, PilotState.WITHDRAWN);

    /**
     * The outcome on a day.
     *
     * @param state where the pilot stands
     * @param finishedOn programme day of the last milestone; null while unfinished
     * @param deadline last programme day
     */
    public static Finish on(LocalDate today, PilotState state, @Nullable LocalDate finishedOn, LocalDate deadline) {
        if (LEFT.contains(state)) {
            return ENDED_OTHERWISE;
        }
        if (finishedOn != null) {
            return finishedOn.isAfter(deadline) ? LATE : BY_DEADLINE;
        }
        return today.isAfter(deadline) ? NOT_FINISHED : UNDECIDED;
    }
}
