package io.pilotwatch.platform.audit;

import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.platform.Callers;
import io.pilotwatch.platform.Idempotency;
import io.pilotwatch.platform.ProblemAnswers;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Puts every request that a resource or page answers into the audit log before the answer goes out: what was given and what was
 * refused, to whomever. There is nothing that an endpoint could forget. An answer whose entry cannot be written becomes 503; a
 * stream is told of when it is opened.
 */
public class AuditFilter {

    /** Filters of answers run from the highest on: none changes the status after this one. */
    private static final int LAST = 0;

    private final AuditLog log;
    private final AuditSubject about;
    private final Callers callers;
    private final CurrentIdentityAssociation identities;
    private final ProblemAnswers problems;
    private final Map<Method, String> routes = new ConcurrentHashMap<>();

    AuditFilter(
            AuditLog log,
            AuditSubject about,
            Callers callers,
            CurrentIdentityAssociation identities,
            ProblemAnswers problems) {
        this.log = log;
        this.about = about;
        this.callers = callers;
        this.identities = identities;
        this.problems = problems;
    }

    @ServerResponseFilter(priority = LAST)
    Uni<Void> record(ContainerRequestContext request, ContainerResponseContext response, ResourceInfo asked) {
        if (asked == null || asked.getResourceMethod() == null) {
            return Uni.createFrom().voidItem();
        }
        return identities
                .getDeferredIdentity()
                .onFailure()
                .recoverWithNull()
                .onItem()
                .transform(identity -> entry(who(identity), request, response, route(asked)))
                .onItem()
                .transformToUni(entry -> Uni.createFrom().completionStage(() -> log.recordAll(each(entry))))
                .onFailure()
                .recoverWithItem(failure -> {
                    refuse(response, problems.notReady());
                    return null;
                });
    }

    private List<AuditEntry> each(AuditEntry entry) {
        var pilots = about.pilots();
        return pilots.isEmpty() ? List.of(entry) : pilots.stream().map(entry::of).toList();
    }

    @Nullable
    private Who who(@Nullable SecurityIdentity identity) {
        if (identity == null || identity.isAnonymous()) {
            return null;
        }
        identities.setIdentity(identity);
        return Who.of(callers.current(), callers.currentId());
    }

    private AuditEntry entry(
            @Nullable Who who, ContainerRequestContext request, ContainerResponseContext response, String route) {
        var uri = request.getUriInfo();
        var status = response.getStatus();
        var query = uri.getQueryParameters();
        var subject = Said.subject(uri.getPathParameters());
        return new AuditEntry(
                Outcome.of(request.getMethod(), status),
                who,
                about.from(),
                request.getMethod(),
                route,
                subject,
                Said.asked(query),
                Said.pilot(subject.getOrDefault("pilotId", query.getFirst("pilotId"))),
                status,
                about.code(),
                Requests.trace(),
                Said.hash(request.getHeaderString(Idempotency.HEADER)));
    }

    private static void refuse(ContainerResponseContext response, Response answer) {
        response.getHeaders().clear();
        response.getHeaders().putAll(answer.getHeaders());
        response.setStatus(answer.getStatus());
        response.setEntity(answer.getEntity(), new Annotation[0], answer.getMediaType());
    }

    /** As its annotations have it. */
    private String route(ResourceInfo asked) {
        return routes.computeIfAbsent(asked.getResourceMethod(), method -> route(asked.getResourceClass(), method));
    }

    private static String route(Class<?> resource, Method method) {
        var whole = path(resource.getAnnotation(Path.class)) + path(method.getAnnotation(Path.class));
        return whole.isEmpty() ? "/" : whole.replaceAll("\\{\\s*([\\w-]+)\\s*:(?:[^{}]|\\{[^{}]*\\})*\\}", "{$1}");
    }

    private static String path(@Nullable Path path) {
        var said = path == null ? "" : path.value().replaceAll("^/+|/+$", "");
        return said.isEmpty() ? "" : "/" + said;
    }
}
