package io.pilotwatch.intake;

import io.pilotwatch.contracts.ApplicationState;
import io.pilotwatch.contracts.Named;
import io.pilotwatch.contracts.PilotState;

/**
 * An application or pilot that may be the same as another. A hint for whoever judges; nothing is blocked by it.
 *
 * @param state the application's, or the pilot's where it came from the official list
 */
public record LikelyDuplicate(String pilotId, String organisation, Named state, Because because) {

    /** What they have in common; of both, the text. */
    public enum Because {
        SAME_ORGANISATION_AND_FIELD,
        SAME_TEXT
    }

    static LikelyDuplicate of(Object[] found) {
        var state = (String) found[2];
        var text = "PILOT".equals(found[3])
                ? PilotState.valueOf(state).text()
                : ApplicationState.valueOf(state).text();
        var because = (Boolean) found[4] ? Because.SAME_TEXT : Because.SAME_ORGANISATION_AND_FIELD;
        return new LikelyDuplicate((String) found[0], (String) found[1], new Named(state, text), because);
    }
}
