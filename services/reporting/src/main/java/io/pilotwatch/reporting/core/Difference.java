package io.pilotwatch.reporting.core;

import io.pilotwatch.contracts.Nullable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/**
 * A field in which the live view of a pilot is not what its journal says.
 *
 * @param field where, such as {@code report/milestones/m1/percent}
 * @param live what the view has; null where it has nothing
 * @param rebuilt what the journal makes of it; null likewise
 */
public record Difference(
        String pilotId,
        String field,
        @Nullable String live,
        @Nullable String rebuilt) {

    /** Compares two values made of maps, lists and simple values, down to the smallest parts that differ. */
    public static List<Difference> between(
            String pilotId, String field, @Nullable Object live, @Nullable Object rebuilt) {
        var found = new ArrayList<Difference>();
        compare(pilotId, field, live, rebuilt, found);
        return found;
    }

    private static void compare(
            String pilotId, String field, @Nullable Object live, @Nullable Object rebuilt, List<Difference> found) {
        if (live instanceof Map<?, ?> a && rebuilt instanceof Map<?, ?> b) {
            var keys = new TreeSet<String>();
            a.keySet().forEach(k -> keys.add(k.toString()));
            b.keySet().forEach(k -> keys.add(k.toString()));
            keys.forEach(k -> compare(pilotId, field + "/" + k, a.get(k), b.get(k), found));
        } else if (live instanceof List<?> a && rebuilt instanceof List<?> b) {
            for (int i = 0; i < Math.max(a.size(), b.size()); i++) {
                compare(pilotId, field + "/" + i, at(a, i), at(b, i), found);
            }
        } else if (!same(live, rebuilt)) {
            found.add(new Difference(pilotId, field, text(live), text(rebuilt)));
        }
    }

    private static @Nullable Object at(List<?> list, int i) {
        return i < list.size() ? list.get(i) : null;
    }

    /** Numbers are the same however many zeros they end in. */
    private static boolean same(@Nullable Object live, @Nullable Object rebuilt) {
        return live instanceof Number a && rebuilt instanceof Number b
                ? new BigDecimal(a.toString()).compareTo(new BigDecimal(b.toString())) == 0
                : Objects.equals(live, rebuilt);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
