package io.pilotwatch.reporting;

import io.pilotwatch.contracts.Programme;
import io.pilotwatch.contracts.Text;
import io.pilotwatch.platform.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/** Reads the programme day as of which a caller asks. */
@ApplicationScoped
public class AsOf {

    private final Programme programme;
    private final Clock clock;

    AsOf(Programme programme, Clock clock) {
        this.programme = programme;
        this.clock = clock;
    }

    /** The programme day that it is now. */
    public LocalDate today() {
        return programme.dayOf(clock.instant());
    }

    /** The day asked for; today where none is, as a form sends it. Nobody knows how things will stand on a later one. */
    public LocalDate day(String asked) {
        return day("asOf", asked);
    }

    /** The day in a parameter of that name. */
    public LocalDate day(String parameter, String asked) {
        if (asked == null || asked.isBlank()) {
            return today();
        }
        var day = parse(parameter, asked);
        if (day.isAfter(today())) {
            throw Problem.badParameter(
                    parameter,
                    new Text(
                            "%s 不得晚于今天（%s）。".formatted(parameter, today()),
                            "%s is not after today (%s).".formatted(parameter, today())));
        }
        return day;
    }

    private static LocalDate parse(String parameter, String asked) {
        try {
            return LocalDate.parse(asked);
        } catch (DateTimeParseException e) {
            throw Problem.badParameter(
                    parameter,
                    new Text(
                            "%s 应为日期，例如 2022-12-31。".formatted(parameter),
                            "%s is a day such as 2022-12-31.".formatted(parameter)));
        }
    }
}
