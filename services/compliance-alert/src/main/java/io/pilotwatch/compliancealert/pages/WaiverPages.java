package io.pilotwatch.compliancealert.pages;

import io.pilotwatch.compliancealert.WaiverDesk;
import io.pilotwatch.compliancealert.WaiverList;
import io.pilotwatch.compliancealert.WaiverList.Item;
import io.pilotwatch.compliancealert.WaiverResource.Ending;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.Page;
import io.pilotwatch.platform.Problem;
import io.pilotwatch.platform.pages.Form;
import io.pilotwatch.platform.pages.Forms;
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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;

/** Which pilots are spared which alerts, until when and why; and the way to end that before its time. */
@Path("/compliance-alert/waivers")
@Produces(MediaType.TEXT_HTML)
public class WaiverPages {

    private static final int ON_A_PAGE = 25;

    /** The templates, checked when the service is built. */
    @CheckedTemplate
    static class Templates {
        static native TemplateInstance list(Frame frame, Listed listed, Page<Item> page, boolean ended);

        static native TemplateInstance end(Frame frame, Form form, Item waiver);
    }

    /**
     * What the list is of.
     *
     * @param over those that are over, else those in force
     * @param pilotId whose; null for all
     */
    record Listed(boolean over, @Nullable String pilotId, boolean first) {}

    private final Frames frames;
    private final Forms forms;
    private final WaiverList list;
    private final WaiverDesk desk;

    WaiverPages(Frames frames, Forms forms, WaiverList list, WaiverDesk desk) {
        this.frames = frames;
        this.forms = forms;
        this.list = list;
        this.desk = desk;
    }

    /** Those in force by what ends first, or those that are over by what ended last. */
    @GET
    @RolesAllowed({
        Caller.PILOT_TEAM,
        Caller.RECOMMENDER,
        Caller.REGULATOR,
        Caller.PROGRAMME_OFFICE,
        Caller.OPERATOR,
        Caller.VIEWER
    })
    public Response list(
            @QueryParam("pilotId") String pilotId,
            @QueryParam("state") String state,
            @QueryParam("cursor") String cursor,
            @QueryParam("done") String done,
            @Context UriInfo uri) {
        var listed = new Listed(
                "over".equals(state), pilotId == null || pilotId.isBlank() ? null : pilotId.strip(), cursor == null);
        var found = list.list(frames.caller(), !listed.over(), listed.pilotId(), Page.after(cursor), ON_A_PAGE + 1);
        return frames.page(Templates.list(
                frames.frame(), listed, Page.of(found, ON_A_PAGE, WaiverList::sortKey, uri), "ended".equals(done)));
    }

    /** Asks why one ends before its time. */
    @GET
    @Path("/{waiverId}/end")
    @RolesAllowed({Caller.REGULATOR, Caller.PROGRAMME_OFFICE})
    public Response ending(@PathParam("waiverId") UUID id) {
        return frames.page(Templates.end(frames.frame(), Form.empty(), known(id)));
    }

    /** Ends it. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("/{waiverId}/end")
    @RolesAllowed({Caller.REGULATOR, Caller.PROGRAMME_OFFICE})
    public Response end(@PathParam("waiverId") UUID id) {
        var form = forms.read();
        var waiver = known(id);
        try {
            var request = forms.valid(form, new Ending(form.text("reason")));
            return forms.once(form, () -> {
                desk.end(frames.caller(), waiver.pilotId(), waiver.waiverId(), request.reason(), _ -> {});
                return "/compliance-alert/waivers?pilotId=" + waiver.pilotId() + "&state=over&done=ended";
            });
        } catch (Problem problem) {
            return frames.page(problem.status(), Templates.end(frames.frame(), form.with(problem), known(id)));
        }
    }

    private Item known(UUID id) {
        return list.one(frames.caller(), id).orElseThrow(() -> Problem.notFound(id.toString()));
    }
}
