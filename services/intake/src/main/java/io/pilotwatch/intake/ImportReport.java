package io.pilotwatch.intake;

import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.contracts.Text;
import io.pilotwatch.intake.core.Column;
import io.pilotwatch.intake.core.Finding;
import io.pilotwatch.intake.core.ListImport.Outcome;
import io.pilotwatch.intake.core.ListImport.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * What became of each row of an imported file, in the language of the request.
 *
 * @param dryRun whether nothing was changed and the outcomes are what would happen
 * @param language of the details, {@code zh-CN} or {@code en}
 * @param encoding in which the file was read
 * @param warnings about the file as a whole
 * @param results one for each row, in the file's order
 */
public record ImportReport(
        boolean dryRun,
        String language,
        String encoding,
        Summary summary,
        List<Note> warnings,
        List<RowResult> results) {

    /** How many rows there are, by outcome, and how many of them have a warning. */
    public record Summary(int rows, long created, long unchanged, long refused, long warned) {}

    /**
     * One row's result.
     *
     * @param line on which the row begins, counted from 1 with the header's
     * @param number null where it cannot be read
     * @param outcome {@code created}, {@code unchanged} or {@code refused}
     */
    public record RowResult(
            int line,
            @Nullable Integer number,
            @Nullable String pilotId,
            String outcome,
            List<Note> errors,
            List<Note> warnings) {}

    /**
     * One thing wrong, or worth knowing.
     *
     * @param line of the cell, which in a record of several lines need not be the record's first
     * @param column name in the header; null when it is about the whole row
     * @param character where the cell begins within the line, from 1; null without a column
     * @param code stable
     */
    public record Note(
            int line, @Nullable String column, @Nullable Integer character, String code, String detail) {}

    /** Of these results. */
    public static ImportReport of(
            CsvFile file, List<Result> results, boolean dryRun, Programme programme, Locale locale) {
        return new ImportReport(
                dryRun,
                locale.toLanguageTag(),
                file.text().encoding(),
                summary(results),
                unknownColumns(file, locale),
                results.stream().map(r -> result(file, r, programme, locale)).toList());
    }

    private static Summary summary(List<Result> results) {
        return new Summary(
                results.size(),
                count(results, r -> r.outcome() == Outcome.CREATED),
                count(results, r -> r.outcome() == Outcome.UNCHANGED),
                count(results, r -> r.outcome() == Outcome.REFUSED),
                count(
                        results,
                        r -> r.row().findings().stream().anyMatch(f -> f.code().isWarning())));
    }

    private static long count(List<Result> results, Predicate<Result> which) {
        return results.stream().filter(which).count();
    }

    private static RowResult result(CsvFile file, Result result, Programme programme, Locale locale) {
        var row = result.row();
        return new RowResult(
                row.line(),
                row.number(),
                row.number() == null ? null : programme.pilotId(row.number()),
                result.outcome().name().toLowerCase(Locale.ROOT),
                notes(file, result, f -> !f.code().isWarning(), locale),
                notes(file, result, f -> f.code().isWarning(), locale));
    }

    private static List<Note> notes(CsvFile file, Result result, Predicate<Finding> which, Locale locale) {
        return result.row().findings().stream()
                .filter(which)
                .map(f -> note(file, result.row().line(), f, locale))
                .toList();
    }

    private static Note note(CsvFile file, int line, Finding finding, Locale locale) {
        var detail = finding.detail().in(locale);
        int index = finding.column() == null ? -1 : file.columns().indexOf(finding.column());
        var name = finding.column() == null ? null : finding.column().header();
        if (index < 0) {
            return new Note(line, name, null, finding.code().name(), detail);
        }
        var place = file.text().place(line, index);
        return new Note(
                place.line(),
                file.names().get(index),
                place.character(),
                finding.code().name(),
                detail);
    }

    /** What is in the file and not imported is said, not passed over. */
    private static List<Note> unknownColumns(CsvFile file, Locale locale) {
        var text = new Text("未知列，未导入。", "This column is not known and was not imported.");
        var notes = new ArrayList<Note>();
        List<Column> columns = file.columns();
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i) == null) {
                var place = file.text().place(file.headerLine(), i);
                notes.add(new Note(
                        place.line(), file.names().get(i), place.character(), "COLUMN_UNKNOWN", text.in(locale)));
            }
        }
        return notes;
    }
}
