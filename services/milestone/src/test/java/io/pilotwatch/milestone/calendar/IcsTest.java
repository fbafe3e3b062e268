package io.pilotwatch.milestone.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import biweekly.Biweekly;
import io.pilotwatch.contracts.Text;
import io.pilotwatch.milestone.calendar.core.Entry;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IcsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:evil\r\nSUMMARY:evil",
                "\nATTACH:file:///etc/passwd",
                "\rX-INJECTED:1",
                "\u0085X-INJECTED:1\u2028X-INJECTED:2",
                "\\nX-INJECTED:1",
                ";ALTREP=\"http://evil.example/\":x",
                "\u0000\u0001\u001b[31m",
                "=cmd|'/C calc'!A0",
            })
    void whatPeopleWriteIsOneTextAndNoLineOfItsOwn(String words) {
        var entry = new Entry(
                "BP-1-m1@pilotwatch",
                LocalDate.parse("2022-06-30"),
                new Text("上线" + words, "Live" + words),
                new Text("计划中" + words, "planned" + words),
                1,
                Instant.parse("2022-03-01T00:00:00Z"),
                false);
        var calendar = Ics.of("BP-1" + words, List.of(entry), Locale.ENGLISH);

        var unfolded = calendar.replace("\r\n ", "");
        assertEquals(
                1, unfolded.lines().filter(line -> line.equals("BEGIN:VEVENT")).count(), calendar);
        for (var line : unfolded.split("\r\n|\r|\n")) {
            assertTrue(
                    line.matches(
                            "(?s)(BEGIN|END|VERSION|PRODID|NAME|X-WR-CALNAME|REFRESH-INTERVAL|UID|DTSTAMP|LAST-MODIFIED|SEQUENCE|DTSTART|SUMMARY|DESCRIPTION|STATUS|TRANSP)\\b.*"),
                    line);
        }
        var event = Biweekly.parse(calendar).first().getEvents().getFirst();
        assertTrue(
                event.getSummary().getValue().startsWith("Live"),
                event.getSummary().getValue());
        assertTrue(event.getAttachments().isEmpty());
    }
}
