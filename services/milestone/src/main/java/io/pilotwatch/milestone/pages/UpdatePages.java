package io.pilotwatch.milestone.pages;

import io.pilotwatch.contracts.Named;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.Problem;
import io.pilotwatch.platform.Problem.Fault;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Posting an update: filled in, checked, sent. What is typed goes with every step, so that none of them loses it. */
@Path("/milestone/pilots/{pilotId}/milestones/{milestoneId}/update")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Caller.PILOT_TEAM)
public class UpdatePages {

    /** The templates, checked when the service is built. */
    @CheckedTemplate
    static class Templates {
        static native TemplateInstance update(Frame frame, Sheet sheet, Form form, Sides sides, int done);
    }

    /** What stands beside the fields: the files, and what may be chosen. */
    record Sides(
            List<Piece> evidence,
            List<Named> kinds,
            List<Named> levels,
            List<Named> ratings,
            List<Named> risks,
            boolean more) {}

    private final Frames frames;
    private final Forms forms;
    private final Sheets sheets;
    private final Posting posting;
    private final Attaching attaching;

    UpdatePages(Frames frames, Forms forms, Sheets sheets, Posting posting, Attaching attaching) {
        this.frames = frames;
        this.forms = forms;
        this.sheets = sheets;
        this.posting = posting;
        this.attaching = attaching;
    }

    /** The form, with how things stood last. */
    @GET
    public Response update(@PathParam("pilotId") String pilotId, @PathParam("milestoneId") String milestoneId) {
        var sheet = sheets.mine(frames.caller(), pilotId, milestoneId);
        return page(200, sheet, UpdateForm.first(sheet.milestone()), 0);
    }

    /** Filled in: what it says is shown once more, or what is wrong with it. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response check(@PathParam("pilotId") String pilotId, @PathParam("milestoneId") String milestoneId) {
        var sheet = sheets.mine(frames.caller(), pilotId, milestoneId);
        var form = forms.read();
        try {
            posting.rehearse(frames.caller(), sheet, posting.input(forms.valid(form, UpdateForm.read(form))));
            requireUploaded(form);
            var l = frames.frame().l();
            var check = new Check(
                    Say.UPDATE_TITLE,
                    Say.UPDATE_SENT_MEANS,
                    Say.SEND_UPDATE,
                    sheet.path() + "/update",
                    UpdateForm.NAMES,
                    UpdateForm.answers(form, l));
            return frames.page(Checks.Templates.check(
                    frames.frame(), sheet, form, check, attaching.pieces(frames.caller(), sheet)));
        } catch (Problem problem) {
            return page(problem.status(), sheet, form.with(problem), 0);
        }
    }

    /** Without a script a chosen file comes with this form as a mere name: nobody shall believe that it was uploaded. */
    private static void requireUploaded(Form form) {
        if (form.text("file") != null) {
            throw new Problem(
                    422,
                    "FILES_NOT_UPLOADED",
                    Tell.NOT_UPLOADED.text(),
                    List.of(new Fault("/file", Tell.NOT_UPLOADED.text())));
        }
    }

    /** Back from the check, with what was filled in. */
    @POST
    @Path("/change")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(@PathParam("pilotId") String pilotId, @PathParam("milestoneId") String milestoneId) {
        return page(200, sheets.mine(frames.caller(), pilotId, milestoneId), forms.read(), 0);
    }

    /** Files, without a script: they are attached, and the form comes back as it was filled in so far. */
    @POST
    @Path("/evidence")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response attach(
            @PathParam("pilotId") String pilotId,
            @PathParam("milestoneId") String milestoneId,
            @RestForm(FileUpload.ALL) List<FileUpload> uploads) {
        var sheet = sheets.mine(frames.caller(), pilotId, milestoneId);
        var form = forms.read();
        try {
            return page(200, sheet, form, attaching.attach(frames.caller(), sheet, form, uploads));
        } catch (Problem problem) {
            return page(problem.status(), sheet, form.with(problem), 0);
        }
    }

    /** Sent: to the receipt. */
    @POST
    @Path("/send")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response send(@PathParam("pilotId") String pilotId, @PathParam("milestoneId") String milestoneId) {
        var caller = frames.caller();
        var sheet = sheets.mine(caller, pilotId, milestoneId);
        var form = forms.read();
        try {
            var update = forms.valid(form, UpdateForm.read(form));
            return forms.once(form, () -> posting.send(caller, sheet, posting.input(update)));
        } catch (Problem problem) {
            return page(problem.status(), sheet, form.with(problem), 0);
        }
    }

    private Response page(int status, Sheet sheet, Form form, int done) {
        if (!sheet.mayPost()) {
            return frames.page(
                    status == 200 ? 200 : 409, Checks.Templates.closed(frames.frame(), sheet, Say.UPDATE_TITLE));
        }
        var sides = new Sides(
                attaching.pieces(frames.caller(), sheet),
                attaching.kinds(),
                Attaching.LEVELS,
                UpdateForm.RATINGS,
                UpdateForm.LEVELS,
                UpdateForm.more(form));
        return frames.page(status, Templates.update(frames.frame(), sheet, form, sides, done));
    }
}
