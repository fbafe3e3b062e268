package io.pilotwatch.compliancealert.delivery.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2022-03-01T00:00:00Z");

    @ParameterizedTest(name = "{2}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "120                           | PT2M  | seconds",
                "' 120 '                       | PT2M  | spaces around do not count",
                "0                             | PT0S  | at once",
                "Tue, 01 Mar 2022 00:02:00 GMT | PT2M  | a date to come",
                "Mon, 28 Feb 2022 23:00:00 GMT | PT0S  | a date that is over means at once",
                "86401                         | PT24H | more than a day is a day",
                "99999999999999999999          | PT24H | however many digits",
                "Tue, 01 Mar 2033 00:00:00 GMT | PT24H | and however far the date",
                "-                             | -     | no header says nothing",
                "''                            | -     | nor does an empty one",
                "-5                            | -     | nor a negative number",
                "soon                          | -     | nor a word",
            })
    void the_header_is_read(String header, Duration expected, String name) {
        assertEquals(Optional.ofNullable(expected), RetryAfter.of(header, NOW));
    }
}
