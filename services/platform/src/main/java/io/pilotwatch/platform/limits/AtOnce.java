package io.pilotwatch.platform.limits;

import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.ConcurrentHashMap;

/** How many requests of each account are under way. One is until its answer has been sent or its connection has gone. */
final class AtOnce {

    private final ConcurrentHashMap<String, Integer> counts = new ConcurrentHashMap<>();
    private final int most;

    AtOnce(int most) {
        this.most = most;
    }

    /** Whether one more may be under way; if so, it is. */
    boolean begin(String account, RoutingContext request) {
        if (counts.merge(account, 1, Integer::sum) > most) {
            end(account);
            return false;
        }
        request.addEndHandler(over -> end(account));
        return true;
    }

    private void end(String account) {
        counts.computeIfPresent(account, (name, count) -> count == 1 ? null : count - 1);
    }
}
