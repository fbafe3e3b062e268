package io.pilotwatch.milestone.pages;

import io.pilotwatch.contracts.Named;
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
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Where files come in that back up a milestone: by a form of their own, or one by one by a script that shows how far each is. */
@Path("/milestone/pilots/{pilotId}/milestones/{milestoneId}/evidence")
@RolesAllowed(Caller.PILOT_TEAM)
public class EvidencePages {

    /** The templates, checked when the service is built. */
    @CheckedTemplate
    static class Templates {
        static native TemplateInstance evidence(
                Frame frame,
                Sheet sheet,
                Form form,
                List<Piece> evidence,
                List<Named> kinds,
                List<Named> levels,
                int done);
    }

    private final Frames frames;
    private final Forms forms;
    private final Sheets sheets;
    private final Attaching attaching;

    EvidencePages(Frames frames, Forms forms, Sheets sheets, Attaching attaching) {
        this.frames = frames;
        this.forms = forms;
        this.sheets = sheets;
        this.attaching = attaching;
    }

    /** The form. */
    @GET
    @Produces(MediaType.TEXT_HTML)
    public Response evidence(
            @PathParam("pilotId") String pilotId,
            @PathParam("milestoneId") String milestoneId,
            @QueryParam("done") int done) {
        return page(200, sheets.mine(frames.caller(), pilotId, milestoneId), first(), done);
    }

    private static Form first() {
        return Form.of(Map.of("level", "DECLARED"));
    }

    /** The form, sent. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Produces(MediaType.TEXT_HTML)
    public Response attach(
            @PathParam("pilotId") String pilotId,
            @PathParam("milestoneId") String milestoneId,
            @RestForm(FileUpload.ALL) List<FileUpload> uploads) {
        var sheet = sheets.mine(frames.caller(), pilotId, milestoneId);
        var form = forms.read();
        try {
            int done = attaching.attach(frames.caller(), sheet, form, uploads);
            return Response.seeOther(URI.create(sheet.path() + "/evidence?done=" + done))
                    .build();
        } catch (Problem problem) {
            return page(problem.status(), sheet, form.with(problem), 0);
        }
    }

    /** What became of a file that a script sent. */
    public record Sent(String fileName, String text) {}

    /** One file, sent by a script: 201, or the problem's status, with a word to show. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Produces(MediaType.APPLICATION_JSON)
    public Response send(
            @PathParam("pilotId") String pilotId,
            @PathParam("milestoneId") String milestoneId,
            @RestForm(FileUpload.ALL) List<FileUpload> uploads) {
        var l = frames.frame().l();
        var sheet = sheets.mine(frames.caller(), pilotId, milestoneId);
        var form = forms.read();
        var files = Attaching.chosen(uploads);
        if (files.isEmpty()) {
            return Response.status(422)
                    .entity(new Sent("", Tell.ONE_FILE_AT_LEAST.in(l)))
                    .build();
        }
        var file = files.getFirst();
        try {
            attaching.attachOne(frames.caller(), sheet, form, file);
            return Response.status(201)
                    .entity(new Sent(file.fileName(), Tell.UPLOADED.in(l)))
                    .build();
        } catch (Problem problem) {
            return Response.status(problem.status())
                    .entity(new Sent(file.fileName(), problem.text().in(l)))
                    .build();
        }
    }

    private Response page(int status, Sheet sheet, Form form, int done) {
        return frames.page(
                status,
                Templates.evidence(
                        frames.frame(),
                        sheet,
                        form,
                        attaching.pieces(frames.caller(), sheet),
                        attaching.kinds(),
                        Attaching.LEVELS,
                        done));
    }
}
