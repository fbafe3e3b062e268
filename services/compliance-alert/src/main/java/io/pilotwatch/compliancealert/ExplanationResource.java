package io.pilotwatch.compliancealert;

import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Text;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.Callers;
import io.pilotwatch.platform.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** Why there is an alert, or none: for a regulator who must prove who knew what when. */
@Path("/compliance-alert/api/v1/alerts/explain")
public class ExplanationResource {

    private final Explaining explaining;
    private final Callers callers;

    ExplanationResource(Explaining explaining, Callers callers) {
        this.explaining = explaining;
        this.callers = callers;
    }

    /**
     * For a past or the present instant: each rule, what it looked at, whether it held and was muted, what had happened to
     * its alert by then, whom that was sent to, each try and its answer.
     *
     * @param pilotId whose alerts; must be given
     * @param regulator an agency's code: only what was sent to it; absent for all
     * @param at ISO 8601 with an offset, not in the future; absent for now
     * @return {@link ExplanationView}; 400 BAD_PARAMETER, 403 FOREIGN_PILOT, 404 NOT_FOUND also where the pilot was not
     *     approved yet by then
     */
    @GET
    @RolesAllowed({Caller.REGULATOR, Caller.PROGRAMME_OFFICE, Caller.OPERATOR})
    public ExplanationView explain(
            @QueryParam("pilotId") String pilotId,
            @QueryParam("regulator") String regulator,
            @QueryParam("at") String at) {
        if (pilotId == null || pilotId.isBlank()) {
            throw Problem.badParameter("pilotId", new Text("请给出 pilotId。", "pilotId must be given."));
        }
        return explaining.explain(callers.current(), pilotId, regulator, instant(at));
    }

    private static @Nullable Instant instant(@Nullable String at) {
        try {
            return at == null ? null : OffsetDateTime.parse(at).toInstant();
        } catch (DateTimeException e) {
            throw Problem.badParameter(
                    "at", new Text("at 应为带时区的 ISO 8601 时间。", "at is an ISO 8601 date and time with an offset."));
        }
    }
}
