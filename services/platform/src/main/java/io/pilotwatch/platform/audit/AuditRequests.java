package io.pilotwatch.platform.audit;

import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.platform.Callers;
import io.pilotwatch.platform.Idempotency;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;

/** Makes the entry of the present request of a resource or page. */
@ApplicationScoped
public class AuditRequests {

    private final AuditLog log;
    private final AuditSubject about;
    private final Callers callers;
    private final CurrentIdentityAssociation identities;
    private final Map<Method, String> routes = new ConcurrentHashMap<>();

    AuditRequests(AuditLog log, AuditSubject about, Callers callers, CurrentIdentityAssociation identities) {
        this.log = log;
        this.about = about;
        this.callers = callers;
        this.identities = identities;
    }

    /** Done when it is written that the present request is answered with this status; fails when it cannot be. */
    public Uni<Void> record(int status) {
        var request = CurrentRequestManager.get();
        if (request == null || request.getTarget() == null) {
            // An address that nobody has.
            return Uni.createFrom().voidItem();
        }
        return entries(request, status)
                .onItem()
                .transformToUni(entries -> Uni.createFrom().completionStage(() -> log.record(entries, about.change())));
    }

    /** Whether there is a present request, and it may change something. */
    boolean isChange() {
        var request = CurrentRequestManager.get();
        return request != null && request.getTarget() != null && Outcome.isChange(request.getMethod());
    }

    /** What is to be told of the present request where it is never answered. */
    List<AuditEntry> unanswered() {
        return entries(CurrentRequestManager.get(), null).await().indefinitely();
    }

    private Uni<List<AuditEntry>> entries(ResteasyReactiveRequestContext request, @Nullable Integer status) {
        return identities
                .getDeferredIdentity()
                .onFailure()
                .recoverWithNull()
                .onItem()
                .transform(identity -> entries(who(identity), request, status));
    }

    /** Nobody where there is no account, or none that can be believed. */
    @Nullable
    private Who who(@Nullable SecurityIdentity identity) {
        if (identity == null || identity.isAnonymous()) {
            return null;
        }
        identities.setIdentity(identity);
        return Who.of(callers.current(), callers.currentId());
    }

    private List<AuditEntry> entries(
            @Nullable Who who, ResteasyReactiveRequestContext request, @Nullable Integer status) {
        var query = request.getUriInfo().getQueryParameters();
        var subject = Said.subject(request.getUriInfo().getPathParameters());
        var entry = new AuditEntry(
                Outcome.of(request.getMethod(), status),
                who,
                about.from(),
                request.getMethod(),
                route(request.getTarget()),
                subject,
                Said.asked(query),
                Said.pilot(subject.getOrDefault("pilotId", query.getFirst("pilotId"))),
                status,
                about.code(),
                Origin.trace(),
                Said.hash(request.getHttpHeaders().getHeaderString(Idempotency.HEADER)));
        var pilots = about.pilots();
        return pilots.isEmpty()
                ? List.of(entry)
                : pilots.stream().map(entry::of).toList();
    }

    private String route(RuntimeResource target) {
        return routes.computeIfAbsent(
                target.getLazyMethod().getMethod(), method -> route(target.getResourceClass(), method));
    }

    /** As its annotations have it. */
    private static String route(Class<?> resource, Method method) {
        var whole = path(resource.getAnnotation(Path.class)) + path(method.getAnnotation(Path.class));
        return whole.isEmpty() ? "/" : whole.replaceAll("\\{\\s*([\\w-]+)\\s*:(?:[^{}]|\\{[^{}]*\\})*\\}", "{$1}");
    }

    private static String path(@Nullable Path path) {
        var said = path == null ? "" : path.value().replaceAll("^/+|/+$", "");
        return said.isEmpty() ? "" : "/" + said;
    }
}
