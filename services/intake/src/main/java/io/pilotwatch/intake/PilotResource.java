package io.pilotwatch.intake;

import io.pilotwatch.contracts.Programme;
import io.pilotwatch.contracts.Text;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.Callers;
import io.pilotwatch.platform.Page;
import io.pilotwatch.platform.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.Optional;

/** The register of pilots. */
@Path("/intake/api/v1/pilots")
public class PilotResource {

    private final PilotRows rows;
    private final Callers callers;
    private final Programme programme;
    private final Clock clock;

    PilotResource(PilotRows rows, Callers callers, Programme programme, Clock clock) {
        this.rows = rows;
        this.callers = callers;
        this.programme = programme;
        this.clock = clock;
    }

    /**
     * The pilots that the caller may see, in the order of their numbers: a team its own, a regulator its fields', a
     * recommender its region's, everyone else all.
     *
     * @param kind code of a kind
     * @param field code of a field
     * @param synthetic {@code true} or {@code false}
     * @param limit 1 to {@value Page#LARGEST}
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
    public Page<PilotView> list(
            @QueryParam("kind") Optional<String> kind,
            @QueryParam("field") Optional<String> field,
            @QueryParam("synthetic") Optional<String> synthetic,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit,
            @Context UriInfo uri) {
        var filter = new PilotRows.Filter(
                kind.map(this::knownKind).orElse(null),
                field.map(this::knownField).orElse(null),
                synthetic.map(value -> Parameters.flag("synthetic", value)).orElse(null));
        int most = Page.limit(limit);
        var found = rows.register(filter, callers.current(), Page.after(cursor, 0, Integer::valueOf), most + 1);
        return Page.of(found, most, row -> Integer.toString(row.number), uri).map(this::view);
    }

    /** One pilot; 403 where the caller may not see it, 404 where the register has none. */
    @GET
    @Path("/{pilotId}")
    @RolesAllowed({
        Caller.PILOT_TEAM,
        Caller.RECOMMENDER,
        Caller.REGULATOR,
        Caller.PROGRAMME_OFFICE,
        Caller.OPERATOR,
        Caller.VIEWER
    })
    public PilotView get(@PathParam("pilotId") String pilotId) {
        var row = rows.findByIdOptional(pilotId)
                .filter(PilotRow::isPublished)
                .orElseThrow(() -> Problem.notFound(pilotId));
        callers.current().requireSee(row.subject(Names.coversFields(programme, row.kind)));
        return view(row);
    }

    private PilotView view(PilotRow row) {
        return PilotView.of(row.pilot(), programme, programme.dayOf(clock.instant()));
    }

    private String knownKind(String code) {
        if (programme.kind(code).isEmpty()) {
            throw Problem.badParameter("kind", new Text("本项目没有这一类别。", "The programme has no such kind."));
        }
        return code;
    }

    private String knownField(String code) {
        if (programme.field(code).isEmpty()) {
            throw Problem.badParameter("field", new Text("本项目没有这一领域。", "The programme has no such field."));
        }
        return code;
    }
}
