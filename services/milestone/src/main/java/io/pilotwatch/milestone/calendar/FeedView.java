package io.pilotwatch.milestone.calendar;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.pilotwatch.contracts.Nullable;
import java.time.Instant;
import java.util.UUID;

/**
 * A calendar feed as answered to whoever made it.
 *
 * @param pilotId null where it is a field's
 * @param field null where it is a pilot's
 * @param url where it is read without signing in; shown once, when it is made, and absent ever after
 */
public record FeedView(
        UUID feedId,
        @Nullable String pilotId,
        @Nullable String field,
        Instant madeAt,
        @Nullable @JsonInclude(JsonInclude.Include.NON_NULL) String url) {

    static FeedView of(FeedRow row) {
        return new FeedView(row.feedId, row.pilotId, row.field, row.madeAt, null);
    }

    /** The same with its address. */
    public FeedView at(String address) {
        return new FeedView(feedId, pilotId, field, madeAt, address);
    }
}
