package io.pilotwatch.reporting;

import io.pilotwatch.contracts.Text;
import io.pilotwatch.platform.Operators;
import io.pilotwatch.platform.Problem;
import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Rebuilding the views, on the management port and with an operator's token:
 *
 * <ul>
 *   <li>{@code POST /q/rebuild}: folds all pilots again from the journal, compares, and puts the new views in place of the
 *       live ones where they differ, or in any case with {@code ?swap=true}; answers the {@link Rebuild} as it begins, 409
 *       while one runs on any replica
 *   <li>{@code GET /q/rebuild}: the latest {@link Rebuild}, which may be running; 404 before the first
 * </ul>
 */
@ApplicationScoped
class RebuildRoutes {

    private final Rebuilds rebuilds;
    private final RebuildRows rows;
    private final Operators operators;

    RebuildRoutes(Rebuilds rebuilds, RebuildRows rows, Operators operators) {
        this.rebuilds = rebuilds;
        this.rows = rows;
        this.operators = operators;
    }

    void register(@Observes ManagementInterface management) {
        var router = management.router();
        router.get("/q/rebuild")
                .blockingHandler(
                        request -> operators.answer(
                                request, () -> rows.latest().orElseThrow(() -> Problem.notFound("/q/rebuild"))),
                        false);
        router.post("/q/rebuild")
                .handler(BodyHandler.create(false))
                .blockingHandler(
                        request -> operators.answer(
                                request,
                                () -> rebuilds.begin(isAsked(request.request().getParam("swap")))),
                        false);
    }

    private static boolean isAsked(String swap) {
        if (swap == null || swap.equals("false")) {
            return false;
        }
        if (swap.equals("true")) {
            return true;
        }
        throw Problem.badParameter("swap", new Text("swap 应为 true 或 false。", "swap is true or false."));
    }
}
