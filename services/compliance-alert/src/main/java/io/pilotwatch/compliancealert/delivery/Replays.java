package io.pilotwatch.compliancealert.delivery;

import io.pilotwatch.compliancealert.delivery.NoticeRows.Match;
import io.pilotwatch.compliancealert.delivery.core.Subscription;
import io.pilotwatch.platform.Problem;
import io.pilotwatch.platform.WallClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Makes deliveries again, under the same id. */
@ApplicationScoped
class Replays {

    private final NoticeRows notices;
    private final DeliveryRows rows;
    private final Deliveries deliveries;
    private final WallClock wall;

    Replays(NoticeRows notices, DeliveryRows rows, Deliveries deliveries, WallClock wall) {
        this.notices = notices;
        this.rows = rows;
        this.deliveries = deliveries;
        this.wall = wall;
    }

    /** One of the subscription's; gives 0 where it is pending anyway. */
    int one(Subscription own, UUID deliveryId) {
        var notice = rows.noticeOf(own.id(), deliveryId).orElseThrow(() -> Problem.notFound(deliveryId.toString()));
        return again(own, List.of(notice));
    }

    /**
     * All that the subscription wants of what was said since then, also what was said while it was disabled; gives how many.
     *
     * @param since by the programme clock
     */
    int since(Subscription own, Instant since) {
        var matches = notices.since(own.id(), since);
        int again = again(own, matches.stream().map(Match::noticeId).toList());
        return again + deliveries.plan(matches);
    }

    private int again(Subscription own, List<UUID> noticeIds) {
        int again = rows.replay(own.id(), noticeIds, wall.now());
        deliveries.wake();
        return again;
    }
}
