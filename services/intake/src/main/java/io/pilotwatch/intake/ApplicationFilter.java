package io.pilotwatch.intake;

import io.pilotwatch.contracts.ApplicationState;
import io.pilotwatch.contracts.Nullable;

/**
 * Narrows the list of applications; null where all are wanted.
 *
 * @param kind code of a kind
 * @param field code of a field
 * @param waiting whether only those are wanted with which the caller has something to do
 */
public record ApplicationFilter(
        @Nullable ApplicationState state,
        @Nullable String kind,
        @Nullable String field,
        boolean waiting) {

    /** Whether it narrows nothing. */
    public boolean isOpen() {
        return state == null && kind == null && field == null && !waiting;
    }
}
