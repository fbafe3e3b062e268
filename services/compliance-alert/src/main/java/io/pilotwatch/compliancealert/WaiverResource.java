package io.pilotwatch.compliancealert;

import io.pilotwatch.contracts.AlertEvent.Waiver;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.Callers;
import io.pilotwatch.platform.HonoursIfMatch;
import io.pilotwatch.platform.Idempotency;
import io.pilotwatch.platform.Idempotency.Answer;
import io.pilotwatch.platform.Ids;
import io.pilotwatch.platform.IfMatch;
import io.pilotwatch.platform.Words;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/**
 * Waivers: a pilot is spared alerts of what it owes, for a while and for a reason. They are evaluated beneath and shown as
 * muted. 404 NOT_FOUND, 403 FOREIGN_PILOT for a pilot that the caller may not reach or not in this way.
 */
@Path("/compliance-alert/api/v1/pilots/{pilotId: [\\w-]+}/waivers")
public class WaiverResource {

    /**
     * What is asked for.
     *
     * @param rule the rule to be covered; absent for every one that speaks of what a team owes
     * @param subject what the rule looks at, such as {@code m3}; absent for everything
     * @param until when it ends by itself, with an offset
     */
    public record Grant(
            @Nullable @Pattern(regexp = "[A-Z]+(_[A-Z]+)*") @Size(max = 60)
            String rule,

            @Nullable @Words @Size(max = 200) String subject,
            @NotBlank @Words String reason,
            @NotNull OffsetDateTime until) {}

    /** Why it ends before its time. */
    public record Ending(@NotBlank @Words String reason) {}

    /** All waivers of a pilot. */
    public record WaiverList(List<WaiverView> items) {}

    private final WaiverDesk desk;
    private final Callers callers;
    private final Idempotency idempotency;
    private final Ids ids;
    private final IfMatch ifMatch;

    WaiverResource(WaiverDesk desk, Callers callers, Idempotency idempotency, Ids ids, IfMatch ifMatch) {
        this.desk = desk;
        this.callers = callers;
        this.idempotency = idempotency;
        this.ids = ids;
        this.ifMatch = ifMatch;
    }

    /** A pilot's, oldest first, those that are over among them; for whoever may see the pilot. */
    @GET
    @RolesAllowed({
        Caller.PILOT_TEAM,
        Caller.RECOMMENDER,
        Caller.REGULATOR,
        Caller.PROGRAMME_OFFICE,
        Caller.OPERATOR,
        Caller.VIEWER
    })
    public WaiverList list(@PathParam("pilotId") String pilotId) {
        return new WaiverList(desk.list(callers.current(), pilotId));
    }

    /**
     * The lead, or for any pilot the office, grants one. Needs an {@code Idempotency-Key}.
     *
     * @return 201 with the {@link WaiverView}; 422 RULE_UNKNOWN or RULE_NOT_WAIVABLE at {@code /rule}, WAIVER_IN_THE_PAST at
     *     {@code /until}
     */
    @POST
    @APIResponseSchema(value = WaiverView.class, responseCode = "201")
    @RolesAllowed({Caller.REGULATOR, Caller.PROGRAMME_OFFICE})
    public Response grant(@PathParam("pilotId") String pilotId, @NotNull @Valid Grant body) {
        return idempotency.once(body, () -> {
            var caller = callers.current();
            var asked = new Waiver(
                    ids.next().toString(),
                    pilotId,
                    body.rule(),
                    body.subject(),
                    body.reason(),
                    caller.name(),
                    body.until().toInstant(),
                    null);
            return created(desk.grant(caller, asked));
        });
    }

    /**
     * One ends before its time. Needs an {@code Idempotency-Key}.
     *
     * @return 201 with the {@link WaiverView}; 409 WAIVER_OVER, 412 STALE where {@code If-Match} names another revision
     */
    @POST
    @Path("/{waiverId}/endings")
    @HonoursIfMatch
    @APIResponseSchema(value = WaiverView.class, responseCode = "201")
    @RolesAllowed({Caller.REGULATOR, Caller.PROGRAMME_OFFICE})
    public Response end(
            @PathParam("pilotId") String pilotId, @PathParam("waiverId") UUID waiverId, @NotNull @Valid Ending body) {
        return idempotency.once(
                body,
                () -> created(
                        desk.end(callers.current(), pilotId, waiverId.toString(), body.reason(), ifMatch::honoured)));
    }

    private static Answer created(WaiverView view) {
        return Answer.created("/compliance-alert/api/v1/pilots/" + view.pilotId() + "/waivers", view);
    }
}
