package io.pilotwatch.contracts;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** The rules that {@link ProgrammeCheck} holds a programme to, one function each. */
final class ProgrammeRules {

    /** Takes what a check finds. */
    @FunctionalInterface
    interface Report {
        void problem(String pointer, String reason);

        default void unless(boolean right, String pointer, String reason) {
            if (!right) {
                problem(pointer, reason);
            }
        }
    }

    private static final String CODE = "[a-z0-9]+(-[a-z0-9]+)*";

    private ProgrammeRules() {}

    static void counts(Programme p, Report report) {
        report.unless(p.expectedPilots() > 0, "/expectedPilots", "is not above 0");
        report.unless(p.lateToleranceMinutes() >= 0, "/lateToleranceMinutes", "is below 0 minutes");
    }

    static void prefix(Programme p, Report report) {
        report.unless(
                p.pilotPrefix().matches("[A-Z]{2,5}"), "/pilotPrefix", "is not two to five capital letters A to Z");
    }

    static void period(Programme p, Report report) {
        report.unless(p.deadline().isAfter(p.start()), "/deadline", "is not after the start " + p.start());
    }

    static void cadence(Programme p, Report report) {
        var reports = p.reports();
        report.unless(Period.isLength(reports.everyMonths()), "/reports/everyMonths", "is not 1, 3, 6 or 12 months");
        report.unless(
                Period.isLength(reports.rectifyingEveryMonths()),
                "/reports/rectifyingEveryMonths",
                "is not 1, 3, 6 or 12 months");
        report.unless(within(0, reports.dueDaysAfter(), 60), "/reports/dueDaysAfter", "is not 0 to 60 days");
    }

    static void office(Programme p, Report report) {
        known(p.office(), agencyCodes(p), "agency", "/office", report);
    }

    static void leads(Programme p, Report report) {
        each(p.fields(), "/fields", (field, at) -> known(field.lead(), agencyCodes(p), "agency", at + "/lead", report));
    }

    /** One lead has one superior, or none, whichever field it leads. */
    static void superiors(Programme p, Report report) {
        each(p.fields(), "/fields", (field, at) -> {
            var pointer = at + "/superior";
            if (field.superior() != null) {
                known(field.superior(), agencyCodes(p), "agency", pointer, report);
                report.unless(!field.superior().equals(field.lead()), pointer, "is the lead itself");
            }
            var other = p.superiorOf(field.lead());
            report.unless(Objects.equals(field.superior(), other), pointer, "differs: the lead's is " + other);
        });
    }

    static void categories(Programme p, Report report) {
        var codes = p.categories().stream().map(Named::code).toList();
        each(p.fields(), "/fields", (f, at) -> known(f.category(), codes, "category", at + "/category", report));
    }

    private static void known(String code, List<String> codes, String what, String pointer, Report report) {
        report.unless(codes.contains(code), pointer, "names no " + what + " of this programme: " + code);
    }

    private static List<String> agencyCodes(Programme p) {
        return p.agencies().stream().map(Programme.Agency::code).toList();
    }

    private static boolean within(int least, int value, int most) {
        return least <= value && value <= most;
    }

    static void filled(Programme p, Report report) {
        report.unless(!p.agencies().isEmpty(), "/agencies", "is empty");
        report.unless(!p.categories().isEmpty(), "/categories", "is empty");
        report.unless(!p.fields().isEmpty(), "/fields", "is empty");
        report.unless(!p.kinds().isEmpty(), "/kinds", "is empty");
        report.unless(!p.grades().isEmpty(), "/grades", "is empty");
        report.unless(!p.template().isEmpty(), "/template", "is empty");
    }

    /** Codes stand in addresses, keys and labels, so their shape is narrow. */
    static void codes(Programme p, Report report) {
        report.unless(p.code().matches(CODE), "/code", "is not lower case with hyphens");
        unique(p.agencies(), "/agencies", "code", Programme.Agency::code, report);
        unique(p.categories(), "/categories", "code", Named::code, report);
        unique(p.fields(), "/fields", "code", Programme.Field::code, report);
        unique(p.kinds(), "/kinds", "code", Programme.Kind::code, report);
        unique(p.template(), "/template", "id", Programme.PlannedMilestone::id, report);
        each(p.fields(), "/fields", (f, at) -> unique(f.tags(), at + "/tags", "code", Named::code, report));
    }

