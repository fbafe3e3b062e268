package io.pilotwatch.platform.audit;

import io.pilotwatch.contracts.Nullable;
import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** What the audit log cannot read from a request's address: which pilot an alert is of, and why a request was refused. */
@ApplicationScoped
public class AuditSubject {

    private static final String PILOTS = "audit.pilots";
    private static final String CODE = "audit.code";
    private static final String CHANGE = "audit.change";

    private final CurrentVertxRequest request;

    AuditSubject(CurrentVertxRequest request) {
        this.request = request;
    }

    /** The present request is about this pilot; of a request that is about several, each has an entry. */
    public void is(String pilotId) {
        if (Said.pilot(pilotId) != null) {
            var all = new TreeSet<>(pilots());
            all.add(pilotId);
            put(PILOTS, all);
        }
    }

    /** The present request is refused with this problem's code. */
    public void refused(String code) {
        put(CODE, code);
    }

    /** The present request has changed something, and owes its entry under this id. */
    void owes(UUID change) {
        put(CHANGE, change);
    }

    /** Under which id it owes an entry; null where it owes none. */
    @Nullable
    UUID change() {
        return get(CHANGE);
    }

    Set<String> pilots() {
        Set<String> all = get(PILOTS);
        return all == null ? Set.of() : all;
    }

    /** The address of whoever makes the present request. */
    @Nullable
    String from() {
        var current = current();
        return current == null ? null : Origin.from(current);
    }

    @Nullable
    String code() {
        return get(CODE);
    }

    private void put(String name, Object value) {
        var current = current();
        if (current != null) {
            current.put(name, value);
        }
    }

    @Nullable
    private <T> T get(String name) {
        var current = current();
        return current == null ? null : current.get(name);
    }

    @Nullable
    private RoutingContext current() {
        return Arc.container().requestContext().isActive() ? request.getCurrent() : null;
    }
}
