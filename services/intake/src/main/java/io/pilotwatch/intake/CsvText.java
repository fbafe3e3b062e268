package io.pilotwatch.intake;

import io.pilotwatch.contracts.Text;
import io.pilotwatch.platform.Problem;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.IntStream;

/** A file's text, and where in it a cell stands: the reader of the cells knows lines only. */
final class CsvText {

    /**
     * Where something stands.
     *
     * @param line counted from 1
     * @param character counted from 1 within the line, in characters as a person counts them
     */
    record Place(int line, int character) {}

    /** GBK and all that came after it. */
    private static final Charset CHINESE = Charset.forName("GB18030");

    private final String text;
    private final Charset encoding;
    private final int[] lineStarts;

    private CsvText(String text, Charset encoding) {
        this.text = text;
        this.encoding = encoding;
        this.lineStarts = IntStream.concat(
                        IntStream.of(0),
                        IntStream.range(0, text.length())
                                .filter(i -> isLineEnd(text, i))
                                .map(i -> i + 1))
                .toArray();
    }

    /** Reads UTF-8, or else GB18030, strictly: no character is ever replaced by a guess. */
    static CsvText of(byte[] bytes) {
        try {
            return new CsvText(withoutMark(decoded(bytes, StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
        } catch (CharacterCodingException notUtf8) {
            // A damaged UTF-8 file often passes as GB18030 and would be registered as nonsense.
            if (isDamagedUtf8(bytes)) {
                throw unreadable();
            }
        }
        try {
            return new CsvText(withoutMark(decoded(bytes, CHINESE)), CHINESE);
        } catch (CharacterCodingException e) {
            throw unreadable();
        }
    }

    String text() {
        return text;
    }

    String encoding() {
        return encoding.name();
    }

    /** Where a cell begins, the first with index 0, of the record that begins on {@code line}. */
    Place place(int line, int index) {
        int at = skip(line, index);
        int found = Arrays.binarySearch(lineStarts, at);
        int lineIndex = found >= 0 ? found : -found - 2;
        return new Place(lineIndex + 1, text.codePointCount(lineStarts[lineIndex], at) + 1);
    }

    /** Whether the record that begins on {@code line} opens a quotation that nothing closes. */
    boolean isUnclosed(int line) {
        return skip(line, Integer.MAX_VALUE) < 0;
    }

    /** The offset behind so many separators; negative where the text ends inside a quotation. */
    private int skip(int line, int separators) {
        int at = lineStarts[line - 1];
        int cellStart = at;
        boolean inside = false;
        for (int passed = 0; passed < separators && at < text.length(); at++) {
            char c = text.charAt(at);
            // Only a cell that begins with a mark is quoted; a doubled mark leaves and enters again.
            if (c == '"' && text.charAt(cellStart) == '"') {
                inside = !inside;
            } else if (!inside && (c == ',' || isLineEnd(text, at))) {
                passed += c == ',' ? 1 : 0;
                cellStart = at + 1;
            }
        }
        return inside ? -1 : at;
    }

    private static boolean isLineEnd(String text, int i) {
        char c = text.charAt(i);
        return c == '\n' || c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n');
    }

    private static String decoded(byte[] bytes, Charset charset) throws CharacterCodingException {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }

    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** More characters beyond ASCII are right in UTF-8 than wrong, which no text in another encoding achieves. */
    private static boolean isDamagedUtf8(byte[] bytes) {
        var text = new String(bytes, StandardCharsets.UTF_8);
        long wrong = text.chars().filter(c -> c == '\uFFFD').count();
        long right = text.chars().filter(c -> c > 0x7F).count() - wrong;
        return right > wrong;
    }

    private static Problem unreadable() {
        return new Problem(
                400,
                "FILE_ENCODING",
                new Text(
                        "文件不是完整的 UTF-8 或 GBK 文本，请另存为“CSV UTF-8”后重试。",
                        "The file is not sound text in UTF-8 or GBK; save it as “CSV UTF-8” and try again."));
    }
}
