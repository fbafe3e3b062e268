package io.pilotwatch.intake;

import io.pilotwatch.contracts.Programme;
import io.pilotwatch.platform.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;

/** The programme's public facts. */
@Path("/intake/api/v1/programme")
public class ProgrammeResource {

    private final Programme programme;
    private final Clock clock;

    ProgrammeResource(Programme programme, Clock clock) {
        this.programme = programme;
        this.clock = clock;
    }

    /** Fields with their leads, kinds, deadline, admission, template, thresholds and indicators, as the programme file has them. */
    @GET
    @RolesAllowed({
        Caller.PILOT_TEAM,
        Caller.RECOMMENDER,
        Caller.EXPERT,
        Caller.REGULATOR,
        Caller.PROGRAMME_OFFICE,
        Caller.OPERATOR,
        Caller.VIEWER
    })
    public ProgrammeView get() {
        return ProgrammeView.of(programme, programme.dayOf(clock.instant()));
    }
}
