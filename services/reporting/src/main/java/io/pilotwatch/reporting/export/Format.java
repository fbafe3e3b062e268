package io.pilotwatch.reporting.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.stream.Stream;

/** In which form a table goes out. Each writes row by row, in constant memory however many there are. */
enum Format {
    CSV("text/csv; charset=UTF-8") {
        @Override
        <T> void write(Table<T> table, Stream<T> rows, Locale language, OutputStream out) throws IOException {
            CsvWriter.write(table, rows, language, out);
        }
    },
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet") {
        @Override
        <T> void write(Table<T> table, Stream<T> rows, Locale language, OutputStream out) throws IOException {
            XlsxWriter.write(table, rows, language, out);
        }
    };

    private final String mediaType;

    Format(String mediaType) {
        this.mediaType = mediaType;
    }

    String mediaType() {
        return mediaType;
    }

    /** The ending of a file's name. */
    String ending() {
        return name().toLowerCase(Locale.ROOT);
    }

    abstract <T> void write(Table<T> table, Stream<T> rows, Locale language, OutputStream out) throws IOException;
}
