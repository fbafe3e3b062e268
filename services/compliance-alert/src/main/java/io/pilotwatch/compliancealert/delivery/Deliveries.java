package io.pilotwatch.compliancealert.delivery;

import io.pilotwatch.compliancealert.delivery.DeliveryRows.Planned;
import io.pilotwatch.compliancealert.delivery.DeliveryRows.State;
import io.pilotwatch.compliancealert.delivery.NoticeRows.Match;
import io.pilotwatch.compliancealert.delivery.NoticeRows.Said;
import io.pilotwatch.compliancealert.delivery.core.Notice;
import io.pilotwatch.compliancealert.delivery.core.Subscription;
import io.pilotwatch.compliancealert.delivery.core.Subscription.Timing;
import io.pilotwatch.platform.Ids;
import io.pilotwatch.platform.WallClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Plans who is told of what, in the transaction in which it happens; what is planned is sent after its commit. */
@ApplicationScoped
public class Deliveries {

    /** Something may be sent once the transaction is through. */
    public record Plan() {}

    private final NoticeRows notices;
    private final DeliveryRows rows;
    private final Ids ids;
    private final WallClock wall;
    private final Event<Plan> planned;

    Deliveries(NoticeRows notices, DeliveryRows rows, Ids ids, WallClock wall, Event<Plan> planned) {
        this.notices = notices;
        this.rows = rows;
        this.ids = ids;
        this.wall = wall;
        this.planned = planned;
    }

    /**
     * Tells these once: a notice that was told before is passed over. A digest's are collected, the others are sent at once.
     *
     * @param now by the programme clock
     */
    @Transactional(TxType.MANDATORY)
    public void plan(List<Notice> said, Instant now) {
        if (!said.isEmpty()) {
            plan(notices.tell(said.stream()
                    .map(notice -> new Said(ids.next(), notice, now))
                    .toList()));
        }
    }

    /** Tells just these subscriptions of something that is about no alert, at once whatever their timing; gives its id. */
    @Transactional(TxType.MANDATORY)
    UUID planFor(List<Subscription> to, Notice notice, Instant now) {
        var id = ids.next();
        notices.tell(List.of(new Said(id, notice, now)));
        plan(to.stream()
                .map(subscription -> new Match(id, subscription.id(), Timing.AT_ONCE))
                .toList());
        return id;
    }

    /** Tells these subscriptions of these notices. */
    @Transactional(TxType.MANDATORY)
    void plan(List<Match> matches) {
        if (!matches.isEmpty()) {
            rows.insert(matches.stream().map(this::planned).toList(), wall.now());
            planned.fire(new Plan());
        }
    }

    private Planned planned(Match match) {
        var state = match.timing() == Timing.DIGEST ? State.COLLECTED : State.PENDING;
        return new Planned(ids.next(), match.subscriptionId(), match.noticeId(), state);
    }
}
