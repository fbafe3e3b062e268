package io.pilotwatch.milestone.pages;

import io.pilotwatch.milestone.Remark;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** Claiming a milestone: what stands against it is said before anything is filled in. */
@Path("/milestone/pilots/{pilotId}/milestones/{milestoneId}/claim")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Caller.PILOT_TEAM)
public class ClaimPages {

    /** The templates, checked when the service is built. */
    @CheckedTemplate
    static class Templates {
        static native TemplateInstance claim(Frame frame, Sheet sheet, Form form, List<Piece> evidence);
    }

    private final Frames frames;
    private final Forms forms;
    private final Sheets sheets;
    private final Posting posting;
    private final Attaching attaching;

    ClaimPages(Frames frames, Forms forms, Sheets sheets, Posting posting, Attaching attaching) {
        this.frames = frames;
        this.forms = forms;
        this.sheets = sheets;
        this.posting = posting;
        this.attaching = attaching;
    }

    /** The form. */
    @GET
    public Response claim(@PathParam("pilotId") String pilotId, @PathParam("milestoneId") String milestoneId) {
        return page(200, sheets.mine(frames.caller(), pilotId, milestoneId), Form.empty());
    }

    /** Filled in: shown once more, or what is wrong with it. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response check(@PathParam("pilotId") String pilotId, @PathParam("milestoneId") String milestoneId) {
        var sheet = sheets.mine(frames.caller(), pilotId, milestoneId);
        var form = forms.read();
        try {
            posting.rehearse(frames.caller(), sheet, posting.input(forms.valid(form, remark(form))));
            var check = new Check(
                    Say.CLAIM_TITLE,
                    Say.CLAIM_MEANS,
                    Say.SEND_CLAIM,
                    sheet.path() + "/claim",
                    List.of("note"),
                    List.of(new Answer("note", Say.REMARK, form.text("note"))));
            return frames.page(Checks.Templates.check(
                    frames.frame(), sheet, form, check, attaching.pieces(frames.caller(), sheet)));
        } catch (Problem problem) {
            return page(problem.status(), sheet, form.with(problem));
        }
    }

    /** Back from the check, with what was filled in. */
    @POST
    @Path("/change")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(@PathParam("pilotId") String pilotId, @PathParam("milestoneId") String milestoneId) {
        return page(200, sheets.mine(frames.caller(), pilotId, milestoneId), forms.read());
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
            var remark = forms.valid(form, remark(form));
            return forms.once(form, () -> posting.send(caller, sheet, posting.input(remark)));
        } catch (Problem problem) {
            return page(problem.status(), sheet, form.with(problem));
        }
    }

    private static Remark remark(Form form) {
        return new Remark(form.text("note"));
    }

    private Response page(int status, Sheet sheet, Form form) {
        return sheet.mayPost()
                ? frames.page(
                        status, Templates.claim(frames.frame(), sheet, form, attaching.pieces(frames.caller(), sheet)))
                : frames.page(
                        status == 200 ? 200 : 409, Checks.Templates.closed(frames.frame(), sheet, Say.CLAIM_TITLE));
    }
}
