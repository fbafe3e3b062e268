package io.pilotwatch.intake.core;

import java.util.List;

/**
 * One row of a list, as read.
 *
 * @param line on which it begins, counted from 1 with the header's
 * @param header the known columns in the file's order, null where the file has a column that is not ours
 * @param cells as many as the row has, which need not be as many as the header
 */
public record Row(int line, List<Column> header, List<String> cells) {

    /** The cell without blanks around it; empty where the list has no such column. */
    String cell(Column column) {
        int index = header.indexOf(column);
        return index < 0 ? "" : cells.get(index).strip();
    }
}
