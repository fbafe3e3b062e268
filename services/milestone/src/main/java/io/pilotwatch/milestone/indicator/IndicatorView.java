package io.pilotwatch.milestone.indicator;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;

import io.pilotwatch.contracts.MilestoneEvent.IndicatorTarget;
import io.pilotwatch.contracts.Named;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Period;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.contracts.Text;
import io.pilotwatch.milestone.indicator.IndicatorRows.ValueRow;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An indicator with what it came to.
 *
 * @param unit of all values
 * @param direction UP or DOWN: which way is better
 * @param type CUMULATIVE, PERIOD, SNAPSHOT or RATIO (in percent)
 * @param baseline where the task book says that it starts; null where it does not
 * @param target where the task book says that it is to be at the deadline; null where it does not
 * @param series a value a period, earliest first
 */
public record IndicatorView(
        String code,
        Text name,
        Text unit,
        Programme.Direction direction,
        Programme.IndicatorType type,
        @Nullable BigDecimal baseline,
        @Nullable BigDecimal target,
        List<Value> series) {

    /**
     * What it came to in a period.
     *
     * @param value as it stands
     * @param note how it was measured; null where the team wrote nothing
     * @param evidenceIds that back it up
     * @param corrections how it came to stand as it does, oldest first; none where the first word still holds
     */
    public record Value(
            Named period,
            BigDecimal value,
            @Nullable String note,
            List<UUID> evidenceIds,
            String by,
            Instant recordedAt,
            List<Correction> corrections) {

        /** Of all that was said of one period, oldest first. */
        static Value of(List<ValueRow> said) {
            var first = said.getFirst();
            var corrections = new java.util.ArrayList<Correction>();
            for (int i = 1; i < said.size(); i++) {
                var row = said.get(i);
                corrections.add(
                        new Correction(said.get(i - 1).value(), row.value(), row.reason(), row.by(), row.recordedAt()));
            }
            var period = Period.ofCode(first.period()).orElseThrow();
            return new Value(
                    new Named(period.code(), period.text()),
                    said.getLast().value(),
                    first.note(),
                    first.evidenceIds(),
                    first.by(),
                    first.recordedAt(),
                    corrections);
        }
    }

    /** From what to what it was corrected, by whom, when and why. */
    public record Correction(
            BigDecimal previousValue, BigDecimal value, String reason, String by, Instant recordedAt) {}

    static IndicatorView of(Programme.Indicator indicator, @Nullable IndicatorTarget target, List<ValueRow> said) {
        var series = said.stream().collect(groupingBy(ValueRow::period)).values().stream()
                .sorted(comparing(rows ->
                        Period.ofCode(rows.getFirst().period()).orElseThrow().from()))
                .map(Value::of)
                .toList();
        return new IndicatorView(
                indicator.code(),
                indicator.name(),
                indicator.unit(),
                indicator.direction(),
                indicator.type(),
                target == null ? null : target.baseline(),
                target == null ? null : target.target(),
                series);
    }
}
