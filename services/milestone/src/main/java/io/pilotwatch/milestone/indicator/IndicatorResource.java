package io.pilotwatch.milestone.indicator;

import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.milestone.evidence.EvidenceDesk;
import io.pilotwatch.milestone.indicator.core.Refusal;
import io.pilotwatch.milestone.indicator.core.Series.Input;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.Callers;
import io.pilotwatch.platform.Idempotency;
import io.pilotwatch.platform.Idempotency.Answer;
import io.pilotwatch.platform.Problem;
import io.pilotwatch.platform.Words;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A pilot's indicators (指标) and what they came to. 404 for an indicator that the programme does not have, 403 for a pilot
 * that the caller may not reach or not in this way.
 */
@Path(IndicatorResource.PATH + "{pilotId}/indicators")
public class IndicatorResource {

    static final String PATH = "/milestone/api/v1/pilots/";

    /**
     * What an indicator came to.
     *
     * @param period of the programme's cadence, such as {@code 2022-Q3}
     * @param value in the indicator's unit, at most 15 digits of which 6 after the point
     * @param note how it was measured
     * @param evidenceIds that back it up
     */
    public record NewValue(
            @NotNull @Size(max = 20) String period,
            @NotNull BigDecimal value,
            @Nullable @Words String note,
            @Nullable @Size(max = 20) Set<@NotNull UUID> evidenceIds) {}

    /** What it really came to, and why the value on record is wrong. */
    public record Correction(
            @NotNull @Size(max = 20) String period,
            @NotNull BigDecimal value,
            @NotBlank @Words String reason) {}

    private final Idempotency idempotency;
    private final Callers callers;
    private final IndicatorDesk desk;
    private final EvidenceDesk evidence;

    IndicatorResource(Idempotency idempotency, Callers callers, IndicatorDesk desk, EvidenceDesk evidence) {
        this.idempotency = idempotency;
        this.callers = callers;
        this.desk = desk;
        this.evidence = evidence;
    }

    /** All of the programme's indicators by benefit, each with its baseline, target and values. */
    @GET
    @RolesAllowed({
        Caller.PILOT_TEAM,
        Caller.RECOMMENDER,
        Caller.REGULATOR,
        Caller.PROGRAMME_OFFICE,
        Caller.OPERATOR,
        Caller.VIEWER
    })
    public IndicatorsView look(@PathParam("pilotId") String pilotId) {
        return desk.look(callers.current(), pilotId);
    }

    /** One of them. */
    @GET
    @Path("/{code}")
    @RolesAllowed({
        Caller.PILOT_TEAM,
        Caller.RECOMMENDER,
        Caller.REGULATOR,
        Caller.PROGRAMME_OFFICE,
        Caller.OPERATOR,
        Caller.VIEWER
    })
    public IndicatorView one(@PathParam("pilotId") String pilotId, @PathParam("code") String code) {
        return desk.look(callers.current(), pilotId, code);
    }

    /**
     * The team records a period's value, once: 201 with it. 409 {@code VALUE_ALREADY_RECORDED} the second time. 422 {@code
     * PERIOD_UNKNOWN}, {@code PERIOD_NOT_BEGUN} or {@code PERIOD_BEFORE_PILOT} at {@code /period}; {@code VALUE_TOO_LONG},
     * {@code VALUE_NEGATIVE}, {@code RATIO_OUT_OF_RANGE} or {@code CUMULATIVE_FELL} at {@code /value}; {@code
     * EVIDENCE_UNKNOWN} at {@code /evidenceIds}.
     */
    @POST
    @Path("/{code}/values")
    @RolesAllowed(Caller.PILOT_TEAM)
    public Response record(
            @PathParam("pilotId") String pilotId, @PathParam("code") String code, @NotNull @Valid NewValue body) {
        Set<UUID> ids = body.evidenceIds() == null ? Set.of() : body.evidenceIds();
        var in = new Input.Record(body.period(), body.value(), body.note());
        return decide(pilotId, code, body, in, ids);
    }

    /**
     * The team corrects a period's value; the one before stays on record: 201 with both. 409 {@code VALUE_NOT_RECORDED} where
     * there is none; 422 {@code VALUE_UNCHANGED} at {@code /value}, and as for a record. What counts all so far may not fall
     * by a correction either: correct downwards from the earliest period on, upwards from the latest on.
     */
    @POST
    @Path("/{code}/corrections")
    @RolesAllowed(Caller.PILOT_TEAM)
    public Response correct(
            @PathParam("pilotId") String pilotId, @PathParam("code") String code, @NotNull @Valid Correction body) {
        var in = new Input.Correct(body.period(), body.value(), body.reason());
        return decide(pilotId, code, body, in, Set.of());
    }

    private Response decide(String pilotId, String code, Object body, Input in, Set<UUID> evidenceIds) {
        return idempotency.once(body, () -> {
            var value = desk.decide(callers.current(), pilotId, code, in, List.copyOf(evidenceIds));
            if (!evidence.areOf(pilotId, evidenceIds)) {
                throw Problem.of(Refusal.EVIDENCE_UNKNOWN);
            }
            return Answer.created(PATH + pilotId + "/indicators/" + code, value);
        });
    }
}
