package io.pilotwatch.intake.core;

import io.pilotwatch.contracts.Nullable;
import java.util.List;
import java.util.stream.Stream;

/**
 * A row and all that was found in it.
 *
 * @param number null where it cannot be read
 * @param entry what the row states; null where a finding stands in the way
 */
public record CheckedRow(
        int line, @Nullable Integer number, @Nullable Entry entry, List<Finding> findings) {

    CheckedRow refused(List<Finding> more) {
        return new CheckedRow(
                line,
                number,
                null,
                Stream.concat(findings.stream(), more.stream()).toList());
    }
}
