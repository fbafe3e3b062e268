package io.pilotwatch.platform.limits;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Ends the connection of whoever sends a body too slowly: it holds a thread that waits for it, and some hundred such senders
 * would hold all there are. Looked at in even pieces of time, each of which must bring so much; whoever sends nothing at all
 * is ended by the idle timeout as well.
 */
@ApplicationScoped
class SlowBodies {

    /** Before anything that waits for it. */
    private static final int EARLY = 950;

    private final Vertx vertx;
    private final long every;
    private final long least;

    SlowBodies(Vertx vertx, LimitSettings settings) {
        this.vertx = vertx;
        this.every = settings.body().every().toMillis();
        this.least = settings.body().least().asLongValue();
    }

    void register(@Observes Filters filters) {
        filters.register(this::watch, EARLY);
    }

    private void watch(RoutingContext context) {
        var request = context.request();
        if (!request.isEnded() && hasBody(request)) {
            var before = new long[1];
            // Also after the answer: who was refused may go on sending, and would keep its connection with a byte now
            // and then.
            vertx.setPeriodic(every, tick -> look(request, before, tick));
            // What nobody has read by then nobody will; it must come to its end, or the connection would be taken for a
            // slow one.
            context.addEndHandler(over -> request.resume());
        }
        context.next();
    }

    private static boolean hasBody(HttpServerRequest request) {
        var length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return request.headers().contains(HttpHeaders.TRANSFER_ENCODING) || length != null && !length.equals("0");
    }

    private void look(HttpServerRequest request, long[] before, long timer) {
        long now = request.bytesRead();
        if (request.isEnded()) {
            vertx.cancelTimer(timer);
        } else if (now - before[0] < least) {
            vertx.cancelTimer(timer);
            request.connection().close();
        }
        before[0] = now;
    }
}
