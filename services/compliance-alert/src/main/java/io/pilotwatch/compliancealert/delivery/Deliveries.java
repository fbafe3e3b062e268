package io.pilotwatch.compliancealert.delivery;

import io.pilotwatch.compliancealert.delivery.DeliveryRows.Planned;
import io.pilotwatch.compliancealert.delivery.DeliveryRows.State;
import io.pilotwatch.compliancealert.delivery.NoticeRows.Match;
import io.pilotwatch.compliancealert.delivery.NoticeRows.Said;
import io.pilotwatch.compliancealert.delivery.core.Notice;
import io.pilotwatch.compliancealert.delivery.core.Notice.Kind;
import io.pilotwatch.compliancealert.delivery.core.Subscription;
import io.pilotwatch.compliancealert.delivery.core.Subscription.Timing;
import io.pilotwatch.contracts.Text;
import io.pilotwatch.platform.Ids;
import io.pilotwatch.platform.WallClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Plans who is told of what, in the transaction in which it happens; what is planned is sent after its commit. */
@ApplicationScoped
public class Deliveries {

    /** Something may be sent once the transaction is through. */
    public record Plan() {}

    /** Longer than any test takes. */
    private static final Duration TEST_LEFT_BEHIND = Duration.ofMinutes(5);

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

    /** Tells just these subscriptions of something that is about no alert, at once whatever their timing. */
    @Transactional(TxType.MANDATORY)
    void planFor(List<Subscription> to, Notice notice, Instant now) {
        planFor(to, notice, now, wall.now());
    }

    /**
     * Plans a test, which whoever asked for it makes itself; should that one die over it, it is made later.
     *
     * @return the delivery's id
     */
    @Transactional(TxType.MANDATORY)
    UUID planTest(Subscription to, Instant now) {
        var text = new Text("这是一条测试消息。", "This is a test.");
        var notice = new Notice(Kind.TEST, null, 0, to.agency(), text);
        return planFor(List.of(to), notice, now, wall.now().plus(TEST_LEFT_BEHIND))
                .getFirst();
    }

    private List<UUID> planFor(List<Subscription> to, Notice notice, Instant now, Instant due) {
        var noticeId = ids.next();
        notices.tell(List.of(new Said(noticeId, notice, now)));
        var made = to.stream()
                .map(one -> new Planned(ids.next(), one.id(), noticeId, State.PENDING))
                .toList();
        rows.insert(made, due);
        planned.fire(new Plan());
        return made.stream().map(Planned::id).toList();
    }

    /** Tells these subscriptions of these notices, those that they were not told of before; gives how many. */
    @Transactional(TxType.MANDATORY)
    int plan(List<Match> matches) {
        if (matches.isEmpty()) {
            return 0;
        }
        planned.fire(new Plan());
        return rows.insert(matches.stream().map(this::planned).toList(), wall.now());
    }

    /** Something was made due by the running transaction. */
    @Transactional(TxType.MANDATORY)
    void wake() {
        planned.fire(new Plan());
    }

    private Planned planned(Match match) {
        var state = match.timing() == Timing.DIGEST ? State.COLLECTED : State.PENDING;
        return new Planned(ids.next(), match.subscriptionId(), match.noticeId(), state);
    }
}
