package io.pilotwatch.reporting.core;

import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.contracts.Rating;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Which pilots are sought; all that is given must hold.
 *
 * @param rows code of the portfolio's row to which a pilot belongs, of each breakdown that is given
 * @param rating the system's; null for any
 * @param finish null for any
 * @param forecastLate whether its last milestone is likely after the deadline; null for either
 * @param overdue whether any milestone is open after its due day; null for either
 * @param synthetic whether it was made for a demonstration; null for either
 * @param words each of which must be found in what the pilot is called; empty for any
 */
public record Search(
        Map<Breakdown, String> rows,
        @Nullable Rating rating,
        @Nullable Finish finish,
        @Nullable Boolean forecastLate,
        @Nullable Boolean overdue,
        @Nullable Boolean synthetic,
        List<String> words) {

    /** The words of what somebody typed, as {@link #fold} has them. */
    public static List<String> words(String typed) {
        return Arrays.stream(fold(typed).split("[\\s\\p{Z}]+"))
                .filter(w -> !w.isEmpty())
                .toList();
    }

    /** Full-width as half-width, ligatures as letters, and no matter which case: who types need not know how it is written. */
    static String fold(String text) {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
        // By way of upper case, since some letters, such as ß, have no other that they share with what they stand for.
        return plain.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    /** Whether this pilot is one of those sought. */
    public boolean matches(PilotFigures pilot, Programme programme) {
        return rows.entrySet().stream()
                        .allMatch(row -> row.getKey().codes(pilot, programme).contains(row.getValue()))
                && isOrAny(rating, pilot.rating().rating())
                && isOrAny(finish, pilot.finish())
                && isOrAny(forecastLate, pilot.isForecastLate(programme))
                && isOrAny(overdue, pilot.lateness().overdue() > 0)
                && isOrAny(synthetic, pilot.facts().register().synthetic())
                && (words.isEmpty() || isCalled(pilot, programme));
    }

    private static <T> boolean isOrAny(@Nullable T sought, T value) {
        return sought == null || sought.equals(value);
    }

    /** A line each, so that no word is found across two of them. */
    private boolean isCalled(PilotFigures pilot, Programme programme) {
        var called = fold(String.join("\n", names(pilot, programme).toList()));
        return words.stream().allMatch(called::contains);
    }

    private static Stream<String> names(PilotFigures pilot, Programme programme) {
        var register = pilot.facts().register();
        var own = Stream.of(
                pilot.facts().pilotId(),
                Integer.toString(register.number()),
                register.organisation(),
                register.region());
        var fields = register.fields().stream()
                .flatMap(code -> programme.field(code).stream())
                .flatMap(field -> Stream.of(field.name().zh(), field.name().en()));
        return Stream.of(own, register.delegates().stream(), register.scenarios().stream(), fields)
                .flatMap(Function.identity());
    }
}
