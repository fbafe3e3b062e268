package io.pilotwatch.reporting;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.pilotwatch.contracts.Named;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.contracts.Rating;
import io.pilotwatch.contracts.Text;
import io.pilotwatch.platform.Problem;
import io.pilotwatch.reporting.core.Breakdown;
import io.pilotwatch.reporting.core.Finish;
import io.pilotwatch.reporting.core.PilotFigures;
import io.pilotwatch.reporting.core.Search;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/**
 * A list's filters, as they stand in an address; empty is the same as absent, since that is what a form sends, and all that
 * are given must hold.
 *
 * @param field code of a field, of a kind that covers several, or {@code not-stated}
 * @param category code of a category, or {@code not-stated}
 * @param kind code of a kind
 * @param region as the register writes it, or {@code not-stated}
 * @param regulator code of an agency that leads the pilot
 * @param state a pilot state, such as {@code IN_PROGRESS}
 * @param rating {@code GREEN}, {@code AMBER}, {@code RED} or {@code NOT_RATED}
 * @param finish {@code BY_DEADLINE}, {@code LATE}, {@code NOT_FINISHED}, {@code UNDECIDED} or {@code ENDED_OTHERWISE}
 * @param forecastLate {@code true} or {@code false}: whether its last milestone is likely after the deadline
 * @param overdue {@code true} or {@code false}: whether any milestone is open after its due day
 * @param synthetic {@code true} or {@code false}: whether it was made for a demonstration
 * @param q words, each a part of what the pilot is called: its id, number, organisation, delegates, scenarios, region or
 *     field; full-width or half-width and in either case
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Filters(
        @QueryParam("field") String field,
        @QueryParam("category") String category,
        @QueryParam("kind") String kind,
        @QueryParam("region") String region,
        @QueryParam("regulator") String regulator,
        @QueryParam("state") String state,
        @QueryParam("rating") String rating,
        @QueryParam("finish") String finish,
        @QueryParam("forecastLate") String forecastLate,
        @QueryParam("overdue") String overdue,
        @QueryParam("synthetic") String synthetic,
        @QueryParam("q") String q) {

    /** The most characters that anybody looks for. */
    private static final int LONGEST = 200;

    /** What is filtered by: parameters and their values. */
    public Map<String, String> given() {
        var given = new LinkedHashMap<String, String>();
        given.put("field", field);
        given.put("category", category);
        given.put("kind", kind);
        given.put("region", region);
        given.put("regulator", regulator);
        given.put("state", state);
        given.put("rating", rating);
        given.put("finish", finish);
        given.put("forecastLate", forecastLate);
        given.put("overdue", overdue);
        given.put("synthetic", synthetic);
        given.put("q", q);
        given.values().removeIf(Filters::isAbsent);
        return given;
    }

    /** Whether a pilot matches. 400 for a value that does not exist. */
    public Predicate<PilotFigures> predicate(Programme programme) {
        var search = search(programme);
        return pilot -> search.matches(pilot, programme);
    }

    /** What is sought. 400 for a value that does not exist. */
    public Search search(Programme programme) {
        return new Search(
                rows(programme),
                oneOf(Rating.values(), rating, "rating"),
                oneOf(Finish.values(), finish, "finish"),
                truth(forecastLate, "forecastLate"),
                truth(overdue, "overdue"),
                truth(synthetic, "synthetic"),
                isAbsent(q) ? List.of() : Search.words(words(q, "q")));
    }

    private Map<Breakdown, String> rows(Programme programme) {
        var rows = new EnumMap<Breakdown, String>(Breakdown.class);
        given(Breakdown.FIELD, field, programme, rows);
        given(Breakdown.CATEGORY, category, programme, rows);
        given(Breakdown.KIND, kind, programme, rows);
        given(Breakdown.REGULATOR, regulator, programme, rows);
        given(Breakdown.STATE, state, programme, rows);
        if (!isAbsent(region)) {
            rows.put(Breakdown.REGION, words(region, "region").strip());
        }
        return rows;
    }

    private static void given(Breakdown by, String asked, Programme programme, Map<Breakdown, String> rows) {
        var codes =
                by.rows(programme, programme.start()).stream().map(Named::code).toList();
        var known = oneOf(codes, asked, by.name().toLowerCase(Locale.ROOT));
        if (known != null) {
            rows.put(by, known);
        }
    }

    /** What is looked for: not a whole book, and no control characters nor halves of a character, which nobody types. */
    private static String words(String asked, String parameter) {
        if (asked.length() > LONGEST) {
            throw Problem.badParameter(
                    parameter,
                    new Text(
                            "%s 不得超过 %d 个字符。".formatted(parameter, LONGEST),
                            "%s has at most %d characters.".formatted(parameter, LONGEST)));
        }
        if (asked.codePoints()
                .anyMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE)) {
            throw Problem.badParameter(
                    parameter,
                    new Text("%s 不得含控制字符。".formatted(parameter), "%s has no control characters.".formatted(parameter)));
        }
        return asked;
    }

    /** A parameter that is {@code true} or {@code false}; null where it is absent, 400 where it is anything else. */
    public static Boolean truth(String asked, String parameter) {
        var known = oneOf(List.of("true", "false"), asked, parameter);
        return known == null ? null : Boolean.valueOf(known);
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
