package io.pilotwatch.compliancealert.delivery.core;

import io.pilotwatch.contracts.AlertEvent.Alert;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Text;

/** What one agency is to be told. */
public record Notice(
        Kind kind,
        Alert alert,
        long revision,
        String agency,
        @Nullable Text reason) {

    /** Why it is told. */
    public enum Kind {
        RAISED,
        LEVEL_RAISED,
        UNMUTED,
        ACKNOWLEDGEMENT_EXPIRED,
        ESCALATED,
        CLEARED,
        DISMISSED
    }
}
