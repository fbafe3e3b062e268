package io.pilotwatch.local.replay;

import io.pilotwatch.local.Trouble;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs tasks side by side and returns when all are done; the first failure is thrown. */
record AtOnce(ExecutorService threads) implements AutoCloseable {

    static AtOnce with(int threads) {
        return new AtOnce(Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().daemon().factory()));
    }

    void run(Collection<Runnable> tasks) {
        List<? extends Future<?>> running = tasks.stream().map(threads::submit).toList();
        for (Future<?> one : running) {
            try {
                one.get();
            } catch (ExecutionException e) {
                throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Trouble("Interrupted.");
            }
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
