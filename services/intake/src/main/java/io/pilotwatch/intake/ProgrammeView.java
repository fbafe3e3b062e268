package io.pilotwatch.intake;

import io.pilotwatch.contracts.Calendar;
import io.pilotwatch.contracts.Escalation;
import io.pilotwatch.contracts.Named;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.contracts.Text;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/**
 * The programme's public facts, so that clients need no constants of their own.
 *
 * @param today the clock's programme day, by which leads are named
 * @param deadline last programme day
 * @param deadlineAt the first instant at which it is too late, in the programme's zone
 * @param office who runs the programme and leads where no field's lead does
 * @param agencies with the names that they have borne, the first from the beginning
 * @param template milestones of a task book filed without its own
 * @param rules thresholds by rule
 * @param escalation who is told when nobody acknowledges an alert
 * @param calendar by which working days are counted
 * @param reports how often progress reports fall due
 * @param admission how an application becomes a pilot
 * @param grades with which a pilot is completed, best first
 * @param benefits what the pilots are to bring, with the indicators that show it
 * @param evidenceKinds what a piece of evidence may be
 */
record ProgrammeView(
        String code,
        Text name,
        String zone,
        LocalDate today,
        LocalDate start,
        LocalDate deadline,
        OffsetDateTime deadlineAt,
        int expectedPilots,
        PilotView.LeadView office,
        List<Programme.Agency> agencies,
        List<Named> categories,
        List<FieldFacts> fields,
        List<Programme.Kind> kinds,
        List<Programme.PlannedMilestone> template,
        Map<String, List<Programme.Threshold>> rules,
        Escalation escalation,
        Calendar calendar,
        Programme.Cadence reports,
        Programme.Admission admission,
        List<Named> grades,
        List<Programme.Benefit> benefits,
        List<Named> evidenceKinds) {

    /** A field with its lead of today; {@code category} is a code, {@code aliases} are spellings that an import accepts. */
    record FieldFacts(
            String code, Text name, String category, PilotView.LeadView lead, List<Named> tags, List<String> aliases) {

        private static FieldFacts of(Programme.Field field, Programme programme, LocalDate today) {
            var lead = PilotView.lead(field.lead(), field.leadStated(), programme, today);
            return new FieldFacts(field.code(), field.name(), field.category(), lead, field.tags(), field.aliases());
        }
    }

    static ProgrammeView of(Programme programme, LocalDate today) {
        return new ProgrammeView(
                programme.code(),
                programme.name(),
                programme.zone().getId(),
                today,
                programme.start(),
                programme.deadline(),
                programme.deadlineInstant().atZone(programme.zone()).toOffsetDateTime(),
                programme.expectedPilots(),
                PilotView.lead(programme.office(), true, programme, today),
                programme.agencies(),
                programme.categories(),
                programme.fields().stream()
                        .map(field -> FieldFacts.of(field, programme, today))
                        .toList(),
                programme.kinds(),
                programme.template(),
                programme.rules(),
                programme.escalation(),
                programme.calendar(),
                programme.reports(),
                programme.admission(),
                programme.grades(),
                programme.benefits(),
                programme.evidenceKinds());
    }
}
