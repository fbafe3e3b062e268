package io.pilotwatch.contracts;

import static java.util.Comparator.comparing;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** Which periodic reports a pilot owes: nobody orders them, they follow from the calendar, the same for every service. */
public final class Expectations {

    private Expectations() {}

    /**
     * A report that a pilot owes.
     *
     * @param due programme day
     */
    public record Expected(Period period, LocalDate due) {}

    /**
     * What a pilot has to put right.
     *
     * @param orderedOn programme day
     * @param acceptedOn programme day; null while it is open
     */
    public record Rectification(
            LocalDate orderedOn, @Nullable LocalDate acceptedOn) {

        /** Whether it is open at the period's end. One that is open now is, as far as anybody knows. */
        private boolean isOpenAtEndOf(Period period) {
            return !orderedOn.isAfter(period.to()) && (acceptedOn == null || acceptedOn.isAfter(period.to()));
        }
    }

    /**
     * From the period in which the pilot was approved to the one with the programme's deadline; and for each shorter period,
     * up to the present one, at whose end a rectification is open. By due day, the longer period first.
     */
    public static List<Expected> of(
            Programme programme, LocalDate approvedOn, List<Rectification> rectifications, LocalDate today) {
        var cadence = programme.reports();
        var regular = periods(approvedOn, programme.deadline(), cadence.everyMonths());
        var rectifying = rectifications.stream()
                .flatMap(r -> periods(r.orderedOn(), today, cadence.rectifyingEveryMonths())
                        .filter(r::isOpenAtEndOf));
        return Stream.concat(regular, rectifying)
                .distinct()
                .map(period -> new Expected(period, cadence.due(period)))
                .sorted(comparing(Expected::due).thenComparing(e -> e.period().from()))
                .toList();
    }

    private static Stream<Period> periods(LocalDate from, LocalDate to, int months) {
        return Stream.iterate(
                Period.containing(from, months), period -> !period.from().isAfter(to), Period::next);
    }
}
