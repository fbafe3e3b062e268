package io.pilotwatch.reporting.core;

import io.pilotwatch.contracts.AlertEvent.Alert;
import io.pilotwatch.contracts.AlertEvent.AlertCleared;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Text;
import java.time.Instant;

/**
 * An alert at its highest revision.
 *
 * @param changedAt when it came to be so
 * @param clearedBecause what ended it; null while it is open
 */
public record AlertRecord(
        long revision,
        Alert alert,
        Instant changedAt,
        @Nullable Text clearedBecause) {

    static AlertRecord of(long revision, Alert alert, Instant time) {
        return new AlertRecord(revision, alert, time, null);
    }

    static AlertRecord cleared(AlertCleared event, Instant time) {
        return new AlertRecord(event.revision(), event.alert(), time, event.reason());
    }

    /** Whether it stands and somebody is told of it: one that is muted waits in silence. */
    public boolean isTold() {
        return isOpen() && alert.muted() == null;
    }

    /** Whether it still stands; one that was acknowledged does, and one that is muted. */
    public boolean isOpen() {
        return !alert.state().isClosed();
    }
}
