package io.pilotwatch.reporting;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.pilotwatch.reporting.core.Difference;
import java.time.Instant;
import java.util.List;

/**
 * The views folded again from the journal.
 *
 * @param cause {@code OPERATOR}, who wants to know; or {@code VERSION}, of a service that folds otherwise than what it found
 * @param startedAt by the real clock, like {@code endedAt}, which is null while it runs
 * @param ofPilots how many there are to fold, of {@code ofEvents}; {@code pilots} and {@code events} are done
 * @param equal whether the live views said the same; null before that is known, and where nothing could be compared
 * @param differences in how many fields they did not; null likewise
 * @param swapped whether what was folded is live now
 * @param failure why it came to nothing; null otherwise
 * @param found the first differences, at most {@value #SHOWN}
 */
@JsonInclude(Include.ALWAYS)
public record Rebuild(
        long rebuildId,
        String cause,
        Instant startedAt,
        Instant endedAt,
        int ofPilots,
        long ofEvents,
        int pilots,
        long events,
        Boolean equal,
        Integer differences,
        boolean swapped,
        String failure,
        List<Difference> found) {

    /** The most differences that are shown. */
    static final int SHOWN = 100;
}
