package io.pilotwatch.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {

    @ParameterizedTest
    @CsvSource({
        "2022-01-30, 3, 2022-Q1, 2022-01-01, 2022-03-31, 2022-Q2",
        "2022-12-31, 3, 2022-Q4, 2022-10-01, 2022-12-31, 2023-Q1",
        "2022-08-01, 1, 2022-08, 2022-08-01, 2022-08-31, 2022-09",
        "2024-02-29, 1, 2024-02, 2024-02-01, 2024-02-29, 2024-03",
        "2022-07-01, 6, 2022-H2, 2022-07-01, 2022-12-31, 2023-H1",
        "2022-07-01, 12, 2022-Y, 2022-01-01, 2022-12-31, 2023-Y"
    })
    void aDayLiesInOnePeriodThatIsFoundAgainByItsCode(
            LocalDate day, int months, String code, LocalDate from, LocalDate to, String next) {
        var period = Period.containing(day, months);

        assertEquals(new Period(from, to), period);
        assertEquals(code, period.code());
        assertEquals(months, period.months());
        assertEquals(Optional.of(period), Period.ofCode(code));
        assertEquals(next, period.next().code());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "2022", "2022-13", "2022-00", "2022-Q5", "2022-Q0", "2022-H3", "22-Q1", "2022-Q1 ", "2022-q1"
            })
    void anythingElseIsNoCode(String code) {
        assertEquals(Optional.empty(), Period.ofCode(code));
    }

    @Test
    void fiveMonthsAreNoPeriod() {
        assertThrows(IllegalArgumentException.class, () -> Period.containing(LocalDate.EPOCH, 5));
    }
}
