package io.pilotwatch.compliancealert;

import io.pilotwatch.compliancealert.core.Rule;
import io.pilotwatch.compliancealert.core.Rules;
import io.pilotwatch.compliancealert.delivery.DeliveryView;
import io.pilotwatch.contracts.AlertState;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Severity;
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
import jakarta.validation.constraints.NotBlank;
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
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** Alerts: what each role may see of them, and what regulators answer. */
@Path("/compliance-alert/api/v1/alerts")
public class AlertResource {

    private final AlertViews views;
    private final AlertDesk desk;
    private final Callers callers;
    private final Idempotency idempotency;
    private final IfMatch ifMatch;

    AlertResource(AlertViews views, AlertDesk desk, Callers callers, Idempotency idempotency, IfMatch ifMatch) {
        this.views = views;
        this.desk = desk;
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

    /** Why an alert needs no answer. */
    public record Dismissal(@NotBlank @Words String reason) {}

    /** All deliveries of an alert. */
    public record DeliveryList(List<DeliveryView> items) {}

    /** What a person has to say of an alert. */
    public record Comment(@NotBlank @Words String comment) {}

    /**
     * Alerts by id: a regulator's are those of its fields and those that were escalated to it, a recommender's those of its
     * fields and regions, a team's those of its pilots, everyone else's are all.
     *
     * @param state OPEN, ACKNOWLEDGED, DISMISSED or CLEARED; absent for all
     * @param rule a rule's code; absent for all
     * @param severity INFO, WARNING or CRITICAL; absent for all
     * @param muted whether nobody is told of it; absent for all
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
            @QueryParam("severity") String severity,
            @QueryParam("muted") String muted,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit,
            @Context UriInfo uri) {
        var most = Page.limit(limit);
        var filter = new AlertViews.Filter(
                pilotId,
                oneOf("state", state, names(AlertState.values())),
                oneOf("rule", rule, Rules.ALL.stream().map(Rule::name).toList()),
                oneOf("severity", severity, names(Severity.values())),
                muted == null ? null : Boolean.valueOf(oneOf("muted", muted, List.of("true", "false"))));
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
        var found = desk.look(callers.current(), alertId);
        return Response.ok(found).tag(ifMatch.tag(found.alert().revision())).build();
    }

    /**
     * Who was told of an alert, when, and what each try was answered; oldest first.
     *
     * @return 404 NOT_FOUND, 403 FOREIGN_PILOT
     */
    @GET
    @Path("/{alertId}/deliveries")
    @RolesAllowed({Caller.REGULATOR, Caller.PROGRAMME_OFFICE, Caller.OPERATOR})
    public DeliveryList deliveries(@PathParam("alertId") String alertId) {
        return new DeliveryList(desk.deliveries(callers.current(), alertId));
    }

    /**
     * A person at an addressee, or at an agency that was told since the addressee stayed silent, says that they have seen
     * it; each addressee acknowledges for itself, and it is acknowledged once all have. It holds for some working days.
     * Needs an {@code Idempotency-Key}.
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
        return answer(body, alertId, caller -> desk.acknowledge(caller, alertId, body.note(), ifMatch::honoured));
    }

    /**
     * The pilot's lead says why it needs no answer; crossing the next threshold opens it again. Needs an
     * {@code Idempotency-Key}.
     *
     * @return 201 with the {@link AlertView}; 404 NOT_FOUND, 403 FOREIGN_PILOT, 409 ALERT_CLEARED, 412 STALE
     */
    @POST
    @Path("/{alertId}/dismissals")
    @HonoursIfMatch
    @APIResponseSchema(value = AlertView.class, responseCode = "201")
    @RolesAllowed({Caller.REGULATOR, Caller.PROGRAMME_OFFICE})
    public Response dismiss(@PathParam("alertId") String alertId, @Valid @NotNull Dismissal body) {
        return answer(body, alertId, caller -> desk.dismiss(caller, alertId, body.reason(), ifMatch::honoured));
    }

    /**
     * A regulator who sees it adds what they have to say to its history. Needs an {@code Idempotency-Key}.
     *
     * @return 201 with the {@link AlertView}; 404 NOT_FOUND, 403 FOREIGN_PILOT, 412 STALE
     */
    @POST
    @Path("/{alertId}/comments")
    @HonoursIfMatch
    @APIResponseSchema(value = AlertView.class, responseCode = "201")
    @RolesAllowed({Caller.REGULATOR, Caller.PROGRAMME_OFFICE})
    public Response comment(@PathParam("alertId") String alertId, @Valid @NotNull Comment body) {
        return answer(body, alertId, caller -> desk.comment(caller, alertId, body.comment(), ifMatch::honoured));
    }

    private Response answer(Object body, String alertId, Function<Caller, AlertView> act) {
        return idempotency.once(
                body, () -> Answer.created("/compliance-alert/api/v1/alerts/" + alertId, act.apply(callers.current())));
    }

    private static List<String> names(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Enum::name).toList();
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
