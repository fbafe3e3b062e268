package io.pilotwatch.platform;

import io.pilotwatch.contracts.Text;
import io.pilotwatch.platform.DeadLetter.State;
import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.function.Function;

/**
 * The dead letters, on the management port and with an operator's token:
 *
 * <ul>
 *   <li>{@code GET /q/dead-letters?state=&group=&cursor=&limit=}: newest first
 *   <li>{@code GET /q/dead-letters/{id}}: one, with its headers, its value in Base64 and its history
 *   <li>{@code POST /q/dead-letters/{id}/redrive}: lets it in again; answers it as it is then, 409 where it is closed
 *   <li>{@code POST /q/dead-letters/{id}/close} with {@code {"reason":"…"}}: lets it be; 409 where it was re-driven
 * </ul>
 *
 * <p>Each POST may be repeated: what is done already is not done again.
 */
@ApplicationScoped
class DeadLetterRoutes {

    private static final String PATH = "/q/dead-letters";

    private final DeadLetterDesk desk;
    private final Operators operators;

    DeadLetterRoutes(DeadLetterDesk desk, Operators operators) {
        this.desk = desk;
        this.operators = operators;
    }

    void register(@Observes ManagementInterface management) {
        var router = management.router();
        router.get(PATH).blockingHandler(request -> operators.answer(request, () -> list(request)), false);
        router.get(PATH + "/:id")
                .blockingHandler(request -> operators.answer(request, () -> desk.open(id(request))), false);
        router.post(PATH + "/:id/redrive")
                .handler(BodyHandler.create(false))
                .blockingHandler(
                        request -> operators.answerTo(request, account -> desk.redrive(id(request), account)), false);
        router.post(PATH + "/:id/close")
                .handler(BodyHandler.create(false))
                .blockingHandler(
                        request -> operators.answerTo(
                                request, account -> desk.close(id(request), account, reason(request))),
                        false);
    }

    private Page<DeadLetter> list(RoutingContext request) {
        int limit = Page.limit(parameter(request, "limit", Integer::valueOf));
        long before = Page.after(request.request().getParam("cursor"), Long.MAX_VALUE, Long::valueOf);
        var state = parameter(request, "state", State::valueOf);
        var found = desk.find(state, request.request().getParam("group"), before, limit + 1);
        return Page.of(
                found,
                limit,
                letter -> Long.toString(letter.id()),
                URI.create(request.request().uri()));
    }

    private static <T> T parameter(RoutingContext request, String name, Function<String, T> read) {
        var value = request.request().getParam(name);
        try {
            return value == null || value.isEmpty() ? null : read.apply(value);
        } catch (IllegalArgumentException e) {
            throw Problem.badParameter(name, new Text("参数 %s 无效。".formatted(name), "%s is unknown.".formatted(name)));
        }
    }

    private static long id(RoutingContext request) {
        var id = request.pathParam("id");
        try {
            return Long.parseLong(id);
        } catch (NumberFormatException e) {
            throw Problem.notFound("dead letter " + id);
        }
    }

    private static String reason(RoutingContext request) {
        try {
            return new JsonObject(request.body().asString()).getString("reason");
        } catch (RuntimeException noJson) {
            return null;
        }
    }
}
