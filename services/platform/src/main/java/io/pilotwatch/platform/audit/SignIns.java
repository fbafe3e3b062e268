package io.pilotwatch.platform.audit;

import io.pilotwatch.contracts.Nullable;
import io.quarkus.oidc.SecurityEvent;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;

/**
 * Who signed in to the pages and out again, where this service is the one that was asked. It shows nothing, so that nobody waits
 * for the entry; every page that is then shown has one of its own. Wrong passwords are for the identity provider to tell.
 */
@ApplicationScoped
class SignIns {

    private static final Logger LOG = Logger.getLogger(SignIns.class);

    private final AuditLog log;
    private final String service;

    SignIns(AuditLog log, @ConfigProperty(name = "quarkus.application.name") String service) {
        this.log = log;
        this.service = service;
    }

    void hear(@Observes SecurityEvent event) {
        var outcome = outcome(event.getEventType());
        var identity = event.getSecurityIdentity();
        if (outcome == null || identity == null || !(identity.getPrincipal() instanceof JsonWebToken token)) {
            return;
        }
        var context = HttpSecurityUtils.getRoutingContextAttribute(identity);
        var name = token.<String>getClaim("preferred_username");
        var entry = new AuditEntry(
                outcome,
                new Who(name == null ? token.getSubject() : name, token.getSubject(), List.of(), Map.of()),
                context == null ? null : Origin.from(context),
                "GET",
                "/" + service + (outcome == Outcome.SIGNED_IN ? "/login" : "/logout"),
                Map.of(),
                Map.of(),
                null,
                302,
                null,
                Origin.trace(),
                null);
        log.record(List.of(entry), null).exceptionally(e -> {
            LOG.warnf("%s of %s is not in the audit log: %s", outcome.word(), name, e.getMessage());
            return null;
        });
    }

    @Nullable
    private static Outcome outcome(SecurityEvent.Type type) {
        return switch (type) {
            case OIDC_LOGIN -> Outcome.SIGNED_IN;
            case OIDC_LOGOUT_RP_INITIATED, OIDC_LOGOUT_RP_INITIATED_SESSION_EXPIRED -> Outcome.SIGNED_OUT;
            default -> null;
        };
    }
}
