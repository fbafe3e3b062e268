package io.pilotwatch.intake;

import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.PilotState;

/**
 * Narrows the register; null where all are wanted.
 *
 * @param kind code of a kind
 * @param field code of a field
 * @param region as the register states it
 * @param q part of the unit's name, or of the id
 */
public record RegisterFilter(
        @Nullable PilotState state,
        @Nullable String kind,
        @Nullable String field,
        @Nullable String region,
        @Nullable Boolean synthetic,
        @Nullable String q) {}
