package io.pilotwatch.reporting;

import io.pilotwatch.contracts.PilotState;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.contracts.Rating;
import io.pilotwatch.contracts.Text;
import io.pilotwatch.platform.Problem;
import io.pilotwatch.reporting.core.FieldGroup;
import io.pilotwatch.reporting.core.Finish;
import io.pilotwatch.reporting.core.PilotFigures;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A list's filters, as they stand in an address; empty is the same as absent, since that is what a form sends, and all that
 * are given must hold.
 *
 * @param field code of a field, of a kind that covers several, or {@code not-stated}
 * @param state a pilot state, such as {@code IN_PROGRESS}
 * @param rating {@code GREEN}, {@code AMBER}, {@code RED} or {@code NOT_RATED}
 * @param finish {@code BY_DEADLINE}, {@code LATE}, {@code NOT_FINISHED}, {@code UNDECIDED} or {@code ENDED_OTHERWISE}
 * @param q part of the organisation's name or of the pilot id
 */
public record Filters(
        @QueryParam("field") String field,
        @QueryParam("state") String state,
        @QueryParam("rating") String rating,
        @QueryParam("finish") String finish,
        @QueryParam("q") String q) {

    /** Whether a pilot matches. 400 for a value that does not exist. */
    Predicate<PilotFigures> predicate(Programme programme) {
        var groups = FieldGroup.all(programme, programme.start()).stream()
                .map(FieldGroup::code)
                .toList();
        return same(PilotFigures::group, oneOf(groups, field, "field"))
                .and(same(p -> p.facts().register().state(), oneOf(PilotState.values(), state, "state")))
                .and(same(p -> p.rating().rating(), oneOf(Rating.values(), rating, "rating")))
                .and(same(PilotFigures::finish, oneOf(Finish.values(), finish, "finish")))
                .and(holding(words(q)));
    }

    private static <T> Predicate<PilotFigures> same(Function<PilotFigures, T> of, T wanted) {
        return wanted == null ? pilot -> true : pilot -> of.apply(pilot).equals(wanted);
    }

    private static Predicate<PilotFigures> holding(String words) {
        if (words == null) {
            return pilot -> true;
        }
        var sought = words.toLowerCase(Locale.ROOT);
        return pilot -> (pilot.facts().register().organisation() + " "
                        + pilot.facts().pilotId())
                .toLowerCase(Locale.ROOT)
                .contains(sought);
    }

    /** What is looked for: no control characters, which nobody types. */
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
