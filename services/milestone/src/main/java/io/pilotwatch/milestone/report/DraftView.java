package io.pilotwatch.milestone.report;

import io.pilotwatch.contracts.Nullable;
import java.time.Instant;

/**
 * What a team is still writing; nobody else sees it.
 *
 * @param key of the report
 * @param version also its ETag; 0 while nothing was ever saved
 * @param content null where nothing is being written
 */
public record DraftView(
        String key,
        long version,
        @Nullable Writing content,
        @Nullable String savedBy,
        @Nullable Instant savedAt) {}
