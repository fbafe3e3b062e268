package io.pilotwatch.contracts;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One programme: everything that differs from another programme is here, read from one data file and checked by
 * {@link ProgrammeCheck} before any service starts. The code knows no field, kind or regulator by name.
 *
 * @param pilotPrefix what pilot ids start with: {@code BP} gives {@code BP-001}
 * @param zone in which every programme day is counted
 * @param start first programme day: the list's publication
 * @param deadline last programme day; its end is the deadline
 * @param expectedPilots how many pilots the official list has
 * @param office code of the agency that runs the programme and leads where no field's lead does
 * @param admission how an application becomes a pilot
 * @param grades with which a pilot is completed, best first
 * @param template milestones of a task book filed without its own
 * @param rules thresholds by rule name
 * @param lateToleranceMinutes how much later than its threshold an alert may come without being called late
 * @param escalation who is told when nobody acknowledges an alert
 * @param calendar by which working days are counted
 * @param rating from when on the system rates a pilot worse
 * @param evidenceKinds what a piece of evidence may be
 * @param benefits what the pilots are to bring, with the indicators that show it
 * @param typicalCases which pilots are nominated for others to follow
 */
public record Programme(
        String code,
        Text name,
        String pilotPrefix,
        ZoneId zone,
        LocalDate start,
        LocalDate deadline,
        int expectedPilots,
        String office,
        List<Agency> agencies,
        List<Named> categories,
        List<Field> fields,
        List<Kind> kinds,
        Admission admission,
        List<Named> grades,
        List<PlannedMilestone> template,
        Map<String, List<Threshold>> rules,
        int lateToleranceMinutes,
        Escalation escalation,
        Calendar calendar,
        Cadence reports,
        RatingThresholds rating,
        List<Named> evidenceKinds,
        List<Benefit> benefits,
        TypicalCases typicalCases) {

    /** A government body; its names in the order in which it bore them. */
    public record Agency(String code, List<NamePeriod> names) {
        /** The name that it bore on that day; its first name before that. */
        public Text nameOn(LocalDate day) {
            return names.stream()
                    .filter(n -> n.from() == null || !n.from().isAfter(day))
                    .reduce(names.getFirst(), (earlier, later) -> later)
                    .name();
        }
    }

    /** A name and the day from which it was borne; null for from the beginning. */
    public record NamePeriod(@Nullable LocalDate from, Text name) {}

    /**
     * A field and its lead.
     *
     * @param lead code of the lead regulator
     * @param leadStated whether a published source states the lead; otherwise it is inferred and shown as such
     * @param superior code of the agency that supervises the lead; null where none does
     * @param tags sub-tags where the field has several parts; otherwise empty
     * @param aliases other spellings that an import accepts
     */
    public record Field(
            String code,
            Text name,
            String category,
            String lead,
            boolean leadStated,
            @Nullable String superior,
            List<Named> tags,
            List<String> aliases) {
        /** All that an import may write for it. */
        public List<String> spellings() {
            return Programme.spellings(code, name, aliases);
        }
    }

    /**
     * A kind of pilot.
     *
     * @param coversFields whether it covers any number of fields; otherwise it belongs to exactly one
     * @param usualLevels codes of the levels that its applicants have in principle, others must say why; empty for any
     * @param aliases other spellings that an import accepts
     */
    public record Kind(String code, Text name, boolean coversFields, List<String> usualLevels, List<String> aliases) {
        /** All that an import may write for it. */
        public List<String> spellings() {
            return Programme.spellings(code, name, aliases);
        }
    }

    /**
     * How an application becomes a pilot.
     *
     * @param levels of government, or other sorts of applicant
     * @param criteria by which experts score; their weights add up to 100
     * @param leastReviews how many experts must have spoken before an application is shortlisted
     * @param publicCommentDays whole programme days, after that of the shortlisting, in which anybody may object
     */
    public record Admission(List<Named> levels, List<Criterion> criteria, int leastReviews, int publicCommentDays) {}

    /** What experts score, 0 to 100; {@code weight} in percent. */
    public record Criterion(String code, Text name, int weight) {}

    /** What the pilots are to bring. */
    public record Benefit(String code, Text name, List<Indicator> indicators) {}

    /** What shows a benefit, by values in a unit; those of several pilots make a sum only where it is {@code additive}. */
    public record Indicator(
            String code, Text name, Text unit, Direction direction, IndicatorType type, boolean additive) {}

    /** Which way is better. */
    public enum Direction {
        UP,
        DOWN
    }

    /** What a value counts: all so far, all in the period, how it is at its end, or a share in percent. */
    public enum IndicatorType {
        CUMULATIVE,
        PERIOD,
        SNAPSHOT,
        RATIO
    }

    /**
     * A milestone of the template.
     *
     * @param criterion by what one will know that it is reached; null where none is stated
     * @param dependsOn ids of milestones that come before it
     */
    public record PlannedMilestone(
            String id,
            Text title,
            LocalDate due,
            int weight,
            boolean critical,
            @Nullable Text criterion,
            @AddedLater List<String> dependsOn) {
        public PlannedMilestone {
            dependsOn = dependsOn == null ? List.of() : dependsOn;
        }
    }

    /** At what a rule speaks, in which measure, and how gravely. */
    public record Threshold(int at, Measure in, Severity severity) {}

    /**
     * What a threshold counts: programme days, those of them that are worked, percent or points of it, reporting periods in
     * a row, or how strong a finding is, 1 for a person to judge and 2 for plain.
     */
    public enum Measure {
        DAYS,
        WORKING_DAYS,
        PERCENT,
        PERIODS,
        GRADE
    }

    /**
     * How often progress reports fall due: every so many months, so many days after the period's end.
     *
     * @param rectifyingEveryMonths for a pilot that rectifies, beside the others
     */
    public record Cadence(int everyMonths, int dueDaysAfter, int rectifyingEveryMonths) {
        /** The programme day by which a period's report is due. */
        public LocalDate due(Period period) {
            return period.to().plusDays(dueDaysAfter);
        }
    }

    /** The first instant at which it is too late. */
    public Instant deadlineInstant() {
        return startOf(deadline.plusDays(1));
    }

    /** The instant at which a programme day begins. */
    public Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    /** The programme day of an instant. */
    public LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }

    /** The id of the pilot with this number. */
    public String pilotId(int number) {
        return "%s-%03d".formatted(pilotPrefix, number);
    }

    /** The field with this code, if there is one. */
    public Optional<Field> field(String fieldCode) {
        return fields.stream().filter(f -> f.code().equals(fieldCode)).findFirst();
    }

    /** The field that an import spells so: by its code, either name or an alias, whatever the case. */
    public Optional<Field> fieldSpelled(String spelling) {
        return fields.stream().filter(f -> spelled(spelling, f.spellings())).findFirst();
    }

    /** The kind that an import spells so: by its code, either name or an alias, whatever the case. */
    public Optional<Kind> kindSpelled(String spelling) {
        return kinds.stream().filter(k -> spelled(spelling, k.spellings())).findFirst();
    }

    private static boolean spelled(String spelling, List<String> accepted) {
        return accepted.stream().anyMatch(spelling.strip()::equalsIgnoreCase);
    }

    private static List<String> spellings(String code, Text name, List<String> aliases) {
        return Stream.concat(Stream.of(code, name.zh(), name.en()), aliases.stream())
                .distinct()
                .toList();
    }

    /** The kind with this code, if there is one. */
    public Optional<Kind> kind(String kindCode) {
        return kinds.stream().filter(k -> k.code().equals(kindCode)).findFirst();
    }

    /** Whether the kind with this code covers any number of fields; one that there is not covers none. */
    public boolean coversFields(String kindCode) {
        return kind(kindCode).map(Kind::coversFields).orElse(false);
    }

    /** The agency with this code; there always is one once the file was checked. */
    public Agency agency(String agencyCode) {
        return agencies.stream()
                .filter(a -> a.code().equals(agencyCode))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no agency " + agencyCode));
    }

    /** The agencies that lead a pilot of these fields: each field's lead, or the office where there is no field. */
    public List<String> leadsOf(List<String> fieldCodes) {
        var leads = fields.stream()
                .filter(f -> fieldCodes.contains(f.code()))
                .map(Field::lead)
                .distinct()
                .toList();
        return leads.isEmpty() ? List.of(office) : leads;
    }

    /** Who is told of a pilot: its leads, and before them the office where the pilot's kind covers fields. */
    public List<String> addressees(String kindCode, List<String> fieldCodes) {
        var leads = leadsOf(fieldCodes).stream();
        return (coversFields(kindCode) ? Stream.concat(Stream.of(office), leads) : leads)
                .distinct()
                .toList();
    }

    /** Code of the agency that supervises this lead; null where none does. */
    public @Nullable String superiorOf(String leadAgency) {
        return fields.stream()
                .filter(f -> f.lead().equals(leadAgency) && f.superior() != null)
                .map(Field::superior)
                .findFirst()
                .orElse(null);
    }

    /** The indicator with this code, if there is one. */
    public Optional<Indicator> indicator(String indicatorCode) {
        return benefits.stream()
                .flatMap(b -> b.indicators().stream())
                .filter(i -> i.code().equals(indicatorCode))
                .findFirst();
    }

    /** The name in this list with this code, if there is one: of a grade, a level or a kind of evidence. */
    public static Optional<Named> named(List<Named> list, String code) {
        return list.stream().filter(n -> n.code().equals(code)).findFirst();
    }

    /** The thresholds of a rule, in the file's order; none when the programme does not use the rule. */
    public List<Threshold> thresholds(String rule) {
        return rules.getOrDefault(rule, List.of());
    }
}
