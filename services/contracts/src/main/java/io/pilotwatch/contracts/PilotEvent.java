package io.pilotwatch.contracts;

import java.time.LocalDate;
import java.util.List;

/**
 * What intake says, on {@link Topic#PILOTS}. The subject of the revision is the pilot, from its application on. {@code by}
 * is the account that acted, {@code reason} what it said why.
 */
public sealed interface PilotEvent extends Event {

    /** Something that befell an application; carries it as it then stands. */
    sealed interface ApplicationEvent extends PilotEvent {
        /** The application after it. */
        Application application();
    }

    /** Something that befell a published pilot; carries its entry in the register as it then stands. */
    sealed interface RegisterEvent extends PilotEvent {
        /** The pilot after it. */
        Pilot pilot();
    }

    /**
     * A pilot as the register publishes it.
     *
     * @param number its number in the official list, or above 1000 when it was approved from an application
     * @param kind code of a kind in the programme file
     * @param fields codes of fields in the programme file; empty where the source does not state one
     * @param organisation the pilot unit's name as published
     * @param region province or municipality; empty where the source does not state one
     * @param approvedOn programme day of publication
     * @param synthetic made for a demonstration; must be marked wherever it shows
     * @param provenance where the entry was read; free text
     * @param state where it stands in its life
     * @param tags codes of its field's sub-tags; empty where the field has none, or the source does not state one
     * @param scenarios the names of its scenarios; empty where the source states none
     * @param delegates organisations, beside its own, whose people act for it
     * @param grade code of the grade with which it was completed; null before that
     */
    record Pilot(
            String pilotId,
            int number,
            String kind,
            List<String> fields,
            String organisation,
            String region,
            LocalDate approvedOn,
            boolean synthetic,
            String provenance,
            @AddedLater PilotState state,
            @AddedLater List<String> tags,
            @AddedLater List<String> scenarios,
            @AddedLater List<String> delegates,
            @Nullable String grade) {

        public Pilot {
            state = state == null ? PilotState.APPROVED : state;
            tags = tags == null ? List.of() : tags;
            scenarios = scenarios == null ? List.of() : scenarios;
            delegates = delegates == null ? List.of() : delegates;
        }

        /** As a list publishes it: nothing more is known of it yet. */
        public Pilot(
                String pilotId,
                int number,
                String kind,
                List<String> fields,
                String organisation,
                String region,
                LocalDate approvedOn,
                boolean synthetic,
                String provenance) {
            this(
                    pilotId,
                    number,
                    kind,
                    fields,
                    organisation,
                    region,
                    approvedOn,
                    synthetic,
                    provenance,
                    null,
                    null,
                    null,
                    null,
                    null);
        }
    }

    /**
     * An application as submitted. It keeps its id when it becomes a pilot.
     *
     * @param synthetic made for a demonstration; must be marked wherever it shows
     * @param state where it stands
     * @param tags codes of its field's sub-tags; empty where the field has none
     * @param scenarios the names of its scenarios, at least one
     * @param level code of the applicant's level in the programme file; null where none was asked for
     * @param levelReason why an applicant of another level than the usual one asks; null where it is the usual one
     */
    record Application(
            String pilotId,
            String kind,
            List<String> fields,
            String organisation,
            String region,
            String summary,
            boolean synthetic,
            @AddedLater ApplicationState state,
            @AddedLater List<String> tags,
            @AddedLater List<String> scenarios,
            @Nullable String level,
            @Nullable String levelReason) {

        public Application {
            state = state == null ? ApplicationState.SUBMITTED : state;
            tags = tags == null ? List.of() : tags;
            scenarios = scenarios == null ? List.of() : scenarios;
        }

        /** The least that an application ever said. */
        public Application(
                String pilotId,
                String kind,
                List<String> fields,
                String organisation,
                String region,
                String summary,
                boolean synthetic) {
            this(pilotId, kind, fields, organisation, region, summary, synthetic, null, null, null, null, null);
        }
    }

    /**
     * One expert's opinion.
     *
     * @param score 0 to 100, weighted by the programme's criteria
     * @param supports whether the expert is for it
     */
    record Review(int score, boolean supports, String opinion) {}

    /** What somebody holds against a shortlisted application. */
    record Objection(String objectionId, String text) {}

