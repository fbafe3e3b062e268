package io.pilotwatch.platform.audit;

import io.pilotwatch.platform.ProblemAnswers;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.Response;
import java.lang.annotation.Annotation;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Puts every request that a resource or page answers into the audit log before the answer goes out: what was given and what was
 * refused, to whomever. There is nothing that an endpoint could forget. An answer whose entry cannot be written becomes 503. A
 * stream has no such filter: {@link io.pilotwatch.platform.LiveStream} tells of it when it is opened.
 *
 * <p>An address that nobody has leaves nothing, nor does the way to sign in, on which whoever has no session is sent before anything
 * else: what they then see is there under their name.
 */
public class AuditFilter {

    /** Filters of answers run from the highest on: none changes the status after this one. */
    private static final int LAST = 0;

    private final AuditRequests requests;
    private final ProblemAnswers problems;

    AuditFilter(AuditRequests requests, ProblemAnswers problems) {
        this.requests = requests;
        this.problems = problems;
    }

    @ServerResponseFilter(priority = LAST)
    Uni<Void> record(ContainerResponseContext response) {
        return requests.record(response.getStatus()).onFailure().recoverWithItem(failure -> {
            refuse(response, problems.notReady());
            return null;
        });
    }

    private static void refuse(ContainerResponseContext response, Response answer) {
        response.getHeaders().clear();
        response.getHeaders().putAll(answer.getHeaders());
        response.setStatus(answer.getStatus());
        response.setEntity(answer.getEntity(), new Annotation[0], answer.getMediaType());
    }
}
