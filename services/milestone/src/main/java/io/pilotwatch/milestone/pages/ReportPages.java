package io.pilotwatch.milestone.pages;

import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.ReportKind;
import io.pilotwatch.milestone.report.ReportDesk;
import io.pilotwatch.milestone.report.ReportView;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.Page;
import io.pilotwatch.platform.pages.Frame;
import io.pilotwatch.platform.pages.Frames;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** A pilot's progress reports: what is owed, what was handed in, each one to read, or to write where it is awaited. */
@Path("/milestone/pilots/{pilotId: [\\w-]+}/reports")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({
    Caller.PILOT_TEAM,
    Caller.RECOMMENDER,
    Caller.REGULATOR,
    Caller.PROGRAMME_OFFICE,
    Caller.OPERATOR,
    Caller.VIEWER
})
public class ReportPages {

    /** The templates, checked when the service is built. */
    @CheckedTemplate
    static class Templates {
        static native TemplateInstance list(
                Frame frame, Head head, List<ReportView> owed, List<ReportView> handedIn, List<ReportView> later);

        static native TemplateInstance report(
                Frame frame,
                Head head,
                ReportView report,
                List<Standings.Standing> progress,
                @Nullable String done,
                @Nullable Heads.Slip receipt,
                String draftName);
    }

    private final ReportDesk desk;
    private final ReportEditor editor;
    private final Standings standings;
    private final Heads heads;
    private final Frames frames;

    ReportPages(ReportDesk desk, ReportEditor editor, Standings standings, Heads heads, Frames frames) {
        this.desk = desk;
        this.editor = editor;
        this.standings = standings;
        this.heads = heads;
        this.frames = frames;
    }

    /** All of them: what is owed first, then what was handed in, then what comes later. */
    @GET
    public Response list(@PathParam("pilotId") String pilotId) {
        var head = heads.see(pilotId);
        var all = desk.list(heads.caller(), pilotId, "", Page.LARGEST);
        return frames.page(Templates.list(
                frames.frame(),
                head,
                all.stream().filter(r -> r.awaited() && !isLater(r)).toList(),
                all.reversed().stream().filter(r -> !r.awaited()).toList(),
                all.stream().filter(ReportPages::isLater).toList()));
    }

    private static boolean isLater(ReportView report) {
        return report.state().code().equals("EXPECTED");
    }

    /** One of them: to write for the team while it is awaited, to read otherwise. */
    @GET
    @Path("/{key}")
    public Response report(
            @PathParam("pilotId") String pilotId,
            @PathParam("key") String key,
            @QueryParam("done") String done,
            @QueryParam("receipt") Integer receipt) {
        var head = heads.see(pilotId);
        var report = desk.look(heads.caller(), pilotId, key);
        if (report.awaited() && head.canWrite()) {
            return editor.open(head, report, done);
        }
        return frames.page(Templates.report(
                frames.frame(),
                head,
                report,
                report.report() == null
                        ? List.of()
                        : standings.reported(pilotId, report.report().milestones()),
                done,
                head.team() ? heads.receipt(pilotId, receipt) : null,
                "report-" + pilotId + "-" + (report.period() == null ? "new" : key)));
    }

    /** Whatever a button of the form or of the answers asks for. */
    @POST
    @Path("/{key}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Caller.PILOT_TEAM)
    public Response write(@PathParam("pilotId") String pilotId, @PathParam("key") String key) {
        var head = heads.write(pilotId);
        return editor.act(head, desk.look(heads.caller(), pilotId, key));
    }

    /** A report for which nobody waits. */
    @GET
    @Path("/new")
    @RolesAllowed(Caller.PILOT_TEAM)
    public Response begin(@PathParam("pilotId") String pilotId, @QueryParam("kind") String kind) {
        return editor.begin(
                heads.write(pilotId),
                ReportKind.INCIDENT.name().equals(kind) ? ReportKind.INCIDENT : ReportKind.AD_HOC);
    }

    /** As {@link #write}, for that one. */
    @POST
    @Path("/new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Caller.PILOT_TEAM)
    public Response writeNew(@PathParam("pilotId") String pilotId) {
        return editor.act(heads.write(pilotId), null);
    }
}
