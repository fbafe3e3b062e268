package io.pilotwatch.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pilotwatch.contracts.Programme;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProgrammeFileTest {

    @Test
    void theShippedProgrammeIsRead() throws IOException {
        var programme = ProgrammeFile.read("pilots.yaml", new StringReader(shipped()));

        assertEquals(16, programme.fields().size());
        assertEquals(LocalDate.parse("2023-12-31"), programme.deadline());
        assertEquals(4, programme.thresholds("MILESTONE_OVERDUE").size());
        assertNull(programme.agency("cac").names().getFirst().from());
    }

    /** Each row changes one piece of the shipped file; ▸ is where its author must look, or else the file's start. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        a key that nobody knows           | expectedPilots: 179      | expectedPilots: 179⏎expected: ▸1   | /expected: is unknown; known: code, name, pilotPrefix
        a key that no address can carry   | expectedPilots: 179      | expectedPilots: 179⏎a/b: ▸1        | /a~1b: is unknown; known: code, name, pilotPrefix
        a value that is missing           | start: 2022-01-30        | # start                            | /start: is missing
        a value left empty                | start: 2022-01-30        | ▸start:                            | /start: is missing
        a number that is missing          | lateToleranceMinutes: 60 | # none                             | /lateToleranceMinutes: is missing
        a number left empty               | lateToleranceMinutes: 60 | ▸lateToleranceMinutes:             | /lateToleranceMinutes: is missing
        a text for a number               | expectedPilots: 179      | expectedPilots: ▸many              | /expectedPilots: must be a whole number
        a number in quotes                | expectedPilots: 179      | expectedPilots: ▸"179"             | /expectedPilots: must be a whole number without quotes
        a number that YAML takes as octal | expectedPilots: 179      | expectedPilots: ▸0179              | /expectedPilots: must be a whole number
        a number for a text               | pilotPrefix: BP          | pilotPrefix: ▸12                   | /pilotPrefix: must be a text: put it in quotes
        a word that YAML takes as false   | pilotPrefix: BP          | pilotPrefix: ▸NO                   | /pilotPrefix: must be a text: put it in quotes
        a yes for a true                  | coversFields: true       | coversFields: ▸yes                 | /kinds/0/coversFields: must be true or false
        a day that does not exist         | deadline: 2023-12-31     | deadline: ▸2023-02-30              | /deadline: must be a day such as 2022-01-30
        a zone that does not exist        | zone: Asia/Shanghai      | zone: ▸Asia/Shanghigh              | /zone: must be a time zone such as Asia/Shanghai
        a severity that does not exist    | severity: INFO           | severity: ▸MILD                    | /rules/MILESTONE_DUE_SOON/0/severity: must be one of INFO, WARNING, CRITICAL
        a value for a list                | tags: []                 | tags: ▸none                        | /fields/0/tags: must be a list
        a list for a value                | code: blockchain-pilots  | code: ▸[a]                         | /code: must be a single value
        a value for a group               | reports: {               | reports: ▸3 # {                    | /reports: must be a group with everyMonths, dueDaysAfter
        a measure that does not exist     | in: PERIODS              | in: ▸YEARS                         | /rules/INDICATOR_UNCHANGED/0/in: must be one of DAYS, WORKING_DAYS
        a day off that does not exist     | to: 2022-02-06           | to: ▸2022-02-30                    | /calendar/years/0/holidays/1/to: must be a day such as 2022-01-30
        a key given twice                 | zone: Asia/Shanghai      | zone: Asia/Shanghai⏎▸zone: UTC     | /zone: is given twice
        an anchor                         | zone: Asia/Shanghai      | zone: ▸&z Asia/Shanghai            | /zone: must not have an anchor
        a tag of our own                  | zone: Asia/Shanghai      | zone: ▸!zone Asia/Shanghai         | /zone: must not have a tag: !zone
        a tag that names a Java class     | zone: Asia/Shanghai      | zone: ▸!!java.net.URL [x]          | Global tag is not allowed
        broken YAML                       | zone: Asia/Shanghai      | zone: [Asia/Shanghai⏎x▸: 1         | expected ',' or ']'
        an unreadable character           | zone: Asia/Shanghai      | zone: ▸␇                           | a character that no text has
        a lead that is no agency          | lead: sta                | lead: ▸irs                         | /fields/4/lead: names no agency of this programme: irs
        a day after the deadline          | due: 2023-12-15          | due: ▸2024-01-15                   | /template/5/due: is after the deadline 2023-12-31
        """)
    void oneThingWrongIsToldWithItsPlace(String what, String piece, String instead, String expected)
            throws IOException {
        var broken = changed(shipped(), piece, instead);

        var message = messageOf(broken.replace("▸", ""));

        assertEquals(1, message.lines().count(), message);
        assertTrue(message.startsWith("pilots.yaml:" + placeOfMark(broken) + ": " + expected), message);
    }

    @Test
    void everyProblemIsToldAtOnceInTheOrderOfTheFile() throws IOException {
        var broken = changed(shipped(), "pilotPrefix: BP", "pilotPrefix: b");
        broken = changed(broken, "start: 2022-01-30", "start: yesterday");
        broken = changed(broken, "lead: sta", "leed: sta");
        broken = changed(broken, "weight: 20, critical: false", "weight: 21, critical: false");

        var lines = messageOf(broken).lines().map(ProgrammeFileTest::pointer).toList();

        assertEquals("[/pilotPrefix, /start, /fields/4/lead, /fields/4/leed, /template]", lines.toString());
    }

    @Test
    void aValueThatCannotBeReadIsToldOnceWithoutItsConsequences() throws IOException {
        var message = messageOf(changed(shipped(), "weight: 10", "weight: ten"));

        assertEquals(1, message.lines().count(), message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"# nothing yet\n", "~"})
    void anEmptyFileIsToldSo(String yaml) {
        assertEquals("pilots.yaml:1:1: is empty", messageOf(yaml));
    }

    @Test
    void aFileThatIsNoUtf8IsToldSo() {
        var gbk = new ByteArrayInputStream(new byte[] {'a', ':', ' ', (byte) 0xD6, (byte) 0xD0});

        var invalid = assertThrows(ProgrammeFile.Invalid.class, () -> ProgrammeFile.read("pilots.yaml", gbk));

        assertEquals("pilots.yaml:1:1: is not UTF-8", invalid.getMessage());
    }

    private static String placeOfMark(String text) {
        var before = text.substring(0, Math.max(0, text.indexOf('▸')));
        return before.split("\n", -1).length + ":" + (before.length() - before.lastIndexOf('\n'));
    }

    private static String pointer(String line) {
        return line.split(": ")[1];
    }

    private static String messageOf(String yaml) {
        return assertThrows(
                        ProgrammeFile.Invalid.class, () -> ProgrammeFile.read("pilots.yaml", new StringReader(yaml)))
                .getMessage();
    }

    private static String changed(String text, String piece, String instead) {
        int at = text.indexOf(piece);
        assertTrue(at >= 0, "the shipped file has no " + piece);
        return text.substring(0, at)
                + instead.replace('⏎', '\n').replace('␇', '\u0007')
                + text.substring(at + piece.length());
    }

    private static String shipped() throws IOException {
        try (var in = Programme.class.getResourceAsStream("/programmes/blockchain-pilots.yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
