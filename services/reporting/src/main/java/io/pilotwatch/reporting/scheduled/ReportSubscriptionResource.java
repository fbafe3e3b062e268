package io.pilotwatch.reporting.scheduled;

import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.Callers;
import io.pilotwatch.platform.Idempotency;
import io.pilotwatch.platform.Idempotency.Answer;
import io.pilotwatch.platform.Page;
import io.pilotwatch.reporting.Filters;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/**
 * Reports by e-mail, in the morning of working days, each as of the end of the day before. A report holds what its account
 * might see when it subscribed; whose rights change subscribes anew. A subscription is its account's alone, 404 NOT_FOUND
 * for another, and never changes, so that ending it needs no {@code If-Match}.
 */
@Path(ReportSubscriptionResource.PATH)
@RolesAllowed({
    Caller.PILOT_TEAM,
    Caller.RECOMMENDER,
    Caller.REGULATOR,
    Caller.PROGRAMME_OFFICE,
    Caller.OPERATOR,
    Caller.VIEWER
})
public class ReportSubscriptionResource {

    static final String PATH = "/reporting/api/v1/report-subscriptions";

    private static final Filters ALL =
            new Filters(null, null, null, null, null, null, null, null, null, null, null, null);

    /**
     * A subscription as wanted.
     *
     * @param report {@code pilots.xlsx}, {@code milestones.xlsx}, {@code portfolio.pdf} or {@code field.pdf}
     * @param filter the list's query parameters, of a table; {@code field} alone, of a field's report; none for the portfolio's
     * @param language {@code zh} or {@code en}
     * @param email one address, without a name
     * @param weekday 1 for Monday to 7 for Sunday, or the next working day where it is a day off; left out for every working
     *     day
     */
    public record Wanted(
            @NotNull @Pattern(regexp = "pilots\\.xlsx|milestones\\.xlsx|portfolio\\.pdf|field\\.pdf")
            String report,

            @Nullable Filters filter,

            @NotNull @Pattern(regexp = "zh|en") String language,

            @NotNull
            @Size(max = 254)
            @Pattern(regexp = "[\\w.!#$%&'*+/=?^`{|}~-]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+")
            String email,

            @Nullable @Min(1) @Max(7) Integer weekday) {

        Filters wantedFilter() {
            return filter == null ? ALL : filter;
        }
    }

    private final ReportSubscriptionDesk desk;
    private final Callers callers;
    private final Idempotency idempotency;

    ReportSubscriptionResource(ReportSubscriptionDesk desk, Callers callers, Idempotency idempotency) {
        this.desk = desk;
        this.callers = callers;
        this.idempotency = idempotency;
    }

    /**
     * Subscribes: 201 with the {@link ReportSubscription}. 400 for a value that does not exist, 409
     * TOO_MANY_REPORT_SUBSCRIPTIONS, 422 FIELD_ALONE, 422 NO_FILTER_TAKEN.
     */
    @POST
    @APIResponseSchema(value = ReportSubscription.class, responseCode = "201")
    public Response subscribe(@NotNull @Valid Wanted body) {
        return idempotency.once(body, () -> {
            var subscription = desk.subscribe(callers.current(), body);
            return Answer.created(PATH + "/" + subscription.subscriptionId(), subscription);
        });
    }

    /** One's own, oldest first: a {@link Page} of {@link ReportSubscription}. */
    @GET
    public Page<ReportSubscription> list(
            @QueryParam("cursor") String cursor, @QueryParam("limit") Integer limit, @Context UriInfo uri) {
        int most = Page.limit(limit);
        var found = desk.list(callers.current(), Page.after(cursor), most + 1);
        return Page.of(found, most, s -> s.subscriptionId().toString(), uri);
    }

    /** One of one's own. */
    @GET
    @Path("/{subscriptionId}")
    public ReportSubscription look(@PathParam("subscriptionId") UUID id) {
        return desk.look(callers.current(), id);
    }

    /** Ends one, with what is known of its sendings: 204. */
    @DELETE
    @Path("/{subscriptionId}")
    @Transactional
    public void end(@PathParam("subscriptionId") UUID id) {
        desk.end(callers.current(), id);
    }

    /** Each try to send it, latest first: a {@link Page} of {@link ReportTry}. */
    @GET
    @Path("/{subscriptionId}/sendings")
    public Page<ReportTry> sendings(
            @PathParam("subscriptionId") UUID id,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit,
            @Context UriInfo uri) {
        int most = Page.limit(limit);
        return Page.of(desk.tries(callers.current(), id, Page.after(cursor), most + 1), most, ReportTry::sortKey, uri);
    }
}
