package io.pilotwatch.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.logging.json.runtime.JsonFormatter;
import java.util.List;
import java.util.Map;
import org.jboss.logmanager.ExtFormatter;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people wrote is quoted in a log and adds no line to it, whoever splits it, nor moves a cursor. */
class OneLineTest {

    private static final String FORGED = "2026-01-01 00:00:00,000 INFO  [io.pil.Forged] (main) all is well";

    /** As they are set, in a test and elsewhere. */
    private static final Map<String, ExtFormatter> FORMATS = Map.of(
            "plain",
            new PatternFormatter("%d{yyyy-MM-dd HH:mm:ss,SSS} %-5p [%c{3.}] (%t) %s%e%n"),
            "JSON",
            new JsonFormatter());

    private final OneLine filter = new OneLine();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\n",
                "\r",
                "\r\n",
                "\u000b",
                "\f",
                "\u0085",
                "\u2028",
                "\u2029",
                "\0",
                "\b",
                "\u001b[2K\u001b[1G",
                "\u009b2K",
                "\u007f",
                "\u202e",
                "\u2066"
            })
    void whatIsQuotedAddsNoLine(String hostile) {
        var text = "m1" + hostile + FORGED;
        for (var format : FORMATS.entrySet()) {
            var asMessage = written(record("no answer for " + text), format.getValue());
            assertEquals(1, asMessage.lines().count(), format.getKey());
            assertEquals(1, asMessage.strip().split("\\R").length, format.getKey());
            assertTrue(asMessage.contains(FORGED), "it is quoted");

            var asParameter = record("no answer for %s");
            asParameter.setMessage("no answer for %s", ExtLogRecord.FormatStyle.PRINTF);
            asParameter.setParameters(new Object[] {text});
            assertEquals(1, written(asParameter, format.getValue()).strip().split("\\R").length, format.getKey());

            var thrown = new IllegalStateException("outer " + text, new IllegalArgumentException(text));
            thrown.addSuppressed(new IllegalStateException(text));
            var asException = record("it broke");
            asException.setThrown(thrown);
            isOurs(written(asException, format.getValue()));
        }
    }

    /** Of a stack trace each line begins as such lines do. */
    private static void isOurs(String log) {
        var lines = List.of(log.strip().split("\\R"));
        assertTrue(lines.getFirst().contains("it broke"));
        assertTrue(log.contains("IllegalArgumentException: m1"), log);
        assertEquals(
                List.of(),
                lines.stream()
                        .skip(1)
                        .filter(line -> !line.matches("\\t+(at |\\.\\.\\. \\d+ more|Suppressed: ).*|Caused by: .*"))
                        .filter(line -> !line.startsWith("java.lang.IllegalStateException: outer m1"))
                        .toList());
        assertTrue(log.chars().noneMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t'), log);
    }

    @Test
    void whatIsOneLineStaysAsItIs() {
        var thrown = new IllegalStateException("进展\t顺利", new IllegalArgumentException("👩‍👩‍👧"));
        var record = record("no answer for 试点 \t %s");
        record.setThrown(thrown);

        assertTrue(filter.isLoggable(record));

        assertEquals("no answer for 试点 \t %s", record.getMessage());
        assertSame(thrown, record.getThrown());
    }

    @Test
    void aFailureThatCausedItselfIsToldOnce() {
        var inner = new IllegalStateException("a\nb");
        var outer = new IllegalStateException("c", inner);
        inner.initCause(outer);
        var record = record("it broke");
        record.setThrown(outer);

        assertTrue(written(record, FORMATS.get("plain")).contains("a\\nb"));
    }

    private String written(ExtLogRecord record, ExtFormatter format) {
        assertTrue(filter.isLoggable(record));
        return format.format(record);
    }

    private static ExtLogRecord record(String message) {
        return new ExtLogRecord(Level.INFO, message, OneLineTest.class.getName());
    }
}
