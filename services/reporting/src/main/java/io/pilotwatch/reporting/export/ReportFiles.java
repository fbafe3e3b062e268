package io.pilotwatch.reporting.export;

import io.pilotwatch.contracts.Programme;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.reporting.Filters;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Locale;

/** Reports as files, for somebody who is not there to ask. */
@ApplicationScoped
public class ReportFiles {

    /** A file to attach. */
    public record ReportFile(String name, String mediaType, byte[] content) {}

    private final Exports exports;
    private final Documents documents;
    private final Programme programme;

    ReportFiles(Exports exports, Documents documents, Programme programme) {
        this.exports = exports;
        this.documents = documents;
        this.programme = programme;
    }

    /**
     * What this caller would be given.
     *
     * @param filters which pilots a table is of; of a field's report, its field
     * @param day as of the end of which it is
     */
    public ReportFile make(Report report, Filters filters, Caller caller, LocalDate day, Locale language) {
        return switch (report) {
            case PILOTS, MILESTONES ->
                table(report, new Exports.Order(caller, filters.predicate(programme), day, language));
            case PORTFOLIO -> pdf(report.stem(), day, documents.portfolio(caller, day, language));
            case FIELD -> pdf(filters.field(), day, documents.field(caller, filters.field(), day, language));
        };
    }

    private ReportFile table(Report report, Exports.Order order) {
        var content = new ByteArrayOutputStream();
        try {
            exports.write(report.stem(), Format.XLSX, order, content);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new ReportFile(
                name(report.stem(), order.day(), Format.XLSX.ending()), Format.XLSX.mediaType(), content.toByteArray());
    }

    private static ReportFile pdf(String stem, LocalDate day, byte[] content) {
        return new ReportFile(name(stem, day, "pdf"), "application/pdf", content);
    }

    /** What a file is called that holds this as of that day. */
    static String name(String stem, LocalDate day, String ending) {
        return "pilotwatch-%s-%s.%s".formatted(stem, day, ending);
    }
}
