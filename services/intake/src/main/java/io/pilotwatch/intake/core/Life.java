package io.pilotwatch.intake.core;

import io.pilotwatch.contracts.PilotState;

/** Where a published pilot stands, with what is known of it there. */
public sealed interface Life {

    /** The state by name. */
    PilotState state();

    /** It goes its way; its state follows from the facts alone. */
    record Active(Facts facts) implements Life {
        @Override
        public PilotState state() {
            return facts.state();
        }
    }

    /** It is in its final evaluation. */
    record Evaluating(Facts facts) implements Life {
        @Override
        public PilotState state() {
            return PilotState.FINAL_EVALUATION;
        }
    }

    /** It rests. What is heard meanwhile is kept; {@code evaluating} is whether it goes on in its final evaluation. */
    record Suspended(Facts facts, boolean evaluating) implements Life {
        @Override
        public PilotState state() {
            return PilotState.SUSPENDED;
        }
    }

    /** Nothing more becomes of it. */
    record Ended(PilotState state) implements Life {
        /** Why not. */
        IntakeRefusal why() {
            return switch (state) {
                case COMPLETED -> IntakeRefusal.PILOT_COMPLETED;
                case FAILED -> IntakeRefusal.PILOT_FAILED;
                case TERMINATED -> IntakeRefusal.PILOT_TERMINATED;
                case WITHDRAWN -> IntakeRefusal.PILOT_WITHDRAWN;
                case APPROVED, TASKBOOK_FILED, IN_PROGRESS, RECTIFYING, SUSPENDED, FINAL_EVALUATION ->
                    throw new IllegalStateException(state + " is no end");
            };
        }
    }
}
