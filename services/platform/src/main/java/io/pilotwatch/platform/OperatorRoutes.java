package io.pilotwatch.platform;

import io.pilotwatch.contracts.Text;
import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.TenantIdentityProvider;
import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * What only an operator asks, on the management port and with an operator's token:
 *
 * <ul>
 *   <li>{@code GET /q/clock}: {@code {"mode":"stepped","instant":"…+08:00"}}
 *   <li>{@code PUT /q/clock} with {@code {"instant":"2022-03-01T00:00:00+08:00"}}: steps the clock forward; answers when all
 *       that is due at that instant is done; 404 where the clock is the system's, 409 for going back
 *   <li>{@code GET /q/flow}: {@code {"outbox":0,"behind":0}}, events not yet sent and records not yet handled
 * </ul>
 */
@ApplicationScoped
class OperatorRoutes {

    private static final Logger LOG = Logger.getLogger(OperatorRoutes.class);

    private final ProgrammeClock programmeClock;
    private final Clock clock;
    private final Flow flow;
    private final TenantIdentityProvider identities;

    OperatorRoutes(ProgrammeClock programmeClock, Clock clock, Flow flow, TenantIdentityProvider identities) {
        this.programmeClock = programmeClock;
        this.clock = clock;
        this.flow = flow;
        this.identities = identities;
    }

    void register(@Observes ManagementInterface management) {
        var router = management.router();
        router.get("/q/clock").blockingHandler(request -> answer(request, this::clock), false);
        router.put("/q/clock")
                .handler(BodyHandler.create(false))
                .blockingHandler(
                        request -> answer(request, () -> step(request.body().asString())), false);
        router.get("/q/flow").blockingHandler(request -> answer(request, flow::state), false);
    }

    private Object clock() {
        return Map.of(
                "mode",
                programmeClock.isStepped() ? "stepped" : "system",
                "instant",
                ZonedDateTime.now(clock).toOffsetDateTime().toString());
    }

    private Object step(String body) {
        if (!programmeClock.isStepped()) {
            throw Problem.notFound("/q/clock");
        }
        programmeClock.stepTo(instant(body));
        return clock();
    }

    private static Instant instant(String body) {
        try {
            return OffsetDateTime.parse(new JsonObject(body).getString("instant"))
                    .toInstant();
        } catch (RuntimeException e) {
            throw new Problem(
                    400,
                    "BAD_INSTANT",
                    new Text("instant 应为带时区的 ISO 8601 时间。", "instant is an ISO 8601 date and time with an offset."));
        }
    }

    private void answer(RoutingContext request, Supplier<Object> work) {
        try {
            requireOperator(request.request().getHeader("Authorization"));
            request.json(work.get());
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

    private void requireOperator(String authorization) {
        try {
            var token = String.valueOf(authorization).replaceFirst("^[Bb]earer ", "");
            var caller = identities
                    .authenticate(new AccessTokenCredential(token))
                    .await()
                    .indefinitely();
            if (!caller.hasRole(Caller.OPERATOR)) {
                throw new Problem(403, "ROLE_MISSING", HttpTexts.of(403));
            }
        } catch (Problem problem) {
            throw problem;
        } catch (RuntimeException e) {
            throw new Problem(401, "NOT_SIGNED_IN", HttpTexts.of(401));
        }
    }
}
