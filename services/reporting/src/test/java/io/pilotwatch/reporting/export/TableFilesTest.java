package io.pilotwatch.reporting.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pilotwatch.contracts.Text;
import io.pilotwatch.platform.Languages;
import io.pilotwatch.reporting.export.Table.Column;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.lang.ref.WeakReference;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableFilesTest {

    private record Thing(String text, Integer count, BigDecimal ratio, LocalDate day, OffsetDateTime time) {}

    private static final Thing THING = new Thing(
            "a \"b\", c\r\nd",
            -7,
            new BigDecimal("0.9231"),
            LocalDate.parse("2022-07-01"),
            OffsetDateTime.parse("2022-07-01T09:00+08:00"));
    private static final Thing NOTHING = new Thing(null, null, null, null, null);
    private static final Table<Thing> THINGS = new Table<>(
            "things",
            new Text("事项", "Things"),
            List.of(
                    new Column<>(new Text("说明", "What"), (t, language) -> t.text()),
                    new Column<>(new Text("逾期（天）", "Late (days)"), (t, language) -> t.count()),
                    new Column<>(new Text("比例", "Ratio"), (t, language) -> t.ratio()),
                    new Column<>(new Text("日期", "Day"), (t, language) -> t.day()),
                    new Column<>(new Text("时间", "Time"), (t, language) -> t.time()),
                    new Column<>(new Text("有", "There"), (t, language) -> t.text() != null),
                    new Column<>(new Text("名称", "Name"), (t, language) -> new Text("税务", "Tax").in(language))));

    private static byte[] bytes(Format format, Locale locale, Stream<Thing> things) throws IOException {
        var out = new ByteArrayOutputStream();
        format.write(THINGS, things, locale, out);
        return out.toByteArray();
    }

    private static String csv(Locale locale, Thing... things) throws IOException {
        return new String(bytes(Format.CSV, locale, Stream.of(things)), StandardCharsets.UTF_8);
    }

    private static XSSFWorkbook xlsx(byte[] bytes) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(bytes));
    }

    private static List<CSVRecord> records(String csv) throws IOException {
        try (var parser = CSVFormat.RFC4180.parse(new StringReader(csv.substring(1)))) {
            return parser.getRecords();
        }
    }

    @Test
    void aCsvHasAMarkAndTheReadersLanguageAndLinesThatEndAsTheRfcSays() throws IOException {
        var csv = csv(Languages.CHINESE, THING);
        assertTrue(csv.startsWith("\uFEFF\"说明\",\"逾期（天）\",\"比例\",\"日期\",\"时间\",\"有\",\"名称\"\r\n"), csv);
        assertTrue(csv.endsWith(",-7,0.9231,\"2022-07-01\",\"2022-07-01T09:00+08:00\",\"true\",\"税务\"\r\n"), csv);
        assertTrue(csv(Languages.ENGLISH, THING).contains("\"What\",\"Late (days)\",\"Ratio\""));
    }

    @Test
    void aCsvParserReadsWhatWasWritten() throws IOException {
        var records = records(csv(Languages.ENGLISH, THING, NOTHING));
        assertEquals(THING.text(), records.get(1).get(0));
        assertEquals(
                List.of("", "", "", "", "", "false", "Tax"),
                records.get(2).stream().toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "\n=1",
                "＝1",
                "＋1",
                "－1",
                "＠a",
                " =1",
                "\u00a0=1",
                "\ufeff=1",
                "\u200b\u202e@a",
                "﹦1",
                "=cmd|'/C calc'!A0",
                "-2+3+cmd|'/C calc'!A0"
            })
    void noTextIsAFormula(String text) throws IOException {
        var thing = new Thing(text, -1, null, null, null);
        var record = records(csv(Languages.ENGLISH, thing)).get(1);
        assertEquals("'" + text, record.get(0));
        assertEquals("-1", record.get(1));
        try (var book = xlsx(bytes(Format.XLSX, Languages.ENGLISH, Stream.of(thing)))) {
            var cell = book.getSheetAt(0).getRow(1).getCell(0);
            assertEquals(CellType.STRING, cell.getCellType());
            assertEquals(text.strip(), cell.getStringCellValue().strip());
        }
    }

    /** Where Excel is set to a language that writes decimals with a comma, cells are separated by a semicolon. */
    @ParameterizedTest
    @ValueSource(chars = {';', '\t', '|'})
    void noTextBecomesTwoCellsWhateverSeparatesThem(char separator) throws IOException {
        var csv = csv(Languages.ENGLISH, new Thing("a" + separator + "=1", -1, null, null, null));
        var other = CSVFormat.RFC4180.builder().setDelimiter(separator).get();
        try (var parser = CSVFormat.RFC4180.parse(new StringReader(csv.substring(1)))) {
            assertEquals("a" + separator + "=1", parser.getRecords().get(1).get(0));
        }
        var line = csv.lines().skip(1).findFirst().orElseThrow();
        try (var parser = other.parse(new StringReader(line.substring(0, line.indexOf("\",") + 1)))) {
            assertEquals(
                    List.of("a" + separator + "=1"),
                    parser.getRecords().getFirst().toList());
        }
    }

    @Test
    void whatIsNoFormulaStaysAsItIs() throws IOException {
        for (var text : List.of("示例单位-028", "a=b", "1+1", "BP-028", "'quoted", "（=）", "")) {
            assertEquals(
                    text,
                    records(csv(Languages.CHINESE, new Thing(text, 1, null, null, null)))
                            .get(1)
                            .get(0));
        }
    }

    @Test
    void aWorkbookHasTypesAFrozenHeaderAndAFilter() throws IOException {
        try (var book = xlsx(bytes(Format.XLSX, Languages.CHINESE, Stream.of(THING, NOTHING)))) {
            var sheet = book.getSheetAt(0);
            assertEquals("事项", sheet.getSheetName());
            assertEquals(1, sheet.getPaneInformation().getHorizontalSplitTopRow());
            assertTrue(sheet.getPaneInformation().isFreezePane());
            assertEquals("A1:G3", sheet.getCTWorksheet().getAutoFilter().getRef());
            assertEquals("逾期（天）", sheet.getRow(0).getCell(1).getStringCellValue());
            var row = sheet.getRow(1);
            assertEquals(-7, row.getCell(1).getNumericCellValue());
            assertEquals(0.9231, row.getCell(2).getNumericCellValue());
            assertEquals(THING.day().atStartOfDay(), row.getCell(3).getLocalDateTimeCellValue());
            assertEquals(
                    LocalDateTime.parse("2022-07-01T09:00:00"), row.getCell(4).getLocalDateTimeCellValue());
            assertTrue(row.getCell(5).getBooleanCellValue());
            assertEquals(null, sheet.getRow(2).getCell(1));
        }
    }

    @Test
    void aTextThatExcelWouldNotTakeIsCutAndSaysSo() throws IOException {
        var thing = new Thing(varied(40_000), 1, null, null, null);
        try (var book = xlsx(bytes(Format.XLSX, Languages.CHINESE, Stream.of(thing)))) {
            var text = book.getSheetAt(0).getRow(1).getCell(0).getStringCellValue();
            assertEquals(32_767, text.length());
            assertTrue(text.endsWith("…"));
        }
    }

    @Test
    void moreRowsThanASheetTakesGoOnInTheNext() throws IOException {
        var out = new ByteArrayOutputStream();
        XlsxWriter.write(THINGS, things(25), Languages.ENGLISH, out, 11);
        try (var book = xlsx(out.toByteArray())) {
            assertEquals(3, book.getNumberOfSheets());
            assertEquals("Things 3", book.getSheetName(2));
            assertEquals(24, book.getSheetAt(2).getRow(5).getCell(1).getNumericCellValue());
            assertEquals("What", book.getSheetAt(2).getRow(0).getCell(0).getStringCellValue());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aHundredThousandRowsAreNeverHeldTogether(Format format) throws IOException {
        var alive = new ArrayList<WeakReference<Thing>>();
        var most = new int[1];
        var rows = things(120_000).peek(thing -> {
            alive.add(new WeakReference<>(thing));
            if (alive.size() % 20_000 == 0) {
                System.gc();
                most[0] = Math.max(most[0], (int)
                        alive.stream().filter(seen -> seen.get() != null).count());
            }
        });
        format.write(THINGS, rows, Languages.ENGLISH, OutputStream.nullOutputStream());
        assertEquals(120_000, alive.size());
        assertTrue(most[0] > 0 && most[0] < 2_000, most[0] + " rows were alive at once");
    }

    @ParameterizedTest
    @EnumSource
    void aFileWhoseRowsFailIsNotBroughtToItsEnd(Format format) {
        var out = new ByteArrayOutputStream();
        var rows = things(2_000).peek(thing -> {
            if (thing.count() == 1_500) {
                throw new IllegalStateException("the database is away");
            }
        });
        assertThrows(IllegalStateException.class, () -> format.write(THINGS, rows, Languages.ENGLISH, out));
        assertFalse(format == Format.XLSX && opens(out.toByteArray()));
    }

    private static boolean opens(byte[] bytes) {
        try (var book = xlsx(bytes)) {
            return book.getNumberOfSheets() > 0;
        } catch (IOException | RuntimeException broken) {
            return false;
        }
    }

    /** The reader takes a file that shrinks too well for an attack. */
    private static String varied(int length) {
        return IntStream.range(0, length)
                .mapToObj(i -> Character.toString('一' + i * 7919 % 20_000))
                .collect(Collectors.joining());
    }

    private static Stream<Thing> things(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Thing("事项 " + i, i, new BigDecimal("0.5"), THING.day(), THING.time()));
    }
}
