package io.pilotwatch.reporting.core;

import io.pilotwatch.contracts.Nullable;
import java.math.BigDecimal;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How the values of several pilots lie, where a sum of them would mean nothing. Between two values quartiles are
 * interpolated, as a spreadsheet's {@code QUARTILE.INC} does, and exactly.
 *
 * @param lower a quarter of the values lies at or below it
 * @param median half of them
 * @param upper three quarters
 */
public record Spread(BigDecimal lower, BigDecimal median, BigDecimal upper) {

    /** Values that come and go; equal ones are kept apart by their number only, so that their order leaves no trace. */
    static final class Values {

        private final SortedMap<BigDecimal, Integer> numbers = new TreeMap<>();

        void count(BigDecimal value, int sign) {
            numbers.merge(Exact.plain(value), sign, (a, b) -> a + b == 0 ? null : Integer.valueOf(a + b));
        }

        /** Null where there are none. */
        @Nullable
        Spread spread() {
            int n = numbers.values().stream().mapToInt(Integer::intValue).sum();
            return n == 0 ? null : new Spread(quarter(1, n), quarter(2, n), quarter(3, n));
        }

        private BigDecimal quarter(int q, int n) {
            int at = (n - 1) * q;
            var below = value(at / 4);
            var rest = BigDecimal.valueOf(at % 4);
            if (rest.signum() == 0) {
                return below;
            }
            var step = value(at / 4 + 1).subtract(below).multiply(rest);
            // Fours divide decimals exactly.
            return Exact.plain(below.add(step.divide(BigDecimal.valueOf(4))));
        }

        private BigDecimal value(int index) {
            int passed = 0;
            for (var entry : numbers.entrySet()) {
                passed += entry.getValue();
                if (index < passed) {
                    return entry.getKey();
                }
            }
            throw new IndexOutOfBoundsException(index);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Values v && numbers.equals(v.numbers);
        }

        @Override
        public int hashCode() {
            return numbers.hashCode();
        }
    }
}
