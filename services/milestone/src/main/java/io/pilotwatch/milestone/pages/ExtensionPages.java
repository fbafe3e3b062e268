package io.pilotwatch.milestone.pages;

import io.pilotwatch.milestone.ExtensionResource.Request;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.Problem;
import io.pilotwatch.platform.pages.Display;
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
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** Asking for a later day. */
@Path("/milestone/pilots/{pilotId}/milestones/{milestoneId}/extension")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Caller.PILOT_TEAM)
public class ExtensionPages {

    /** The templates, checked when the service is built. */
    @CheckedTemplate
    static class Templates {
        static native TemplateInstance extension(Frame frame, Sheet sheet, Form form, LocalDate from, LocalDate to);
    }

    private final Frames frames;
    private final Forms forms;
    private final Sheets sheets;
    private final Posting posting;

    ExtensionPages(Frames frames, Forms forms, Sheets sheets, Posting posting) {
        this.frames = frames;
        this.forms = forms;
        this.sheets = sheets;
        this.posting = posting;
    }

    /** The form. */
    @GET
    public Response extension(@PathParam("pilotId") String pilotId, @PathParam("milestoneId") String milestoneId) {
        return page(200, sheets.mine(frames.caller(), pilotId, milestoneId), Form.empty());
    }

    /** Filled in: shown once more, or what is wrong with it. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response check(@PathParam("pilotId") String pilotId, @PathParam("milestoneId") String milestoneId) {
        var sheet = sheets.mine(frames.caller(), pilotId, milestoneId);
        var form = forms.read();
        try {
            var request = forms.valid(form, request(form));
            posting.rehearse(frames.caller(), sheet, posting.input(request));
            var check = check(sheet, request, frames.frame().l());
            return frames.page(Checks.Templates.check(frames.frame(), sheet, form, check, List.of()));
        } catch (Problem problem) {
            return page(problem.status(), sheet, form.with(problem));
        }
    }

    private static Check check(Sheet sheet, Request request, Locale l) {
        return new Check(
                Say.EXTENSION_TITLE,
                Say.EXTENSION_MEANS,
                Say.SEND_EXTENSION,
                sheet.path() + "/extension",
                List.of("newDue", "reason"),
                List.of(
                        new Answer("newDue", Say.NEW_DUE, Display.full(request.newDue(), l)),
                        new Answer("reason", Say.REASON, request.reason())));
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
            var request = forms.valid(form, request(form));
            return forms.once(form, () -> posting.send(caller, sheet, posting.input(request)));
        } catch (Problem problem) {
            return page(problem.status(), sheet, form.with(problem));
        }
    }

    private static Request request(Form form) {
        return new Request(form.day("newDue"), form.text("reason"));
    }

    private Response page(int status, Sheet sheet, Form form) {
        return sheet.mayAsk()
                ? frames.page(
                        status,
                        Templates.extension(
                                frames.frame(),
                                sheet,
                                form,
                                sheet.milestone().due().plusDays(1),
                                frames.programme().deadline()))
                : frames.page(
                        status == 200 ? 200 : 409, Checks.Templates.closed(frames.frame(), sheet, Say.EXTENSION_TITLE));
    }
}
