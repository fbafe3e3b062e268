package io.pilotwatch.platform;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;

/**
 * Begins work always on the same event loop. The mail client needs that: it loses the server's answer now and then when the
 * connection that it has kept belongs to another loop than the caller.
 */
@ApplicationScoped
public class OneEventLoop {

    private final Context context;

    OneEventLoop(Vertx vertx) {
        this.context = vertx.getOrCreateContext();
    }

    /** The work's outcome; it is begun when somebody waits for it. */
    public <T> Uni<T> on(Supplier<Uni<? extends T>> work) {
        return Uni.createFrom()
                .deferred(work)
                .runSubscriptionOn(command -> context.runOnContext(nothing -> command.run()));
    }
}
