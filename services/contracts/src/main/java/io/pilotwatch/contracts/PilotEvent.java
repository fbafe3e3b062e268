package io.pilotwatch.contracts;

import java.time.LocalDate;
import java.util.List;

/** What intake says, on {@link Topic#PILOTS}. The subject of the revision is the pilot, from its application on. */
public sealed interface PilotEvent extends Event {

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
            String provenance) {}

    /**
     * An application as submitted. It keeps its id when it becomes a pilot.
     *
     * @param synthetic made for a demonstration; must be marked wherever it shows
     */
    record Application(
            String pilotId,
            String kind,
            List<String> fields,
            String organisation,
            String region,
            String summary,
            boolean synthetic) {}

    /** An applicant asked to become a pilot. */
    record ApplicationSubmitted(String pilotId, long revision, Application application, String by)
            implements PilotEvent {}

    /** The programme office published the pilot, from an application or from the official list. */
    record PilotApproved(String pilotId, long revision, Pilot pilot, String by) implements PilotEvent {}
}
