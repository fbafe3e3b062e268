package io.pilotwatch.intake;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Text;
import io.pilotwatch.intake.core.Column;
import io.pilotwatch.intake.core.Row;
import io.pilotwatch.platform.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A list of pilots as a file: header and rows. A file that cannot be read as a whole is a {@link Problem}; what is wrong
 * with single rows is not its business.
 *
 * @param headerLine on which the header stands; 1 unless empty lines come before it
 * @param names the header as written, blanks around removed
 * @param columns the header's columns; null where the name is none of ours
 */
public record CsvFile(CsvText text, int headerLine, List<String> names, List<Column> columns, List<Row> rows) {

    private static final int MOST_BYTES = 8 * 1024 * 1024;
    private static final int MOST_ROWS = 20_000;

    /** Reads a request's body as it comes in, and no more of it than a file may have. */
    public static byte[] bytes(@Nullable InputStream body) {
        if (body == null) {
            throw empty();
        }
        try {
            var bytes = body.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw tooLarge();
            }
            return bytes;
        } catch (IOException e) {
            throw new Problem(
                    400,
                    "FILE_CUT",
                    new Text("文件未完整上传，未导入任何内容。", "The file did not arrive whole. Nothing was imported."));
        }
    }

    public static CsvFile read(byte[] bytes) {
        if (bytes.length == 0) {
            throw empty();
        }
        var text = CsvText.of(bytes);
        var records = records(text);
        if (records.size() < 2) {
            throw empty();
        }
        var names = records.getFirst().getFields().stream().map(String::strip).toList();
        var columns = columns(names);
        var rows = records.stream()
                .skip(1)
                .map(r -> new Row(line(r), columns, r.getFields()))
                .toList();
        return new CsvFile(text, line(records.getFirst()), names, columns, rows);
    }

    private static List<CsvRecord> records(CsvText text) {
        var records = new ArrayList<CsvRecord>();
        try (var reader = CsvReader.builder()
                .allowMissingFields(true)
                .allowExtraFields(true)
                .ofCsvRecord(text.text())) {
            for (var record : reader) {
                records.add(record);
                if (records.size() > MOST_ROWS + 1) {
                    throw tooLarge();
                }
            }
        } catch (CsvParseException e) {
            throw notCsv(records.isEmpty() ? 1 : line(records.getLast()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        // The reader takes the end of the file for the missing mark, and all rows between for one cell.
        if (!records.isEmpty() && text.isUnclosed(line(records.getLast()))) {
            throw notCsv(line(records.getLast()));
        }
        return records;
    }

    private static int line(CsvRecord record) {
        return (int) record.getStartingLineNumber();
    }

    private static List<Column> columns(List<String> names) {
        var columns = names.stream().map(CsvFile::column).toList();
        var missing = Stream.of(Column.values())
                .filter(c -> c.isRequired() && !columns.contains(c))
                .map(c -> new Problem.Fault(c.header(), new Text("缺少此列。", "This column is missing.")))
                .toList();
        if (!missing.isEmpty()) {
            var named = String.join(
                    ", ", missing.stream().map(Problem.Fault::pointer).toList());
            throw new Problem(
                    400,
                    "COLUMNS_MISSING",
                    new Text("文件首行缺少列：" + named + "。", "The first line lacks these columns: " + named + "."),
                    missing);
        }
        var seen = new HashSet<Column>();
        var repeated = columns.stream()
                .filter(c -> c != null && !seen.add(c))
                .map(c -> new Problem.Fault(c.header(), new Text("此列重复。", "This column stands twice.")))
                .toList();
        if (!repeated.isEmpty()) {
            throw new Problem(
                    400, "COLUMNS_REPEATED", new Text("文件首行有重复的列。", "The first line has a column twice."), repeated);
        }
        return columns;
    }

    private static Column column(String name) {
        return Arrays.stream(Column.values())
                .filter(c -> c.header().equals(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElse(null);
    }

    private static Problem empty() {
        return new Problem(400, "FILE_EMPTY", new Text("文件中没有可导入的行。", "The file has no rows to import."));
    }

    private static Problem tooLarge() {
        return new Problem(
                413,
                "FILE_TOO_LARGE",
                new Text(
                        "一次最多导入 %d 行、%d 字节，请拆分文件。".formatted(MOST_ROWS, MOST_BYTES),
                        "At most %d rows and %d bytes are imported at once; please split the file."
                                .formatted(MOST_ROWS, MOST_BYTES)));
    }

    private static Problem notCsv(int line) {
        return new Problem(
                400,
                "FILE_NOT_CSV",
                new Text(
                        "自第 %d 行起的记录之后无法按 CSV 读取：引号未成对，未导入任何内容。".formatted(line),
                        "From the record on line %d on it cannot be read as CSV: a quotation mark has no partner. Nothing was imported."
                                .formatted(line)));
    }
}
