package io.pilotwatch.compliancealert;

import io.pilotwatch.compliancealert.core.Rule;
import io.pilotwatch.compliancealert.core.Rules;
import io.pilotwatch.contracts.AlertState;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Text;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.Callers;
import io.pilotwatch.platform.HonoursIfMatch;
import io.pilotwatch.platform.Idempotency;
import io.pilotwatch.platform.Idempotency.Answer;
import io.pilotwatch.platform.IfMatch;
import io.pilotwatch.platform.Page;
import io.pilotwatch.platform.Problem;
import io.pilotwatch.platform.Words;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** Alerts: what each role may see of them, and the lead's acknowledgement. */
@Path("/compliance-alert/api/v1/alerts")
public class AlertResource {

    private final AlertViews views;
    private final Acknowledgements acknowledgements;
    private final Callers callers;
    private final Idempotency idempotency;
    private final IfMatch ifMatch;

    AlertResource(
            AlertViews views,
            Acknowledgements acknowledgements,
            Callers callers,
            Idempotency idempotency,
            IfMatch ifMatch) {
        this.views = views;
        this.acknowledgements = acknowledgements;
        this.callers = callers;
        this.idempotency = idempotency;
        this.ifMatch = ifMatch;
    }

    /**
     * What goes with an acknowledgement.
     *
     * @param note what the person has to say; may be left out
     */
    public record Acknowledgement(@Nullable @Words String note) {}

    /**
     * Alerts by id: a regulator's are those of its fields, a recommender's those of its fields and regions, a
     * team's those of its pilots, everyone else's are all.
     *
     * @param state OPEN, ACKNOWLEDGED or CLEARED; absent for all
     * @param rule a rule's code; absent for all
     * @return a page of {@link AlertView}; 400 BAD_PARAMETER for a state, rule, cursor or limit that there is not
     */
    @GET
    @RolesAllowed({
        Caller.PILOT_TEAM,
        Caller.RECOMMENDER,
        Caller.REGULATOR,
        Caller.PROGRAMME_OFFICE,
        Caller.OPERATOR,
        Caller.VIEWER
    })
    public Page<AlertView> list(
            @QueryParam("pilotId") String pilotId,
            @QueryParam("state") String state,
            @QueryParam("rule") String rule,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit,
            @Context UriInfo uri) {
        var most = Page.limit(limit);
        var filter = new AlertViews.Filter(
                pilotId,
                oneOf(
                        "state",
                        state,
                        Arrays.stream(AlertState.values()).map(AlertState::name).toList()),
                oneOf("rule", rule, Rules.ALL.stream().map(Rule::name).toList()));
        var found = views.list(callers.current(), filter, Page.after(cursor), most + 1);
        return Page.of(found, most, AlertView::alertId, uri);
    }

    /**
     * One alert with its history, its revision as a strong ETag.
     *
     * @return {@link AlertView.WithHistory}; 404 NOT_FOUND, 403 FOREIGN_PILOT
     */
    @GET
    @Path("/{alertId}")
    @APIResponseSchema(value = AlertView.WithHistory.class, responseCode = "200")
    @RolesAllowed({
        Caller.PILOT_TEAM,
        Caller.RECOMMENDER,
        Caller.REGULATOR,
        Caller.PROGRAMME_OFFICE,
        Caller.OPERATOR,
        Caller.VIEWER
    })
    public Response one(@PathParam("alertId") String alertId) {
        var found = views.one(alertId).orElseThrow(() -> Problem.notFound(alertId));
        callers.current().requireSee(found.pilot());
        return Response.ok(new AlertView.WithHistory(found.view(), views.history(alertId)))
                .tag(ifMatch.tag(found.view().revision()))
                .build();
    }

    /**
     * The lead says that it has seen the alert: a regulator of the pilot's field, or the programme office for a pilot that
     * it leads itself. Needs an {@code Idempotency-Key}.
     *
     * @return 201 with the {@link AlertView}; 404 NOT_FOUND, 403 FOREIGN_PILOT, 409 ALERT_CLEARED or ALREADY_ACKNOWLEDGED,
     *     412 STALE where {@code If-Match} names another revision
     */
    @POST
    @Path("/{alertId}/acknowledgements")
    @HonoursIfMatch
    @APIResponseSchema(value = AlertView.class, responseCode = "201")
    @RolesAllowed({Caller.REGULATOR, Caller.PROGRAMME_OFFICE})
    public Response acknowledge(@PathParam("alertId") String alertId, @Valid @NotNull Acknowledgement body) {
        return idempotency.once(body, () -> {
            var found = views.one(alertId).orElseThrow(() -> Problem.notFound(alertId));
            var caller = callers.current();
            caller.requireLead(found.pilot());
            acknowledgements.acknowledge(alertId, body.note(), caller.name(), ifMatch::honoured);
            return Answer.created(
                    "/compliance-alert/api/v1/alerts/" + alertId,
                    views.one(alertId).orElseThrow().view());
        });
    }

    private static String oneOf(String parameter, String value, List<String> allowed) {
        if (value != null && !allowed.contains(value)) {
            var names = String.join(", ", allowed);
            throw Problem.badParameter(
                    parameter,
                    new Text(
                            "%s 应为以下之一：%s。".formatted(parameter, names),
                            "%s is one of %s.".formatted(parameter, names)));
        }
        return value;
    }
}
