package io.pilotwatch.intake.pages;

import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.intake.CsvFile;
import io.pilotwatch.intake.ImportReport;
import io.pilotwatch.intake.ImportReport.Note;
import io.pilotwatch.intake.core.Row;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the check of a list found, for a table of what is to be corrected.
 *
 * @param faults what keeps rows out, at most {@value #MOST}
 * @param notes what does not
 * @param more whether there are more faults than are listed
 */
record Checked(ImportReport report, List<Found> faults, List<Found> notes, boolean more) {

    /** As many as somebody corrects before checking again. */
    static final int MOST = 200;

    /**
     * One thing found.
     *
     * @param value what stands there; null where it is about a whole row
     */
    record Found(
            int line, @Nullable String column, @Nullable String value, String why) {}

    static Checked of(ImportReport report, CsvFile file) {
        var rows = file.rows().stream().collect(Collectors.toMap(Row::line, Function.identity(), (first, _) -> first));
        var faults = report.results().stream()
                .flatMap(r -> r.errors().stream().map(n -> found(file, rows.get(r.line()), n)))
                .limit(MOST + 1L)
                .toList();
        var notes = Stream.concat(
                        report.warnings().stream().map(n -> new Found(n.line(), n.column(), null, n.detail())),
                        report.results().stream()
                                .flatMap(r -> r.warnings().stream().map(n -> found(file, rows.get(r.line()), n))))
                .limit(MOST)
                .toList();
        return new Checked(report, faults.stream().limit(MOST).toList(), notes, faults.size() > MOST);
    }

    private static Found found(CsvFile file, @Nullable Row row, Note note) {
        int index = note.column() == null ? -1 : file.names().indexOf(note.column());
        var value = row == null || index < 0 || index >= row.cells().size()
                ? null
                : row.cells().get(index);
        return new Found(note.line(), note.column(), value, note.detail());
    }

    /** As many as are listed at most. */
    public int most() {
        return MOST;
    }
}
