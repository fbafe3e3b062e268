package io.pilotwatch.reporting;

import io.pilotwatch.contracts.PilotState;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.contracts.Text;
import io.pilotwatch.platform.Problem;
import io.pilotwatch.reporting.core.FieldGroup;
import io.pilotwatch.reporting.core.Finish;
import java.util.Arrays;
import java.util.List;

/** Reads a list's filters; empty is the same as absent, since that is what a form sends. */
final class Filters {

    private Filters() {}

    static PilotList.Filter of(String field, String state, String finish, String q, Programme programme) {
        var groups = FieldGroup.all(programme, programme.start()).stream()
                .map(FieldGroup::code)
                .toList();
        return new PilotList.Filter(
                oneOf(groups, field, "field"),
                oneOf(PilotState.values(), state, "state"),
                oneOf(Finish.values(), finish, "finish"),
                words(q));
    }

    /** What is looked for: no control characters, which a database would refuse less politely. */
    private static String words(String q) {
        if (isAbsent(q)) {
            return null;
        }
        if (q.chars().anyMatch(Character::isISOControl)) {
            throw Problem.badParameter("q", new Text("q 不得含控制字符。", "q has no control characters."));
        }
        return q.strip();
    }

    private static <E extends Enum<E>> E oneOf(E[] values, String asked, String parameter) {
        var known = oneOf(Arrays.stream(values).map(Enum::name).toList(), asked, parameter);
        return Arrays.stream(values)
                .filter(v -> v.name().equals(known))
                .findFirst()
                .orElse(null);
    }

    private static String oneOf(List<String> codes, String asked, String parameter) {
        if (isAbsent(asked)) {
            return null;
        }
        if (!codes.contains(asked)) {
            var known = String.join(", ", codes);
            throw Problem.badParameter(
                    parameter,
                    new Text(
                            "%s 应为以下之一：%s。".formatted(parameter, known),
                            "%s is one of: %s.".formatted(parameter, known)));
        }
        return asked;
    }

    private static boolean isAbsent(String asked) {
        return asked == null || asked.isBlank();
    }
}
