package io.pilotwatch.intake;

import io.pilotwatch.contracts.Named;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.contracts.Text;
import io.pilotwatch.intake.core.Contact;
import java.time.LocalDate;
import java.util.List;

/**
 * A pilot as the register shows it.
 *
 * @param number in the official list, or above 1000 from an application
 * @param version counts every change; the ETag
 * @param revision counts those of which others were told
 * @param state where it stands in its life
 * @param fields empty where the source states none
 * @param tags its fields' sub-tags; empty where they have none, or the source states none
 * @param leads who decides on its claims: its field's lead, or the programme office
 * @param region empty where the source states none
 * @param provenance where the entry was read
 * @param synthetic made for a demonstration; mark it wherever it shows
 * @param approvedOn programme day
 * @param scenarios their names; empty where the source states none
 * @param delegates organisations, beside its own, whose people act for it
 * @param grade with which it was completed; null before that
 * @param contacts for its team, its leads and the programme office; null for others, and in lists
 */
public record PilotView(
        String pilotId,
        int number,
        long version,
        long revision,
        Named state,
        String organisation,
        Named kind,
        List<FieldView> fields,
        List<Named> tags,
        List<LeadView> leads,
        String region,
        String provenance,
        boolean synthetic,
        LocalDate approvedOn,
        List<String> scenarios,
        List<String> delegates,
        @Nullable Named grade,
        @Nullable List<Contact> contacts) {

    /** A field and who leads it: of a pilot that covers fields, those who see it and get its alerts. */
    public record FieldView(String code, Text name, LeadView lead) {}

    /**
     * An agency by the name that it bears on the clock's day.
     *
     * @param stated whether a published source states that it leads; otherwise that is inferred
     */
    public record LeadView(String code, Text name, boolean stated) {}

    static PilotView of(PilotRow row, Programme programme, LocalDate today) {
        var fields = row.fields.stream()
                .flatMap(code -> programme.field(code).stream())
                .map(field -> field(field, programme, today))
                .toList();
        return new PilotView(
                row.pilotId,
                row.number,
                row.version,
                row.revision,
                new Named(row.state.name(), row.state.text()),
                row.organisation,
                Names.kind(programme, row.kind),
                fields,
                Names.tags(programme, row.fields, row.tags),
                leads(row.kind, fields, programme, today),
                row.region,
                row.provenance,
                row.synthetic,
                row.approvedOn,
                List.copyOf(row.scenarios),
                List.copyOf(row.delegates),
                Names.named(programme.grades(), row.grade),
                null);
    }

    /** The same with the people to ask. */
    PilotView with(List<Contact> people) {
        return new PilotView(
                pilotId,
                number,
                version,
                revision,
                state,
                organisation,
                kind,
                fields,
                tags,
                leads,
                region,
                provenance,
                synthetic,
                approvedOn,
                scenarios,
                delegates,
                grade,
                people);
    }

    static FieldView field(Programme.Field field, Programme programme, LocalDate today) {
        return new FieldView(field.code(), field.name(), lead(field.lead(), field.leadStated(), programme, today));
    }

    private static List<LeadView> leads(String kind, List<FieldView> fields, Programme programme, LocalDate today) {
        boolean covers = Names.coversFields(programme, kind);
        // Of a pilot without a field the office is the lead only for want of another.
        return covers || fields.isEmpty()
                ? List.of(lead(programme.office(), covers, programme, today))
                : fields.stream().map(FieldView::lead).toList();
    }

    static LeadView lead(String agency, boolean stated, Programme programme, LocalDate today) {
        return new LeadView(agency, programme.agency(agency).nameOn(today), stated);
    }
}
