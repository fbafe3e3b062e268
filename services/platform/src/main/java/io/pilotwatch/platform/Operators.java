package io.pilotwatch.platform;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.TenantIdentityProvider;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/** Answers on the management port whoever has an operator's token, and nobody else. */
@ApplicationScoped
public class Operators {

    private static final Logger LOG = Logger.getLogger(Operators.class);

    private static final Pattern BEARER = Pattern.compile("(?i)bearer (\\S+)");

    private final TenantIdentityProvider identities;

    Operators(TenantIdentityProvider identities) {
        this.identities = identities;
    }

    /** Answers with what the work gives as JSON, or with the problem it meets: 401 and 403 before it is begun. */
    public void answer(RoutingContext request, Supplier<?> work) {
        answerTo(request, account -> work.get());
    }

    /** The same, where the work has to know whose account it is. */
    public void answerTo(RoutingContext request, Function<String, ?> work) {
        try {
            request.json(work.apply(requireOperator(request.request().headers().getAll("Authorization"))));
        } catch (Problem problem) {
            refuse(request, problem);
        } catch (RuntimeException e) {
            LOG.errorf(e, "no answer for %s", request.normalizedPath());
            refuse(request, new Problem(503, "NOT_READY", HttpTexts.of(503)));
        }
    }

    private static void refuse(RoutingContext request, Problem problem) {
        request.response()
                .setStatusCode(problem.status())
                .putHeader("content-type", "application/problem+json")
                .end(new JsonObject()
                        .put("code", problem.code())
                        .put("status", problem.status())
                        .put("detail", problem.text().en())
                        .encode());
    }

    private String requireOperator(List<String> authorizations) {
        try {
            // One header of the one scheme, as on the other port.
            var bearer = BEARER.matcher(String.join("\n", authorizations));
            if (!bearer.matches()) {
                throw new Problem(401, "NOT_SIGNED_IN", HttpTexts.of(401));
            }
            var caller = identities
                    .authenticate(new AccessTokenCredential(bearer.group(1)))
                    .await()
                    .indefinitely();
            if (!caller.hasRole(Caller.OPERATOR)) {
                throw new Problem(403, "ROLE_MISSING", HttpTexts.of(403));
            }
            return caller.getPrincipal().getName();
        } catch (Problem problem) {
            throw problem;
        } catch (RuntimeException e) {
            throw new Problem(401, "NOT_SIGNED_IN", HttpTexts.of(401));
        }
    }
}
