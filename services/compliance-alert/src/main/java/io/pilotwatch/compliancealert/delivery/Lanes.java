package io.pilotwatch.compliancealert.delivery;

import io.pilotwatch.compliancealert.delivery.DeliveryRows.Due;
import io.pilotwatch.compliancealert.delivery.core.Answer;
import io.pilotwatch.compliancealert.delivery.core.Answer.Outcome;
import io.pilotwatch.compliancealert.delivery.core.ChannelKind;
import io.pilotwatch.compliancealert.delivery.core.Message;
import io.pilotwatch.compliancealert.delivery.core.Subscription;
import io.pilotwatch.platform.WallClock;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Makes tries: several at once to one endpoint, never more than so many. */
@ApplicationScoped
class Lanes {

    private static final Logger LOG = Logger.getLogger(Lanes.class);

    /** No try begins later in a round: what is done is written down soon, and the lease is not outlived. */
    private static final Duration ROUND = Duration.ofSeconds(1);

    /** So many failures without a success, and the endpoint does not work. */
    private static final int ENOUGH_FAILURES = 8;

    private final Map<ChannelKind, Channel> channels;
    private final WallClock wall;
    private final int inFlight;

    Lanes(@All List<Channel> channels, WallClock wall, DeliverySettings settings) {
        this.channels = channels.stream().collect(Collectors.toMap(Channel::kind, Function.identity()));
        this.wall = wall;
        this.inFlight = settings.inFlight();
    }

    /** By the wall clock, as of everything that is waited for here. */
    Instant now() {
        return wall.now();
    }

    /** By what something can be sent here. */
    Set<ChannelKind> kinds() {
        return channels.keySet();
    }

    /** Tries these in their order, and returns when all that was begun is answered; the rest stays due. */
    List<Attempt> round(Subscription to, List<Due> due) {
        var round = new Round(to, due);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < Math.min(inFlight, due.size()); i++) {
                threads.execute(round);
            }
        }
        return round.made();
    }

    /** One try, now. */
    Attempt one(Subscription to, Due due) {
        var at = wall.now();
        var begun = System.nanoTime();
        var answer = send(to, due.message());
        return new Attempt(due, answer, at, Duration.ofNanos(System.nanoTime() - begun));
    }

    private Answer send(Subscription to, Message message) {
        try {
            return channels.get(to.channel()).send(to, message);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Answer.none("interrupted");
        } catch (RuntimeException e) {
            LOG.warnf(e, "delivery %s: a try broke", message.deliveryId());
            return Answer.none(e.getClass().getSimpleName());
        }
    }

    /** What the lanes share; each takes the next until the round is over. */
    private final class Round implements Runnable {
        private final Subscription to;
        private final Queue<Due> waiting;
        private final List<Attempt> made = Collections.synchronizedList(new ArrayList<>());
        private final long end = System.nanoTime() + ROUND.toNanos();
        private volatile boolean over;
        private volatile boolean works;

        Round(Subscription to, List<Due> due) {
            this.to = to;
            this.waiting = new ConcurrentLinkedQueue<>(due);
        }

        @Override
        public void run() {
            while (!over && System.nanoTime() < end) {
                var next = waiting.poll();
                if (next == null) {
                    return;
                }
                keep(one(to, next));
            }
        }

        private void keep(Attempt attempt) {
            made.add(attempt);
            works |= attempt.answer().delivered();
            var outcome = attempt.answer().outcome();
            over |= outcome == Outcome.OVERLOADED
                    || outcome == Outcome.GONE
                    || !works && made.size() >= ENOUGH_FAILURES;
        }

        List<Attempt> made() {
            return List.copyOf(made);
        }
    }
}
