package io.pilotwatch.intake.core;

import io.pilotwatch.contracts.ApplicationState;
import io.pilotwatch.contracts.PilotEvent;
import java.time.LocalDate;
import java.util.List;

/** An applicant's wish to become a pilot: one type a state, each with only what it has then. */
public sealed interface Application {

    /** What it has in every state. */
    Dossier dossier();

    /** The state by name. */
    ApplicationState state();

    /** Something can still become of it. */
    sealed interface Open extends Application {}

    /** The applicant has it in hand. */
    sealed interface AtApplicant extends Open {
        /** Why nobody else can do anything with it. */
        IntakeRefusal why();
    }

    /** It was submitted and awaits others. */
    sealed interface AtOffice extends Open {}

    /** Nothing more can become of it. */
    sealed interface Closed extends Application {
        /** Why not. */
        IntakeRefusal why();
    }

    /** Its applicant alone knows of it. */
    record Draft(Dossier dossier) implements AtApplicant {
        @Override
        public ApplicationState state() {
            return ApplicationState.DRAFT;
        }

        @Override
        public IntakeRefusal why() {
            return IntakeRefusal.NOT_SUBMITTED;
        }
    }

    /** Given back for correction. */
    record Returned(Dossier dossier) implements AtApplicant {
        @Override
        public ApplicationState state() {
            return ApplicationState.RETURNED;
        }

        @Override
        public IntakeRefusal why() {
            return IntakeRefusal.AWAITS_CORRECTION;
        }
    }

    /** It awaits a recommendation. */
    record Submitted(Dossier dossier) implements AtOffice {
        @Override
        public ApplicationState state() {
            return ApplicationState.SUBMITTED;
        }
    }

    /** It awaits the experts. */
    record Recommended(Dossier dossier) implements AtOffice {
        @Override
        public ApplicationState state() {
            return ApplicationState.RECOMMENDED;
        }
    }

    /** The experts have it; {@code reviews} are those in force, one an expert. */
    record UnderReview(Dossier dossier, List<Review> reviews) implements AtOffice {
        @Override
        public ApplicationState state() {
            return ApplicationState.UNDER_REVIEW;
        }
    }

    /** It is public; until the end of {@code commentUntil}, a programme day, anybody may object. */
    record Shortlisted(Dossier dossier, LocalDate commentUntil, List<Objection> objections) implements AtOffice {
        @Override
        public ApplicationState state() {
            return ApplicationState.SHORTLISTED;
        }

        boolean hasObjection(Objection.State wanted) {
            return objections.stream().anyMatch(o -> o.is(wanted));
        }
    }

    /** It became a pilot. */
    record Approved(Dossier dossier) implements Closed {
        @Override
        public ApplicationState state() {
            return ApplicationState.APPROVED;
        }

        @Override
        public IntakeRefusal why() {
            return IntakeRefusal.ALREADY_APPROVED;
        }
    }

    /** It will not become a pilot. */
    record Rejected(Dossier dossier) implements Closed {
        @Override
        public ApplicationState state() {
            return ApplicationState.REJECTED;
        }

        @Override
        public IntakeRefusal why() {
            return IntakeRefusal.APPLICATION_REJECTED;
        }
    }

    /** The applicant took it back. */
    record Withdrawn(Dossier dossier) implements Closed {
        @Override
        public ApplicationState state() {
            return ApplicationState.WITHDRAWN;
        }

        @Override
        public IntakeRefusal why() {
            return IntakeRefusal.APPLICATION_WITHDRAWN;
        }
    }

    /** What others may see. */
    default PilotEvent.Application told() {
        var wish = dossier().wish();
        return new PilotEvent.Application(
                dossier().pilotId(),
                wish.kind(),
                wish.fields(),
                wish.organisation(),
                wish.region(),
                wish.summary(),
                wish.synthetic(),
                state(),
                wish.tags(),
                wish.scenarios(),
                wish.level(),
                wish.levelReason());
    }
}
