package io.pilotwatch.reporting.core;

import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.PilotEvent.DelegationGranted;
import io.pilotwatch.contracts.PilotEvent.DelegationRevoked;
import io.pilotwatch.contracts.PilotEvent.PilotAdvanced;
import io.pilotwatch.contracts.PilotEvent.PilotAmended;
import io.pilotwatch.contracts.PilotEvent.PilotApproved;
import io.pilotwatch.contracts.PilotEvent.PilotCompleted;
import io.pilotwatch.contracts.PilotEvent.PilotEvaluationStarted;
import io.pilotwatch.contracts.PilotEvent.PilotFailed;
import io.pilotwatch.contracts.PilotEvent.PilotResumed;
import io.pilotwatch.contracts.PilotEvent.PilotSuspended;
import io.pilotwatch.contracts.PilotEvent.PilotTerminated;
import io.pilotwatch.contracts.PilotEvent.PilotWithdrawn;
import io.pilotwatch.contracts.PilotEvent.RegisterEvent;
import java.time.Instant;

/**
 * What last changed a pilot's state.
 *
 * @param at when it did
 * @param reason what the person said why; null where it followed from what was heard of the pilot
 */
public record StateChange(
        long revision, Instant at, @Nullable String reason) {

    /** What the event changed; null where it left the state as it was. */
    static @Nullable StateChange of(RegisterEvent event, Instant time) {
        return switch (event) {
            case PilotAmended _, DelegationGranted _, DelegationRevoked _ -> null;
            case PilotApproved e -> new StateChange(e.revision(), time, null);
            case PilotAdvanced e -> new StateChange(e.revision(), time, null);
            case PilotSuspended e -> new StateChange(e.revision(), time, e.reason());
            case PilotResumed e -> new StateChange(e.revision(), time, e.reason());
            case PilotTerminated e -> new StateChange(e.revision(), time, e.reason());
            case PilotWithdrawn e -> new StateChange(e.revision(), time, e.reason());
            case PilotEvaluationStarted e -> new StateChange(e.revision(), time, e.reason());
            case PilotCompleted e -> new StateChange(e.revision(), time, e.reason());
            case PilotFailed e -> new StateChange(e.revision(), time, e.reason());
        };
    }
}
