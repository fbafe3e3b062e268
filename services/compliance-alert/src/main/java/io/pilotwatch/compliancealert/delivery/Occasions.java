package io.pilotwatch.compliancealert.delivery;

import io.pilotwatch.compliancealert.delivery.NoticeRows.Match;
import io.pilotwatch.compliancealert.delivery.NoticeRows.Said;
import io.pilotwatch.compliancealert.delivery.core.Notice;
import io.pilotwatch.compliancealert.delivery.core.Notice.Kind;
import io.pilotwatch.compliancealert.delivery.core.Phrases;
import io.pilotwatch.compliancealert.delivery.core.Subscription.Timing;
import io.pilotwatch.platform.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Tells what is about no single alert, to those for whom it was made. */
@ApplicationScoped
class Occasions {

    /** Something to be told to an agency. */
    record Occasion(UUID noticeId, Kind kind, String agency) {}

    private final NoticeRows notices;
    private final Deliveries deliveries;
    private final Ids ids;

    Occasions(NoticeRows notices, Deliveries deliveries, Ids ids) {
        this.notices = notices;
        this.deliveries = deliveries;
        this.ids = ids;
    }

    UUID newId() {
        return ids.next();
    }

    /** Keeps what is to be told, at {@code now} by the programme clock. */
    @Transactional(TxType.MANDATORY)
    void keep(List<Occasion> occasions, Instant now) {
        if (!occasions.isEmpty()) {
            notices.tell(occasions.stream()
                    .map(o -> new Said(
                            o.noticeId(), new Notice(o.kind(), null, 0, o.agency(), Phrases.of(o.kind())), now))
                    .toList());
        }
    }

    /** Sends it to a subscription at once, whatever else that one has collected. */
    static Match to(UUID subscriptionId, UUID noticeId) {
        return new Match(noticeId, subscriptionId, Timing.AT_ONCE);
    }

    /** Plans the deliveries. */
    @Transactional(TxType.MANDATORY)
    void plan(List<Match> matches) {
        deliveries.plan(matches);
    }
}
