package io.pilotwatch.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pilotwatch.contracts.Expectations.Rectification;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpectationsTest {

    private static final Programme PROGRAMME = ShippedProgramme.read();

    private static List<String> expected(String approvedOn, String today, Rectification... rectifications) {
        return Expectations.of(PROGRAMME, day(approvedOn), List.of(rectifications), day(today)).stream()
                .map(e -> e.period().code())
                .toList();
    }

    private static LocalDate day(String day) {
        return day == null ? null : LocalDate.parse(day);
    }

    @Test
    void aReportIsExpectedOfEachQuarterFromTheApprovalToTheDeadline() {
        assertEquals(
                List.of("2022-Q1", "2022-Q2", "2022-Q3", "2022-Q4", "2023-Q1", "2023-Q2", "2023-Q3", "2023-Q4"),
                expected("2022-01-30", "2022-02-01"));
        assertEquals(List.of("2023-Q3", "2023-Q4"), expected("2023-09-30", "2023-10-01"));
        assertEquals(List.of(), expected("2024-01-01", "2024-01-02"));
    }

    @Test
    void itIsDueFifteenDaysAfterItsPeriod() {
        var first = Expectations.of(PROGRAMME, day("2022-01-30"), List.of(), day("2022-02-01"))
                .getFirst();

        assertEquals(day("2022-04-15"), first.due());
    }

    /** Which months are added for a rectification that was ordered and accepted on these days. */
    @ParameterizedTest(name = "ordered on {0}, accepted on {1}, seen on {2}: {3}")
    @CsvSource(nullValues = "-", textBlock = """
            2023-10-10, -,          2023-10-10, 2023-10
            2023-10-31, -,          2023-10-31, 2023-10
            2023-10-10, 2023-10-20, 2023-11-05, ''
            2023-10-10, 2023-10-31, 2023-11-05, ''
            2023-10-10, 2023-11-01, 2023-11-05, 2023-10
            2023-10-10, 2023-12-05, 2023-12-31, '2023-10, 2023-11'
            2023-10-10, -,          2023-12-01, '2023-10, 2023-11, 2023-12'
            """)
    void oneMoreIsExpectedOfEachMonthAtWhoseEndARectificationIsOpen(
            String ordered, String accepted, String today, String months) {
        var found = expected("2023-12-01", today, new Rectification(day(ordered), day(accepted)));

        assertEquals(
                months,
                String.join(", ", found.stream().filter(c -> !c.contains("Q")).toList()));
        assertEquals(1, found.stream().filter(c -> c.contains("Q")).count());
    }

    @Test
    void twoRectificationsAtOnceAskForOneReportAMonth() {
        var open = new Rectification(day("2023-10-10"), null);

        assertEquals(List.of("2023-10", "2023-Q4"), expected("2023-12-01", "2023-10-20", open, open));
    }
}
