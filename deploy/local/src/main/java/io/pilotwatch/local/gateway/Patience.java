package io.pilotwatch.local.gateway;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How long a connection may take to say what it wants, from its beginning or from its last answer. A server waits for the rest
 * of a request's head for ever as long as something comes now and then, and hundreds of such connections cost nothing to
 * whoever opens them.
 */
final class Patience {

    private final Vertx vertx;
    private final long atMost;
    private final Map<HttpConnection, Long> waiting = new ConcurrentHashMap<>();

    Patience(Vertx vertx, Duration atMost) {
        this.vertx = vertx;
        this.atMost = atMost.toMillis();
    }

    void connected(HttpConnection connection) {
        connection.closeHandler(_ -> over(connection));
        await(connection);
    }

    /** A whole head came; the next one is waited for when this has its answer. */
    void heard(HttpServerRequest request) {
        over(request.connection());
        request.response().endHandler(_ -> await(request.connection()));
    }

    private void await(HttpConnection connection) {
        waiting.put(connection, vertx.setTimer(atMost, _ -> connection.close()));
    }

    private void over(HttpConnection connection) {
        Long timer = waiting.remove(connection);
        if (timer != null) {
            vertx.cancelTimer(timer);
        }
    }
}
