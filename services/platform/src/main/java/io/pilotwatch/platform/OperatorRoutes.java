package io.pilotwatch.platform;

import io.pilotwatch.contracts.Text;
import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Map;

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

    private final ProgrammeClock programmeClock;
    private final Clock clock;
    private final Flow flow;
    private final Operators operators;

    OperatorRoutes(ProgrammeClock programmeClock, Clock clock, Flow flow, Operators operators) {
        this.programmeClock = programmeClock;
        this.clock = clock;
        this.flow = flow;
        this.operators = operators;
    }

    void register(@Observes ManagementInterface management) {
        var router = management.router();
        router.get("/q/clock").blockingHandler(request -> operators.answer(request, this::clock), false);
        router.put("/q/clock")
                .handler(BodyHandler.create(false))
                .blockingHandler(
                        request -> operators.answer(
                                request, () -> step(request.body().asString())),
                        false);
        router.get("/q/flow").blockingHandler(request -> operators.answer(request, flow::state), false);
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
}
