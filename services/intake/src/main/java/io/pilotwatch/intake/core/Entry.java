package io.pilotwatch.intake.core;

import io.pilotwatch.contracts.PilotEvent.Pilot;
import io.pilotwatch.contracts.Programme;
import java.time.LocalDate;
import java.util.List;

/**
 * What a list states about one pilot. Two entries with equal content are equal, whatever their spelling was.
 *
 * @param kind code of a kind
 * @param fields codes of fields in the programme's order; empty where the source states none
 * @param region empty where the source states none
 */
public record Entry(
        int number,
        String kind,
        List<String> fields,
        String organisation,
        String region,
        boolean synthetic,
        String provenance) {

    /** What the register states about this pilot. */
    static Entry of(Pilot pilot) {
        return new Entry(
                pilot.number(),
                pilot.kind(),
                pilot.fields(),
                pilot.organisation(),
                pilot.region(),
                pilot.synthetic(),
                pilot.provenance());
    }

    /** The pilot that this entry makes when it is published on that day. */
    Pilot published(Programme programme, LocalDate day) {
        return new Pilot(
                programme.pilotId(number), number, kind, fields, organisation, region, day, synthetic, provenance);
    }
}