    private static <T> void unique(List<T> items, String part, String key, Function<T, String> code, Report report) {
        var first = new HashMap<String, String>();
        each(items, part, (item, at) -> {
            var pointer = at + "/" + key;
            report.unless(code.apply(item).matches(CODE), pointer, "is not lower case with hyphens");
            var earlier = first.putIfAbsent(code.apply(item), pointer);
            report.unless(earlier == null, pointer, "is already used at " + earlier);
        });
    }

    static void admission(Programme p, Report report) {
        var admission = p.admission();
        unique(admission.levels(), "/admission/levels", "code", Named::code, report);
        unique(admission.criteria(), "/admission/criteria", "code", Programme.Criterion::code, report);
        weights(admission.criteria(), "/admission/criteria", Programme.Criterion::weight, report);
        report.unless(admission.leastReviews() >= 1, "/admission/leastReviews", "is not 1 or more");
        report.unless(
                within(0, admission.publicCommentDays(), 60), "/admission/publicCommentDays", "is not 0 to 60 days");
    }

    static void usualLevels(Programme p, Report report) {
        var codes = p.admission().levels().stream().map(Named::code).toList();
        each(p.kinds(), "/kinds", (kind, at) -> {
            each(kind.usualLevels(), at + "/usualLevels", (code, where) -> known(code, codes, "level", where, report));
        });
    }

    static void benefits(Programme p, Report report) {
        unique(p.benefits(), "/benefits", "code", Programme.Benefit::code, report);
        var first = new HashMap<String, String>();
        each(p.benefits(), "/benefits", (benefit, at) -> {
            unique(benefit.indicators(), at + "/indicators", "code", Programme.Indicator::code, report);
            each(benefit.indicators(), at + "/indicators", (indicator, where) -> {
                var earlier = first.putIfAbsent(indicator.code(), at);
                report.unless(earlier == null || earlier.equals(at), where + "/code", "is already used in " + earlier);
                boolean ratio = indicator.type() == Programme.IndicatorType.RATIO;
                report.unless(!ratio || !indicator.additive(), where + "/additive", "would add up ratios");
            });
        });
    }

    static void typicalCases(Programme p, Report report) {
        var cases = p.typicalCases();
        report.unless(within(0, cases.leastPoints(), 100), "/typicalCases/leastPoints", "is not 0 to 100 points");
        int sum = cases.criteria().stream()
                .mapToInt(TypicalCases.Criterion::points)
                .sum();
        report.unless(sum == 100, "/typicalCases/criteria", "has points that add up to " + sum + " instead of 100");
        var first = new HashMap<String, String>();
        each(cases.criteria(), "/typicalCases/criteria", (criterion, at) -> {
            report.unless(within(0, criterion.points(), 100), at + "/points", "is not 0 to 100 points");
            mark(criterion, p.grades().size(), at + "/at", report);
            var earlier = first.putIfAbsent(criterion.merit() + " " + criterion.at(), at);
            report.unless(earlier == null, at, "is already asked for at " + earlier);
        });
    }

    private static void mark(TypicalCases.Criterion criterion, int grades, String pointer, Report report) {
        int at = criterion.at();
        switch (criterion.merit()) {
            case GRADE ->
                report.unless(within(1, at, grades), pointer, "is not 1 to " + grades + ", for each grade one");
            case MILESTONES_REACHED, ON_TIME -> report.unless(within(1, at, 100), pointer, "is not 1 to 100 percent");
            case CONFIRMED_CONDUCT -> report.unless(at >= 0, pointer, "is below 0");
            default -> report.unless(at >= 1, pointer, "is not 1 or more");
        }
    }

    static void lists(Programme p, Report report) {
        unique(p.grades(), "/grades", "code", Named::code, report);
        unique(p.evidenceKinds(), "/evidenceKinds", "code", Named::code, report);
    }

