package io.pilotwatch.reporting.export;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A workbook of as many sheets as the rows need, each with a frozen heading, a filter, and cells of their own type: a text
 * is never a formula.
 */
final class XlsxWriter {

    private static final String DAY = "yyyy-mm-dd";
    private static final String MOMENT = "yyyy-mm-dd hh:mm";
    private static final int WIDTH = 18;
    /** What Excel takes is 31: this leaves room for the number of a sheet. */
    private static final int LONGEST_NAME = 27;

    private static final int LONGEST_TEXT = 32_767;
    /** What Excel takes, with the heading. */
    private static final int ROWS_OF_A_SHEET = 1_048_576;

    /** So many rows go out together. */
    private static final int AT_ONCE = 500;

    private XlsxWriter() {}

    static <T> void write(Table<T> table, Stream<T> rows, Locale language, OutputStream out) throws IOException {
        write(table, rows, language, out, ROWS_OF_A_SHEET);
    }

    // Closing the workbook would bring it to its end after a failure too, and nobody would see that rows are missing.
    @SuppressWarnings("resource")
    static <T> void write(Table<T> table, Stream<T> rows, Locale language, OutputStream out, int rowsOfASheet)
            throws IOException {
        var book = new Workbook(out, "Pilotwatch", "1.0");
        var title = name(table.title().in(language));
        var each = rows.iterator();
        int sheets = 0;
        do {
            sheets++;
            var sheet = book.newWorksheet(sheets == 1 ? title : title + " " + sheets);
            head(sheet, table.headings(language));
            fill(sheet, table, each, language, rowsOfASheet);
            sheet.finish();
        } while (each.hasNext());
        book.finish();
    }

    private static void head(Worksheet sheet, List<String> headings) {
        for (int c = 0; c < headings.size(); c++) {
            sheet.width(c, WIDTH);
            sheet.inlineString(0, c, headings.get(c));
            sheet.style(0, c).bold().wrapText(true).set();
        }
        sheet.freezePane(0, 1);
    }

    private static <T> void fill(Worksheet sheet, Table<T> table, Iterator<T> rows, Locale language, int most)
            throws IOException {
        int row = 1;
        for (; row < most && rows.hasNext(); row++) {
            var cells = table.cells(rows.next(), language);
            for (int c = 0; c < cells.size(); c++) {
                cell(sheet, row, c, cells.get(c));
            }
            if (row % AT_ONCE == 0) {
                sheet.flush();
            }
        }
        sheet.setAutoFilter(0, 0, Math.max(1, row - 1), table.columns().size() - 1);
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

    /** The most that a cell may hold, and a sign where there was more. */
    private static String cut(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT - 1) + "…";
    }
}
