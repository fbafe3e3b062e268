package io.pilotwatch.reporting.export;

import io.pilotwatch.contracts.Text;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;

/**
 * A table to export: how each thing becomes a row. The rows themselves come one by one, so that nobody holds them all.
 *
 * @param name of the file, without its ending
 */
record Table<T>(String name, Text title, List<Column<T>> columns) {

    /**
     * A column.
     *
     * @param value of a row in a language: a {@link Number}, {@link LocalDate}, {@link OffsetDateTime}, {@link Boolean} or
     *     {@link String}; null for an empty cell
     */
    record Column<T>(Text heading, BiFunction<T, Locale, Object> value) {}

    /** The headings in a language. */
    List<String> headings(Locale language) {
        return columns.stream().map(c -> c.heading().in(language)).toList();
    }

    /** A row's cells. */
    List<Object> cells(T row, Locale language) {
        return columns.stream().map(c -> c.value().apply(row, language)).toList();
    }
}
