package io.pilotwatch.reporting.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Comma-separated values for Excel, which knows UTF-8 by its byte order mark only. RFC 4180. */
final class CsvWriter {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** What a formula begins with, in either width. */
    private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

    private CsvWriter() {}

    static <T> void write(Table<T> table, Stream<T> rows, Locale language, OutputStream out) throws IOException {
        var text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        text.write(BYTE_ORDER_MARK);
        var printer = new CSVPrinter(text, CSVFormat.RFC4180);
        printer.printRecord(table.headings(language));
        for (Iterator<T> each = rows.iterator(); each.hasNext(); ) {
            printer.printRecord(safe(table.cells(each.next(), language)));
        }
        printer.flush();
    }

    private static List<Object> safe(List<Object> cells) {
        return cells.stream().map(CsvWriter::safe).toList();
    }

    /** A spreadsheet would take a text that begins so for a formula, and run it. */
    private static Object safe(Object cell) {
        return cell instanceof String text && !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0
                ? "'" + text
                : cell;
    }
}
