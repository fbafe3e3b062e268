package io.pilotwatch.platform.audit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.platform.DatabaseFailure;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Writes what was seen and done, before it is told. Whoever answers a request waits for its entry: those that wait at the same time
 * are written together, so that a commit is shared and costs each of them little. What cannot be written is not answered either.
 *
 * <p>A change is committed before its entry is, and owes it from then on: see {@link OwedEntries}. Where a process dies between the
 * two, or the entry cannot be written, the next one that can settles it.
 *
 * <p>It holds personal data: who looked at what. The programme office and operators may read it, and that is an entry of its own;
 * it is forgotten by {@link AuditKeeper}.
 *
 * <p>{@code pilotwatch_audit_entries_total{outcome}}: what became of the requests; {@code unwritten}: those whose entry could not be
 * written, and whose answer was 503.
 */
@ApplicationScoped
public class AuditLog {

    private static final Logger LOG = Logger.getLogger(AuditLog.class);
    private static final int BATCH = 500;
    private static final int MOST_WAITING = 10_000;
    private static final int POLL_MILLIS = 200;

    /** A request's entries, and the id under which they are owed, if they are. */
    private record Waiting(
            List<AuditEntry> entries, @Nullable UUID change, CompletableFuture<Void> written) {}

    private final BlockingQueue<Waiting> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
    private final AuditChain chain;
    private final MeterRegistry metrics;
    private final Duration patience;
    private volatile boolean running = true;
    private Thread thread;

    AuditLog(
            AuditChain chain,
            MeterRegistry metrics,
            @ConfigProperty(name = "pilotwatch.audit.owed-for") Duration patience) {
        this.chain = chain;
        this.metrics = metrics;
        this.patience = patience;
        for (var outcome : Outcome.values()) {
            counter(outcome.word());
        }
        counter("unwritten");
    }

    void start(@Observes StartupEvent event) {
        thread = Thread.ofPlatform().name("audit-log").daemon(true).start(this::run);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        running = false;
        thread.join(TimeUnit.SECONDS.toMillis(5));
    }

    /** Done when a request's entries are written, and owed no longer; fails when they cannot be. */
    CompletableFuture<Void> record(List<AuditEntry> entries, @Nullable UUID change) {
        var written = new CompletableFuture<Void>();
        if (!waiting.offer(new Waiting(entries, change, written))) {
            counter("unwritten").increment(entries.size());
            written.completeExceptionally(new IllegalStateException("too many audit entries wait to be written"));
        }
        return written;
    }

    /** Returns when the entry is written, and owed no longer; throws when it cannot be. */
    public void recordNow(AuditEntry entry, @Nullable UUID change) {
        record(List.of(entry), change).join();
    }

    @Scheduled(every = "1m", delayed = "10s")
    void settle() throws SQLException {
        settle(patience);
    }

    /** Writes the entries of changes that nobody has answered for so long. */
    void settle(Duration patience) throws SQLException {
        for (int settled = chain.settle(patience); settled > 0; settled = chain.settle(patience)) {
            LOG.warnf("%d changes were made and never answered: their audit entries are written now", settled);
            counter(Outcome.UNANSWERED.word()).increment(settled);
        }
    }

    private void run() {
        try {
            while (running || !waiting.isEmpty()) {
                var first = waiting.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
                if (first != null) {
                    var batch = new ArrayList<>(List.of(first));
                    waiting.drainTo(batch, BATCH - 1);
                    write(batch);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(List<Waiting> batch) {
        try {
            chain.append(
                    batch.stream()
                            .flatMap(one -> one.entries().stream())
                            .map(AuditEntry::json)
                            .toList(),
                    batch.stream().map(Waiting::change).filter(Objects::nonNull).toList());
            batch.forEach(one -> {
                one.entries().forEach(entry -> counter(entry.outcome().word()).increment());
                one.written().complete(null);
            });
        } catch (SQLException | RuntimeException e) {
            int lost = batch.stream().mapToInt(one -> one.entries().size()).sum();
            LOG.errorf("%d audit entries could not be written: %s", lost, e.getMessage());
            counter("unwritten").increment(lost);
            var failure = e instanceof SQLException sql ? new DatabaseFailure(sql) : e;
            batch.forEach(one -> one.written().completeExceptionally(failure));
        }
    }

    private Counter counter(String outcome) {
        return Counter.builder("pilotwatch.audit.entries")
                .description("Who saw and did what: entries of the audit log; unwritten ones were answered with 503")
                .tag("outcome", outcome)
                .register(metrics);
    }
}
