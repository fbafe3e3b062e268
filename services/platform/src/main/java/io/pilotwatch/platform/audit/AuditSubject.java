package io.pilotwatch.platform.audit;

import io.pilotwatch.contracts.Nullable;
import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** What the audit log cannot read from a request's address: which pilot an alert is of, and why a request was refused. */
@ApplicationScoped
public class AuditSubject {

    private static final String PILOT = "audit.pilot";
    private static final String CODE = "audit.code";

    private final CurrentVertxRequest request;

    AuditSubject(CurrentVertxRequest request) {
        this.request = request;
    }

    /** The present request is about this pilot; the last word counts. */
    public void is(String pilotId) {
        put(PILOT, Said.pilot(pilotId));
    }

    /** The present request is refused with this problem's code. */
    public void refused(String code) {
        put(CODE, code);
    }

    Optional<String> pilot() {
        return Optional.ofNullable(get(PILOT));
    }

    /** The address of whoever makes the present request. */
    @Nullable
    String from() {
        var current = current();
        return current == null ? null : Requests.from(current);
    }

    @Nullable
    String code() {
        return get(CODE);
    }

    private void put(String name, @Nullable String value) {
        var current = current();
        if (current != null && value != null) {
            current.put(name, value);
        }
    }

    @Nullable
    private String get(String name) {
        var current = current();
        return current == null ? null : current.get(name);
    }

    @Nullable
    private RoutingContext current() {
        return Arc.container().requestContext().isActive() ? request.getCurrent() : null;
    }
}
