package io.pilotwatch.contracts;

import io.pilotwatch.contracts.ProgrammeRules.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * What would make a programme wrong, all of it at once, so that an author mends the file in one go. A check whose part of
 * the programme has gaps stays silent: the gap is reported, and its consequences would only hide it.
 */
public final class ProgrammeCheck {

    /**
     * One thing that is wrong.
     *
     * @param pointer JSON pointer of the value at fault, such as {@code /template/2/due}
     * @param reason completes the sentence "this value …", in English
     */
    public record Problem(String pointer, String reason) {}

    /** One check and the parts of the programme that it reads. */
    private record Check(List<String> reads, BiConsumer<Programme, Report> body) {}

    private static final List<Check> CHECKS = List.of(
            check(ProgrammeRules::counts),
            check(ProgrammeRules::prefix, "/pilotPrefix"),
            check(ProgrammeRules::period, "/start", "/deadline"),
            check(ProgrammeRules::cadence, "/reports"),
            check(ProgrammeRules::filled, "/agencies", "/categories", "/fields", "/kinds", "/grades", "/template"),
            check(ProgrammeRules::codes, "/code", "/agencies", "/categories", "/fields", "/kinds", "/template"),
            check(ProgrammeRules::admission, "/admission"),
            check(ProgrammeRules::usualLevels, "/kinds", "/admission"),
            check(ProgrammeRules::benefits, "/benefits"),
            check(ProgrammeRules::typicalCases, "/typicalCases", "/grades"),
            check(ProgrammeRules::lists, "/grades", "/evidenceKinds"),
            check(ProgrammeRules::spellings, "/fields", "/kinds"),
            check(ProgrammeRules::office, "/office", "/agencies"),
            check(ProgrammeRules::leads, "/fields", "/agencies"),
            check(ProgrammeRules::superiors, "/fields", "/agencies"),
            check(ProgrammeRules::categories, "/fields", "/categories"),
            check(ProgrammeRules::nameHistory, "/agencies"),
            check(ProgrammeRules::templateDays, "/template", "/start", "/deadline"),
            check(ProgrammeRules::templateWeights, "/template"),
            check(ProgrammeRules::templateOrder, "/template"),
            check(ProgrammeTimeRules::thresholds, "/rules"),
            check(ProgrammeTimeRules::escalation, "/escalation"),
            check(ProgrammeTimeRules::rating, "/rating"),
            check(ProgrammeTimeRules::calendar, "/calendar"));

    private ProgrammeCheck() {}

    /** Everything that is wrong with this programme; empty when it may be used. */
    public static List<Problem> problems(Programme programme) {
        var gaps = Gaps.in(programme);
        var problems = new ArrayList<>(gaps);
        for (var check : CHECKS) {
            if (check.reads().stream().noneMatch(part -> hasGap(gaps, part))) {
                check.body().accept(programme, (pointer, reason) -> problems.add(new Problem(pointer, reason)));
            }
        }
        return List.copyOf(problems);
    }

    private static boolean hasGap(List<Problem> gaps, String part) {
        return gaps.stream().anyMatch(g -> (g.pointer() + "/").startsWith(part + "/"));
    }

    private static Check check(BiConsumer<Programme, Report> body, String... reads) {
        return new Check(List.of(reads), body);
    }
}
