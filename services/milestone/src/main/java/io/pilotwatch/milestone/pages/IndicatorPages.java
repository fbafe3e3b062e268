package io.pilotwatch.milestone.pages;

import io.pilotwatch.contracts.Named;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.milestone.indicator.IndicatorDesk;
import io.pilotwatch.milestone.indicator.IndicatorView;
import io.pilotwatch.milestone.indicator.IndicatorsView;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.pages.Frame;
import io.pilotwatch.platform.pages.Frames;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** What a pilot's indicators came to: all of them by benefit, and each with its history. */
@Path("/milestone/pilots/{pilotId: [\\w-]+}/indicators")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({
    Caller.PILOT_TEAM,
    Caller.RECOMMENDER,
    Caller.REGULATOR,
    Caller.PROGRAMME_OFFICE,
    Caller.OPERATOR,
    Caller.VIEWER
})
public class IndicatorPages {

    /** The templates, checked when the service is built. */
    @CheckedTemplate
    static class Templates {
        static native TemplateInstance list(
                Frame frame,
                Head head,
                List<IndicatorsView.Benefit> promised,
                List<IndicatorsView.Benefit> others,
                List<Named> periods,
                @Nullable String done,
                int filled);

        static native TemplateInstance indicator(
                Frame frame, Head head, IndicatorView indicator, @Nullable String done);
    }

    private final IndicatorDesk desk;
    private final IndicatorPeriods periods;
    private final Heads heads;
    private final Frames frames;

    IndicatorPages(IndicatorDesk desk, IndicatorPeriods periods, Heads heads, Frames frames) {
        this.desk = desk;
        this.periods = periods;
        this.heads = heads;
        this.frames = frames;
    }

    /** All: those that the task book promises something of first. */
    @GET
    public Response list(
            @PathParam("pilotId") String pilotId,
            @QueryParam("done") String done,
            @QueryParam("filled") Integer filled) {
        var head = heads.see(pilotId);
        var all = desk.look(heads.caller(), pilotId).benefits();
        return frames.page(Templates.list(
                frames.frame(),
                head,
                some(all, true),
                some(all, false),
                periods.open(pilotId),
                done,
                filled == null ? 0 : filled));
    }

    private static List<IndicatorsView.Benefit> some(List<IndicatorsView.Benefit> all, boolean promised) {
        return all.stream()
                .map(b -> new IndicatorsView.Benefit(
                        b.code(),
                        b.name(),
                        b.indicators().stream()
                                .filter(i -> (i.target() != null) == promised)
                                .toList()))
                .filter(b -> !b.indicators().isEmpty())
                .toList();
    }

    /** One with its history, each value with how it came to stand as it does. */
    @GET
    @Path("/{code: [a-z0-9-]+}")
    public Response indicator(
            @PathParam("pilotId") String pilotId, @PathParam("code") String code, @QueryParam("done") String done) {
        var head = heads.see(pilotId);
        return frames.page(Templates.indicator(frames.frame(), head, desk.look(heads.caller(), pilotId, code), done));
    }
}
