package io.pilotwatch.platform;

import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.platform.audit.AuditEntry;
import io.pilotwatch.platform.audit.AuditLog;
import io.pilotwatch.platform.audit.OwedEntries;
import io.pilotwatch.platform.audit.Who;
import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.TenantIdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;

/**
 * Answers on the management port whoever has an operator's token, and nobody else. Whatever is asked there and by whom is in the
 * audit log before it is answered.
 */
@ApplicationScoped
public class Operators {

    private static final Logger LOG = Logger.getLogger(Operators.class);

    private static final Pattern BEARER = Pattern.compile("(?i)bearer (\\S+)");

    private final TenantIdentityProvider identities;
    private final AuditLog audit;
    private final OwedEntries owed;

    Operators(TenantIdentityProvider identities, AuditLog audit, OwedEntries owed) {
        this.identities = identities;
        this.audit = audit;
        this.owed = owed;
    }

    /** Answers with what the work gives as JSON, or with the problem it meets: 401 and 403 before it is begun. */
    public void answer(RoutingContext request, Supplier<?> work) {
        answerTo(request, account -> work.get());
    }

    /** The same, where the work has to know whose account it is. */
    public void answerTo(RoutingContext request, Function<String, ?> work) {
        answer(request, Set.of(Caller.OPERATOR), account -> {
            var answer = work.apply(account);
            return () -> request.json(answer);
        });
    }

    /** Lets another role in too, and leaves it to what the work gives to answer by itself. */
    public void answer(RoutingContext request, Set<String> roles, Function<String, Runnable> work) {
        Who who = null;
        UUID change = null;
        try {
            var identity = identity(request.request().headers().getAll("Authorization"));
            var caller = Callers.of((JsonWebToken) identity.getPrincipal(), identity.getRoles());
            who = Who.of(caller, ((JsonWebToken) identity.getPrincipal()).getSubject());
            if (Collections.disjoint(caller.roles(), roles)) {
                throw new Problem(403, "ROLE_MISSING", HttpTexts.of(403));
            }
            change = owed.owe(request, who);
            var answer = work.apply(caller.name());
            audit.recordNow(AuditEntry.of(request, who, 200, null), change);
            answer.run();
        } catch (Problem problem) {
            refuse(request, who, change, problem);
        } catch (RuntimeException e) {
            LOG.errorf(e, "no answer for %s", request.normalizedPath());
            refuse(request, who, change, Later.notReady());
        }
    }

    private void refuse(RoutingContext request, @Nullable Who who, @Nullable UUID change, Problem problem) {
        if (request.response().headWritten()) {
            // Cut off, so that nobody takes the beginning for the whole.
            request.response().reset();
            return;
        }
        var told = problem;
        try {
            audit.recordNow(AuditEntry.of(request, who, problem.status(), problem.code()), change);
        } catch (RuntimeException e) {
            told = Later.notReady();
        }
        request.response()
                .setStatusCode(told.status())
                .putHeader("content-type", "application/problem+json")
                .end(new JsonObject()
                        .put("code", told.code())
                        .put("status", told.status())
                        .put("detail", told.text().en())
                        .encode());
    }

    private SecurityIdentity identity(List<String> authorizations) {
        // One header of the one scheme, as on the other port.
        var bearer = BEARER.matcher(String.join("\n", authorizations));
        if (!bearer.matches()) {
            throw new Problem(401, "NOT_SIGNED_IN", HttpTexts.of(401));
        }
        try {
            return identities
                    .authenticate(new AccessTokenCredential(bearer.group(1)))
                    .await()
                    .indefinitely();
        } catch (RuntimeException e) {
            throw new Problem(401, "NOT_SIGNED_IN", HttpTexts.of(401));
        }
    }
}