    /** An applicant asked to become a pilot, for the first time or after correction. */
    record ApplicationSubmitted(String pilotId, long revision, Application application, String by)
            implements ApplicationEvent {}

    /** A unit recommends it; {@code unit} is the region or the field's code for which the recommender speaks. */
    record ApplicationRecommended(
            String pilotId,
            long revision,
            Application application,
            String unit,
            @Nullable String note,
            String by) implements ApplicationEvent {}

    /** The programme office gave it to the experts. */
    record ApplicationReviewStarted(String pilotId, long revision, Application application, String by)
            implements ApplicationEvent {}

    /** An expert gave an opinion, or a new one in place of the former. */
    record ApplicationReviewed(String pilotId, long revision, Application application, Review review, String by)
            implements ApplicationEvent {}

    /** It was made public; until the end of {@code commentUntil}, a programme day, anybody may object. */
    record ApplicationShortlisted(
            String pilotId, long revision, Application application, LocalDate commentUntil, String by)
            implements ApplicationEvent {}

    /** Somebody objects. */
    record ObjectionRaised(String pilotId, long revision, Application application, Objection objection, String by)
            implements ApplicationEvent {}

    /** The programme office decided on an objection. */
    record ObjectionSettled(
            String pilotId,
            long revision,
            Application application,
            Objection objection,
            boolean upheld,
            String reason,
            String by)
            implements ApplicationEvent {}

    /** It was given back for correction. */
    record ApplicationReturned(String pilotId, long revision, Application application, String reason, String by)
            implements ApplicationEvent {}

    /** It will not become a pilot. */
    record ApplicationRejected(String pilotId, long revision, Application application, String reason, String by)
            implements ApplicationEvent {}

    /** The applicant takes it back. */
    record ApplicationWithdrawn(String pilotId, long revision, Application application, String reason, String by)
            implements ApplicationEvent {}

    /**
     * The programme office published the pilot, from an application or from the official list.
     *
     * @param receipts the receipts given for its application, oldest first, with which the pilot's ledger begins
     */
    record PilotApproved(
            String pilotId,
            long revision,
            Pilot pilot,
            String by,
            @AddedLater List<String> receipts) implements RegisterEvent {
        public PilotApproved {
            receipts = receipts == null ? List.of() : receipts;
        }

        /** A pilot without an application. */
        public PilotApproved(String pilotId, long revision, Pilot pilot, String by) {
            this(pilotId, revision, pilot, by, null);
        }
    }

    /** What the register says of it was amended, such as its scenarios. */
    record PilotAmended(String pilotId, long revision, Pilot pilot, String by) implements RegisterEvent {}

    /** The people of another organisation may act for it from now on. */
    record DelegationGranted(String pilotId, long revision, Pilot pilot, String organisation, String reason, String by)
            implements RegisterEvent {}

    /** They may no longer. */
    record DelegationRevoked(String pilotId, long revision, Pilot pilot, String organisation, String reason, String by)
            implements RegisterEvent {}

    /** Its state followed what was heard of it: its task book was filed, its work began, it rectifies or has done so. */
    record PilotAdvanced(
            String pilotId,
            long revision,
            Pilot pilot,
            PilotState previous,
            @Nullable String by) implements RegisterEvent {}

    /** It rests. */
    record PilotSuspended(String pilotId, long revision, Pilot pilot, String reason, String by)
            implements RegisterEvent {}

    /** It goes on where it stood. */
    record PilotResumed(String pilotId, long revision, Pilot pilot, String reason, String by)
            implements RegisterEvent {}

    /** The programme office ended it. */
    record PilotTerminated(String pilotId, long revision, Pilot pilot, String reason, String by)
            implements RegisterEvent {}

    /** The pilot unit left the programme. */
    record PilotWithdrawn(String pilotId, long revision, Pilot pilot, String reason, String by)
            implements RegisterEvent {}

    /** Its final evaluation began. */
    record PilotEvaluationStarted(String pilotId, long revision, Pilot pilot, String reason, String by)
            implements RegisterEvent {}

    /** It passed the final evaluation, with the grade that the pilot now bears. */
    record PilotCompleted(String pilotId, long revision, Pilot pilot, String reason, String by)
            implements RegisterEvent {}

    /** It did not pass the final evaluation. */
    record PilotFailed(String pilotId, long revision, Pilot pilot, String reason, String by) implements RegisterEvent {}
}
