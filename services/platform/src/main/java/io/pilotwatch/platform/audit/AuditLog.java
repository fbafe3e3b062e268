package io.pilotwatch.platform.audit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.pilotwatch.platform.DatabaseFailure;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Writes what was seen and done, before it is told. Whoever answers a request waits for its entry: those that wait at the same time
 * are written together, so that a commit is shared and costs each of them little. What cannot be written is not answered either.
 *
 * <p>A change is committed before its entry is. Where a process dies between the two, its caller has no answer and asks again under
 * the same key; until then the account stands with the key in {@code idempotency}, in the change's own transaction.
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

    private record Waiting(AuditEntry entry, CompletableFuture<Void> written) {}

    private final BlockingQueue<Waiting> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
    private final AuditChain chain;
    private final MeterRegistry metrics;
    private volatile boolean running = true;
    private Thread thread;

    AuditLog(AuditChain chain, MeterRegistry metrics) {
        this.chain = chain;
        this.metrics = metrics;
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

    /** Done when the entry is written; fails when it cannot be. */
    public CompletableFuture<Void> record(AuditEntry entry) {
        var written = new CompletableFuture<Void>();
        if (!waiting.offer(new Waiting(entry, written))) {
            counter("unwritten").increment();
            written.completeExceptionally(new IllegalStateException("too many audit entries wait to be written"));
        }
        return written;
    }

    /** Done when all of them are written. */
    CompletableFuture<Void> recordAll(List<AuditEntry> entries) {
        return CompletableFuture.allOf(entries.stream().map(this::record).toArray(CompletableFuture[]::new));
    }

    /** Returns when the entry is written; throws when it cannot be. */
    public void recordNow(AuditEntry entry) {
        record(entry).join();
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
                    batch.stream().map(Waiting::entry).map(AuditEntry::json).toList());
            batch.forEach(one -> {
                counter(one.entry().outcome().word()).increment();
                one.written().complete(null);
            });
        } catch (SQLException | RuntimeException e) {
            LOG.errorf("%d audit entries could not be written: %s", batch.size(), e.getMessage());
            counter("unwritten").increment(batch.size());
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
