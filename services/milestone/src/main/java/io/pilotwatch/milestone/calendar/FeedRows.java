package io.pilotwatch.milestone.calendar;

import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.platform.Secrets;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The calendars that were made. */
@ApplicationScoped
class FeedRows implements PanacheRepositoryBase<FeedRow, UUID> {

    private static final UUID BEGINNING = new UUID(0, 0);

    Optional<FeedRow> withToken(String token) {
        return find("tokenSha256", Secrets.hash(token)).firstResultOptional();
    }

    /** One's own that can be read, oldest first. */
    List<FeedRow> of(String maker, @Nullable UUID after, int limit) {
        return find(
                        "maker = ?1 and feedId > ?2 and revokedAt is null order by feedId",
                        maker,
                        after == null ? BEGINNING : after)
                .page(Page.ofSize(limit))
                .list();
    }
}
