package io.pilotwatch.reporting;

import io.pilotwatch.reporting.RebuiltRows.Work;
import io.pilotwatch.reporting.core.Difference;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Folds all pilots, some at a time and as many at once as there are processors: memory is for those, however many there are. */
@ApplicationScoped
class RebuildWorkers {

    private static final int MOST_EVENTS = 5_000;
    private static final int MOST_WORKERS = 4;

    /** The most differences that are written down. */
    private static final int MOST_DIFFERENCES = 10_000;

    private final Sql sql;
    private final RebuildRows rows;
    private final RebuiltRows rebuilt;
    private volatile boolean stopping;

    RebuildWorkers(Sql sql, RebuildRows rows, RebuiltRows rebuilt) {
        this.sql = sql;
        this.rows = rows;
        this.rebuilt = rebuilt;
    }

    /** Makes a fold end early. */
    void stop() {
        stopping = true;
    }

    /** Folds all and answers in how many fields the live views differ; 0 where they are not to be compared. */
    int fold(long rebuildId, List<Work> all, boolean compare) {
        var chunks = new ConcurrentLinkedQueue<>(chunks(all));
        var differences = new AtomicInteger();
        int workers = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, MOST_WORKERS);
        Callable<Void> work = () -> {
            foldAll(rebuildId, chunks, compare, differences);
            return null;
        };
        try (var threads = Executors.newFixedThreadPool(
                workers, Thread.ofPlatform().name("rebuild-", 0).factory())) {
            for (var done : threads.invokeAll(Collections.nCopies(workers, work))) {
                done.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return differences.get();
    }

    /** Pilots that stand beside each other, with few enough events to be folded in one go. */
    private static List<List<Work>> chunks(List<Work> all) {
        var chunks = new ArrayList<List<Work>>();
        long events = MOST_EVENTS;
        for (var work : all) {
            if (events + work.events() > MOST_EVENTS) {
                chunks.add(new ArrayList<>());
                events = 0;
            }
            chunks.getLast().add(work);
            events += work.events();
        }
        return chunks;
    }

    private void foldAll(long rebuildId, Queue<List<Work>> chunks, boolean compare, AtomicInteger differences) {
        try {
            for (var chunk = chunks.poll(); chunk != null && !stopping; chunk = chunks.poll()) {
                var ids = chunk.stream().map(Work::pilotId).toList();
                var folded = QuarkusTransaction.requiringNew().call(() -> fold(ids, compare));
                rows.progress(rebuildId, ids.size(), folded.events());
                int before = differences.getAndAdd(folded.differences().size());
                rows.found(
                        rebuildId,
                        folded.differences().stream()
                                .limit(Math.max(0, MOST_DIFFERENCES - before))
                                .toList());
            }
        } finally {
            // Where one fails the others need not go on.
            chunks.clear();
        }
        if (stopping) {
            throw new IllegalStateException("stopped with the service");
        }
    }

    private record Folded(long events, List<Difference> differences) {}

    /** The journal and the live views are seen as of one moment: each transaction writes to both. */
    private Folded fold(List<String> ids, boolean compare) {
        sql.execute("set transaction isolation level repeatable read");
        long events = rebuilt.fold(ids);
        return new Folded(events, compare ? rebuilt.differences(ids) : List.of());
    }
}
