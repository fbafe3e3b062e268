package io.pilotwatch.reporting.pages;

import io.pilotwatch.platform.pages.Spoken;
import io.pilotwatch.reporting.Word;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Something that can be taken away as files: the API's exports, of what the page shows.
 *
 * @param name what it is called
 */
record TakeAway(Spoken name, List<File> files) {

    /** @param format as people call it */
    record File(String format, String address) {}

    private static final String EXPORTS = "/reporting/api/v1/exports/";
    private static final Map<String, Spoken> TABLES = Map.of(
            "pilots", Word.PILOTS,
            "milestones", Word.MILESTONES,
            "alerts", Word.ALERTS,
            "timeline", Word.TIMELINE);
    private static final List<String> ORDER = List.of("pilots", "milestones", "alerts", "timeline");

    /** The tables with everything that one of these queries finds. */
    static List<TakeAway> tables(String query) {
        return ORDER.stream()
                .map(table -> new TakeAway(
                        TABLES.get(table),
                        List.of(
                                new File("CSV", EXPORTS + table + ".csv" + query),
                                new File("XLSX", EXPORTS + table + ".xlsx" + query))))
                .toList();
    }

    /** A document. */
    static TakeAway document(Spoken name, String path, String query) {
        return new TakeAway(name, List.of(new File("PDF", EXPORTS + path + ".pdf" + query)));
    }

    /** A document before the tables. */
    static List<TakeAway> with(TakeAway document, List<TakeAway> tables) {
        return Stream.concat(Stream.of(document), tables.stream()).toList();
    }
}