    /** What a milestone depends on stands before it, so that there is no circle. */
    static void templateOrder(Programme p, Report report) {
        for (int i = 0; i < p.template().size(); i++) {
            var before = p.template().subList(0, i).stream()
                    .map(Programme.PlannedMilestone::id)
                    .toList();
            var at = "/template/" + i + "/dependsOn";
            each(
                    p.template().get(i).dependsOn(),
                    at,
                    (id, where) -> report.unless(before.contains(id), where, "is no milestone before this one: " + id));
        }
    }

    /** An import must be able to tell from a spelling alone which field or kind is meant. */
    static void spellings(Programme p, Report report) {
        var first = new HashMap<String, String>();
        // Equal codes are reported by codes(), so a code only claims its spelling here.
        each(p.fields(), "/fields", (field, at) -> first.putIfAbsent(fold(field.code()), at));
        each(p.kinds(), "/kinds", (kind, at) -> first.putIfAbsent(fold(kind.code()), at));
        each(p.fields(), "/fields", (f, at) -> claim(first, f.name(), f.aliases(), at, report));
        each(p.kinds(), "/kinds", (k, at) -> claim(first, k.name(), k.aliases(), at, report));
    }

    private static void claim(Map<String, String> first, Text name, List<String> aliases, String at, Report report) {
        claim(first, name.zh(), at, at + "/name/zh", report);
        claim(first, name.en(), at, at + "/name/en", report);
        each(aliases, at + "/aliases", (alias, pointer) -> claim(first, alias, at, pointer, report));
    }

    private static void claim(Map<String, String> first, String spelling, String at, String pointer, Report report) {
        var earlier = first.putIfAbsent(fold(spelling), at);
        report.unless(earlier == null || earlier.equals(at), pointer, "is already a spelling of " + earlier);
    }

    private static String fold(String spelling) {
        return spelling.strip().toLowerCase(Locale.ROOT);
    }

    static void nameHistory(Programme p, Report report) {
        each(p.agencies(), "/agencies", (agency, at) -> {
            report.unless(!agency.names().isEmpty(), at + "/names", "is empty");
            for (int i = 1; i < agency.names().size(); i++) {
                var from = agency.names().get(i).from();
                var before = agency.names().get(i - 1).from();
                var pointer = at + "/names/" + i + (from == null ? "" : "/from");
                report.unless(from != null, pointer, "has no from: only the first name needs none");
                report.unless(inOrder(before, from), pointer, "is not after the name before it, from " + before);
            }
        });
    }

    private static boolean inOrder(LocalDate before, LocalDate from) {
        return before == null || from == null || from.isAfter(before);
    }

    static void templateDays(Programme p, Report report) {
        for (int i = 0; i < p.template().size(); i++) {
            var due = p.template().get(i).due();
            var pointer = "/template/" + i + "/due";
            report.unless(!due.isBefore(p.start()), pointer, "is before the start " + p.start());
            report.unless(!due.isAfter(p.deadline()), pointer, "is after the deadline " + p.deadline());
            var before = i == 0 ? due : p.template().get(i - 1).due();
            report.unless(!due.isBefore(before), pointer, "is before the milestone before it, due " + before);
        }
    }

    static void templateWeights(Programme p, Report report) {
        weights(p.template(), "/template", Programme.PlannedMilestone::weight, report);
    }

    private static <T> void weights(List<T> items, String part, ToIntFunction<T> weight, Report report) {
        each(items, part, (item, at) -> {
            report.unless(within(1, weight.applyAsInt(item), 100), at + "/weight", "is not 1 to 100 percent");
        });
        int sum = items.stream().mapToInt(weight).sum();
        report.unless(
                sum == 100 || items.isEmpty(), part, "has weights that add up to " + sum + " instead of 100 percent");
    }

    /** Visits each item with its pointer. */
    static <T> void each(List<T> items, String part, BiConsumer<T, String> visit) {
        for (int i = 0; i < items.size(); i++) {
            visit.accept(items.get(i), part + "/" + i);
        }
    }
}
