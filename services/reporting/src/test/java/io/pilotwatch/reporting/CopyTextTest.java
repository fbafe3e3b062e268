package io.pilotwatch.reporting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CopyTextTest {

    @Test
    void columnsAreTakenApartByTabsAndANullIsMarked() {
        assertEquals("a\t\\N\t中\n", line(Arrays.asList("a", null, "中")));
    }

    @Test
    void whatWouldEndAColumnOrARowIsEscaped() {
        assertEquals("\\\\N\\t\\n\\r\n", line(List.of("\\N\t\n\r")));
    }

    private static String line(List<String> columns) {
        var line = new StringBuilder();
        CopyText.line(columns, line);
        return line.toString();
    }
}
