package io.pilotwatch.compliancealert.delivery;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Sends what is due, at least once and always under the same id. Each endpoint is served by a thread of its own, so that
 * none waits for another. It wakes when what was planned here is committed, and once a second for what others planned and
 * for what is tried again.
 */
@ApplicationScoped
class Sender {

    private static final Logger LOG = Logger.getLogger(Sender.class);

    private final Rounds rounds;
    private final Set<UUID> served = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean woken = new AtomicBoolean();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean running = true;

    Sender(Rounds rounds) {
        this.rounds = rounds;
    }

    void planned(@Observes(during = TransactionPhase.AFTER_SUCCESS) Deliveries.Plan plan) {
        wake();
    }

    /** Looks for what is due, on a thread that belongs to no transaction; wakes that come before it looks are one. */
    @Scheduled(every = "1s")
    void wake() {
        if (running && woken.compareAndSet(false, true)) {
            begin(this::look);
        }
    }

    private void look() {
        woken.set(false);
        try {
            for (var id : rounds.due()) {
                if (served.add(id)) {
                    begin(() -> serve(id));
                }
            }
        } catch (RuntimeException e) {
            LOG.warnf("deliveries: %s; looking again in a second", e.getMessage());
        }
    }

    private void serve(UUID id) {
        try {
            while (running && rounds.serve(id)) {
                continue;
            }
            if (!running) {
                rounds.leave(id);
            }
        } catch (RuntimeException e) {
            LOG.warnf("deliveries to %s: %s; trying again", id, e.getMessage());
        } finally {
            served.remove(id);
        }
    }

    private void begin(Runnable work) {
        try {
            threads.execute(work);
        } catch (RejectedExecutionException ending) {
            LOG.debug("deliveries: nothing is begun any more");
        }
    }

    /**
     * Waits for the tries that are under way, none of which takes longer than {@link Http#DEADLINE}: cut off, one that its
     * receiver took would be written down as one that failed.
     */
    void stop(@Observes ShutdownEvent event) {
        running = false;
        threads.close();
    }
}
