package io.pilotwatch.reporting;

import io.pilotwatch.contracts.Text;
import io.pilotwatch.platform.Problem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import org.jboss.logging.Logger;

/**
 * Folds the views again from the journal beside the live ones, says whether the two are equal, and puts the new ones in
 * place of the old where they are not. One at a time over all replicas. Events go on being taken meanwhile: each pilot is
 * compared as of one moment, and what was written after that is folded once more before the swap, which alone keeps
 * writers waiting.
 *
 * <p>A service that folds otherwise than the one that made the live views does so when it starts, before it takes events.
 */
@ApplicationScoped
class Rebuilds {

    private static final Logger LOG = Logger.getLogger(Rebuilds.class);
    private static final int PAUSE_MILLIS = 500;
    private static final int SWAP_SECONDS = 600;

    private final RebuildLock lock;
    private final RebuildRows rows;
    private final RebuiltRows rebuilt;
    private final RebuildWorkers workers;
    private volatile Thread thread;

    Rebuilds(RebuildLock lock, RebuildRows rows, RebuiltRows rebuilt, RebuildWorkers workers) {
        this.lock = lock;
        this.rows = rows;
        this.rebuilt = rebuilt;
        this.workers = workers;
    }

    /** Before everything that begins with the application, such as the taking of events. */
    void start(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event)
            throws InterruptedException {
        while (rows.version() != Folding.VERSION) {
            var held = lock.tryTake();
            if (held.isEmpty()) {
                Thread.sleep(PAUSE_MILLIS);
                continue;
            }
            try (var _ = held.get()) {
                renew();
            }
        }
    }

    /** Another replica may have done it while this one waited. */
    private void renew() {
        if (rows.version() != Folding.VERSION) {
            LOG.infof("views of version %d; folding them again as version %d", rows.version(), Folding.VERSION);
            run(rows.begin("VERSION"), false, true);
            if (rows.version() != Folding.VERSION) {
                throw new IllegalStateException("the views could not be folded again");
            }
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        workers.stop();
        if (thread != null) {
            thread.join();
        }
    }

    /**
     * Begins one, for an operator.
     *
     * @param swap also where the views are equal
     * @return as it begins
     */
    Rebuild begin(boolean swap) {
        var held = lock.tryTake()
                .orElseThrow(() -> new Problem(
                        409,
                        "REBUILD_RUNNING",
                        new Text("正在重建视图，请稍后再试。", "The views are being rebuilt; try again later.")));
        long id = rows.begin("OPERATOR");
        thread = Thread.ofPlatform().name("rebuild").daemon(true).start(() -> {
            try (held) {
                run(id, true, swap);
            }
        });
        return rows.latest().orElseThrow();
    }

    private void run(long id, boolean compare, boolean swap) {
        try {
            rebuilt.begin();
            var mark = rebuilt.mark();
            var all = rebuilt.all();
            rows.plan(
                    id,
                    all.size(),
                    all.stream().mapToLong(RebuiltRows.Work::events).sum());
            int differences = workers.fold(id, all, compare);
            if (swap || differences > 0) {
                swap(id, mark);
            }
            rebuilt.end();
            rows.end(id, compare ? differences : null, null);
            LOG.infof("rebuild %d: %s", id, rows.latest().orElseThrow());
        } catch (RuntimeException e) {
            LOG.errorf(e, "rebuild %d came to nothing", id);
            rows.end(id, null, String.valueOf(e.getMessage()));
        }
    }

    /** Most of what came in meanwhile is folded before writers are kept waiting, so that they wait for the rest only. */
    private void swap(long id, String begun) {
        rebuilt.analyze();
        var mark = rebuilt.mark();
        foldAgain(begun);
        QuarkusTransaction.requiringNew().timeout(SWAP_SECONDS).run(() -> {
            rebuilt.keepWritersOut();
            foldAgain(mark);
            rebuilt.swap();
            rows.swapped(id, Folding.VERSION);
        });
    }

    private void foldAgain(String since) {
        QuarkusTransaction.joiningExisting().timeout(SWAP_SECONDS).run(() -> {
            var written = rebuilt.writtenSince(since);
            rebuilt.forget(written);
            rebuilt.fold(written);
        });
    }
}
