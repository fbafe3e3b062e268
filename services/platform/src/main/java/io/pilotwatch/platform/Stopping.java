package io.pilotwatch.platform;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The end of this replica. When it begins, readiness is off and each answer ends its connection, so that the others get what
 * comes next; whatever still comes is done. Only before the very end, when all should have gone, it is refused, so that nothing
 * is begun that would be cut.
 */
@ApplicationScoped
class Stopping {

    private static final Duration REFUSED_FOR = Duration.ofSeconds(1);

    private final long servedForNanos;
    private final BroadcastProcessor<Boolean> end = BroadcastProcessor.create();
    private volatile boolean begun;
    private volatile long begunNanos;

    Stopping(@ConfigProperty(name = "quarkus.shutdown.delay") Duration delay) {
        this.servedForNanos = delay.minus(REFUSED_FOR).toNanos();
    }

    void begin(@Observes ShutdownDelayInitiatedEvent event) {
        begunNanos = System.nanoTime();
        begun = true;
        end.onNext(true);
        end.onComplete();
    }

    /** These items, until there are no more or the end begins. */
    <T> Multi<T> until(Multi<T> items) {
        var all = Multi.createBy()
                .concatenating()
                .streams(items.map(Optional::of), Multi.createFrom().item(Optional.<T>empty()));
        return Multi.createBy()
                .merging()
                .streams(all, end.map(_ -> Optional.<T>empty()))
                .select()
                .first(Optional::isPresent)
                .map(Optional::get);
    }

    /** Whether it is too late to begin anything. */
    boolean refuses() {
        return begun && System.nanoTime() - begunNanos >= servedForNanos;
    }
}
