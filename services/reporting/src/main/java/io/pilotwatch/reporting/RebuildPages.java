package io.pilotwatch.reporting;

import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.platform.Caller;
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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.ZoneId;

/** Rebuilding the views, for an operator: what the latest found, how far the running one is, and another. */
@Path(RebuildPages.PATH)
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Caller.OPERATOR)
public class RebuildPages {

    static final String PATH = "/reporting/operations/rebuild";

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance rebuild(
                Frame frame, @Nullable Rebuild latest, Form form, boolean begun, ZoneId zone);
    }

    private final Frames frames;
    private final Forms forms;
    private final Rebuilds rebuilds;
    private final RebuildRows rows;

    RebuildPages(Frames frames, Forms forms, Rebuilds rebuilds, RebuildRows rows) {
        this.frames = frames;
        this.forms = forms;
        this.rebuilds = rebuilds;
        this.rows = rows;
    }

    /** The latest, running or not, and the form for another. */
    @GET
    public Response show(@QueryParam("done") String done) {
        return page(200, Form.empty(), done != null);
    }

    /** Begins one. Only one runs at a time, so whoever sends the form twice is told that it runs. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response begin() {
        var form = forms.read();
        try {
            rebuilds.begin(form.ticked("swap"));
            return Response.seeOther(URI.create(PATH + "?done=begun")).build();
        } catch (Problem p) {
            return page(p.status(), form.with(p), false);
        }
    }

    private Response page(int status, Form form, boolean begun) {
        return frames.page(
                status,
                Templates.rebuild(
                        frames.frame(),
                        rows.latest().orElse(null),
                        form,
                        begun,
                        frames.programme().zone()));
    }
}
