package io.pilotwatch.intake;

import io.pilotwatch.contracts.Named;
import io.pilotwatch.contracts.PilotEvent.Pilot;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.contracts.Text;
import java.time.LocalDate;
import java.util.List;

/**
 * A pilot as the register shows it.
 *
 * @param number in the official list, or above 1000 from an application
 * @param fields empty where the source states none
 * @param leads who decides on its claims: its field's lead, or the programme office
 * @param region empty where the source states none
 * @param provenance where the entry was read
 * @param synthetic made for a demonstration; mark it wherever it shows
 * @param approvedOn programme day
 */
record PilotView(
        String pilotId,
        int number,
        String organisation,
        Named kind,
        List<FieldView> fields,
        List<LeadView> leads,
        String region,
        String provenance,
        boolean synthetic,
        LocalDate approvedOn) {

    /** A field and who leads it: of a pilot that covers fields, those who see it and get its alerts. */
    record FieldView(String code, Text name, LeadView lead) {}

    /**
     * An agency by the name that it bears on the clock's day.
     *
     * @param stated whether a published source states that it leads; otherwise that is inferred
     */
    record LeadView(String code, Text name, boolean stated) {}

    static PilotView of(Pilot pilot, Programme programme, LocalDate today) {
        var fields = pilot.fields().stream()
                .flatMap(code -> programme.field(code).stream())
                .map(field -> field(field, programme, today))
                .toList();
        return new PilotView(
                pilot.pilotId(),
                pilot.number(),
                pilot.organisation(),
                Names.kind(programme, pilot.kind()),
                fields,
                leads(pilot, fields, programme, today),
                pilot.region(),
                pilot.provenance(),
                pilot.synthetic(),
                pilot.approvedOn());
    }

    static FieldView field(Programme.Field field, Programme programme, LocalDate today) {
        return new FieldView(field.code(), field.name(), lead(field.lead(), field.leadStated(), programme, today));
    }

    private static List<LeadView> leads(Pilot pilot, List<FieldView> fields, Programme programme, LocalDate today) {
        boolean covers = Names.coversFields(programme, pilot.kind());
        // Of a pilot without a field the office is the lead only for want of another.
        return covers || fields.isEmpty()
                ? List.of(lead(programme.office(), covers, programme, today))
                : fields.stream().map(FieldView::lead).toList();
    }

    static LeadView lead(String agency, boolean stated, Programme programme, LocalDate today) {
        return new LeadView(agency, programme.agency(agency).nameOn(today), stated);
    }
}
