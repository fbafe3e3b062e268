package io.pilotwatch.reporting.export;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Iterator;
import java.util.Locale;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A workbook of one sheet, with a frozen heading, a filter, and cells of their own type: a text is never a formula. */
final class XlsxWriter {

    private static final String DAY = "yyyy-mm-dd";
    private static final String MOMENT = "yyyy-mm-dd hh:mm";
    private static final int WIDTH = 18;
    private static final int LONGEST_NAME = 31;
    private static final int LONGEST_TEXT = 32_767;

    /** So many rows go out together. */
    private static final int AT_ONCE = 500;

    private XlsxWriter() {}

    static <T> void write(Table<T> table, Stream<T> rows, Locale language, OutputStream out) throws IOException {
        try (var book = new Workbook(out, "Pilotwatch", "1.0")) {
            var sheet = book.newWorksheet(name(table.title().in(language)));
            var headings = table.headings(language);
            for (int c = 0; c < headings.size(); c++) {
                sheet.width(c, WIDTH);
                sheet.inlineString(0, c, headings.get(c));
                sheet.style(0, c).bold().wrapText(true).set();
            }
            sheet.freezePane(0, 1);
            int row = 1;
            for (Iterator<T> each = rows.iterator(); each.hasNext(); row++) {
                var cells = table.cells(each.next(), language);
                for (int c = 0; c < cells.size(); c++) {
                    cell(sheet, row, c, cells.get(c));
                }
                if (row % AT_ONCE == 0) {
                    sheet.flush();
                }
            }
            sheet.setAutoFilter(0, 0, Math.max(1, row - 1), headings.size() - 1);
            sheet.finish();
        }
    }

    /** A sheet's name has no such characters and is no longer. */
    private static String name(String title) {
        var name = title.replaceAll("[\\[\\]:*?/\\\\]", " ").strip();
        return name.substring(0, Math.min(LONGEST_NAME, name.length()));
    }

    private static void cell(Worksheet sheet, int row, int column, Object value) {
        switch (value) {
            case null -> {}
            case Number number -> sheet.value(row, column, number);
            case Boolean truth -> sheet.value(row, column, truth);
            case LocalDate day -> {
                sheet.value(row, column, day);
                sheet.style(row, column).format(DAY).set();
            }
            case OffsetDateTime moment -> {
                sheet.value(row, column, moment.toLocalDateTime());
                sheet.style(row, column).format(MOMENT).set();
            }
            // Not shared between cells: a list of all texts would have to be held to the end.
            case Object text -> sheet.inlineString(row, column, cut(text.toString()));
        }
    }

    /** The most that a cell may hold. */
    private static String cut(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
    }
}
