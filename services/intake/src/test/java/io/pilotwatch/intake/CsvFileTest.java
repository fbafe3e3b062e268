package io.pilotwatch.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.pilotwatch.intake.CsvText.Place;
import io.pilotwatch.platform.Problem;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CsvFileTest {

    private static final String HEADER = "seq,kind,field_zh,field_en,organisation_zh,region_zh,source\n";
    private static final String ROW = "1,comprehensive,,,海淀区,北京市,seen\n";
    private static final Charset GBK = Charset.forName("GBK");

    @ParameterizedTest(name = "{0}")
    @MethodSource("places")
    void aCellIsFoundInTheText(String sentence, String text, int line, int index, Place place) {
        assertEquals(place, CsvText.of(bytes(text)).place(line, index));
    }

    static Stream<Arguments> places() {
        return Stream.of(
                arguments("the first cell begins the line", "a,b\nc,d", 2, 0, new Place(2, 1)),
                arguments("characters are counted, not bytes", "税务,b", 1, 1, new Place(1, 4)),
                arguments("nor halves of a character", "𠀀,b", 1, 1, new Place(1, 3)),
                arguments("a comma in a quotation parts nothing", "\"a,b\",c", 1, 1, new Place(1, 7)),
                arguments("nor does one after a doubled mark", "\"a\"\",b\",c", 1, 1, new Place(1, 9)),
                arguments("a mark inside a bare cell quotes nothing", "5\" disk,b", 1, 1, new Place(1, 9)),
                arguments("nor do two", "5\"\" disk,b", 1, 1, new Place(1, 10)),
                arguments("a quoted line break moves the place down", "x\n\"a\nb\",c", 2, 1, new Place(3, 4)),
                arguments("lines may end as on Windows", "x\r\n\"a\r\nb\",c\r\nd,e", 4, 1, new Place(4, 3)),
                arguments("or as on an old Mac", "x\ra,b", 2, 1, new Place(2, 3)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unreadable")
    void aFileThatCannotBeReadIsRefusedAsAWhole(String sentence, byte[] bytes, int status, String code) {
        var problem = assertThrows(Problem.class, () -> CsvFile.read(CsvFile.bytes(new ByteArrayInputStream(bytes))));

        assertEquals(code, problem.code());
        assertEquals(status, problem.status());
    }

    static Stream<Arguments> unreadable() {
        var broken = bytes(HEADER + ROW.repeat(3));
        broken[HEADER.length() + 19] = 'x';
        return Stream.of(
                arguments("nothing", new byte[0], 400, "FILE_EMPTY"),
                arguments("a header only", bytes(HEADER), 400, "FILE_EMPTY"),
                arguments("no header", bytes(ROW + ROW), 400, "COLUMNS_MISSING"),
                arguments("JSON", bytes("{\n\"a\": 1\n}\n"), 400, "FILE_NOT_CSV"),
                arguments("a column twice", bytes("seq," + HEADER + "1," + ROW), 400, "COLUMNS_REPEATED"),
                arguments("an open quotation", bytes(HEADER + "2,\"open,,,a,b,c\n" + ROW), 400, "FILE_NOT_CSV"),
                arguments("text behind a quotation", bytes(HEADER + "2,\"a\"b,,,a,b,c\n"), 400, "FILE_NOT_CSV"),
                arguments("UTF-16", (HEADER + ROW).getBytes(StandardCharsets.UTF_16), 400, "FILE_ENCODING"),
                arguments("UTF-8 with a broken character", broken, 400, "FILE_ENCODING"),
                arguments("too many rows", bytes(HEADER + "1\n".repeat(20_001)), 413, "FILE_TOO_LARGE"),
                arguments("too many bytes", new byte[8 * 1024 * 1024 + 1], 413, "FILE_TOO_LARGE"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("encodings")
    void chineseIsReadInEitherEncoding(String sentence, byte[] bytes, String encoding) {
        var file = CsvFile.read(bytes);

        assertEquals(encoding, file.text().encoding());
        assertEquals("海淀区", file.rows().getFirst().cells().get(4));
        assertEquals("seq", file.names().getFirst());
    }

    static Stream<Arguments> encodings() {
        return Stream.of(
                arguments("UTF-8", bytes(HEADER + ROW), "UTF-8"),
                arguments("UTF-8 with a mark", bytes("\uFEFF" + HEADER + ROW), "UTF-8"),
                arguments("GBK", (HEADER + ROW).getBytes(GBK), "GB18030"),
                arguments("GB18030", (HEADER + ROW).getBytes(Charset.forName("GB18030")), "GB18030"));
    }

    @Test
    void aRowKnowsTheLineOnWhichItBegins() {
        var file = CsvFile.read(bytes("\n" + HEADER + "1,comprehensive,,,海淀区,北京市,\"one\ntwo\"\n\n" + ROW));

        assertEquals(2, file.headerLine());
        assertEquals(3, file.rows().getFirst().line());
        assertEquals(6, file.rows().getLast().line());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
