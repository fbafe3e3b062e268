package io.pilotwatch.local.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/**
 * What reporting showed at the end of each month while it was lived through, a file for each such as {@code 2022-03-31.json}:
 * what it says later as of those days can be held against them.
 */
record MonthEnds(Path folder) {

    /** Whether a day is the last of its month. */
    static boolean is(LocalDate day) {
        return day.plusDays(1).getDayOfMonth() == 1;
    }

    void keep(LocalDate day, JsonNode portfolio) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(day + ".json"), portfolio.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
