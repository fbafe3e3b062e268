package io.pilotwatch.milestone.calendar.core;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FoldingTest {

    @Test
    void aShortLineStaysAsItIs() {
        assertEquals("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", Folding.fold("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"));
        assertEquals("a".repeat(75) + "\r\n", Folding.fold("a".repeat(75)));
        assertEquals("a".repeat(75) + "\r\n a\r\n", Folding.fold("a".repeat(76)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "é", "链", "𠀀", "a链", "x𠀀é"})
    void noLineIsLongerThan75OctetsAndNoCharacterIsBroken(String characters) {
        var line = "SUMMARY:" + characters.repeat(200);

        var folded = Folding.fold(line);

        for (var part : folded.split("\r\n")) {
            assertTrue(part.getBytes(UTF_8).length <= 75, part);
        }
        // Decoding a broken character would have lost it.
        assertEquals(
                line,
                new String(folded.getBytes(UTF_8), UTF_8).replace("\r\n ", "").replace("\r\n", ""));
    }
}
