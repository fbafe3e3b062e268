package io.pilotwatch.reporting.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;

/**
 * Comma-separated values for Excel, which knows UTF-8 by its byte order mark only. RFC 4180.
 *
 * <p>What people wrote is never run: a text that a spreadsheet could take for a formula has an apostrophe before it, and each
 * text is in quotation marks, so that where a semicolon or a tab separates cells it still begins none. Numbers stay numbers.
 * All CSV that is given out is written here; in workbooks each cell has its type instead ({@link XlsxWriter}).
 */
final class CsvWriter {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** What a formula begins with, in each width, with or without what a spreadsheet may skip before it. */
    private static final Pattern FORMULA = Pattern.compile("[\\p{Z}\\p{C}]*[=+\\-@＝＋－＠﹦﹢﹣﹫]|[\\t\\r\\n]");

    private static final CSVFormat QUOTED =
            CSVFormat.RFC4180.builder().setQuoteMode(QuoteMode.NON_NUMERIC).get();

    private CsvWriter() {}

    static <T> void write(Table<T> table, Stream<T> rows, Locale language, OutputStream out) throws IOException {
        var text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        text.write(BYTE_ORDER_MARK);
        var printer = new CSVPrinter(text, QUOTED);
        printer.printRecord(table.headings(language));
        for (Iterator<T> each = rows.iterator(); each.hasNext(); ) {
            printer.printRecord(safe(table.cells(each.next(), language)));
        }
        printer.flush();
    }

    private static List<Object> safe(List<Object> cells) {
        return cells.stream().map(CsvWriter::safe).toList();
    }

    private static Object safe(Object cell) {
        return cell instanceof String text && FORMULA.matcher(text).lookingAt() ? "'" + text : cell;
    }
}
