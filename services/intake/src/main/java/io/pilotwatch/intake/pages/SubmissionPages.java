package io.pilotwatch.intake.pages;

import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.intake.ApplicationDesk;
import io.pilotwatch.intake.ApplicationView;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.Problem;
import io.pilotwatch.platform.Sha256;
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
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Checking an application once more, handing it in, and the receipt to keep. */
@Path("/intake/applications/{pilotId: [\\w-]+}")
@Produces(MediaType.TEXT_HTML)
public class SubmissionPages {

    /** The templates, checked when the service is built. */
    @CheckedTemplate
    static class Templates {
        static native TemplateInstance check(Frame frame, Form form, ApplicationView a, List<Gap> gaps);

        static native TemplateInstance receipt(Frame frame, ApplicationView a, Proof proof, @Nullable Done done);
    }

    /** What is missing, and on which page it is stated. */
    record Gap(String path, ApplicationView.Missing what) {}

    /**
     * What proves the submissions.
     *
     * @param mark of the last receipt
     */
    record Proof(int count, @Nullable String mark, int commentDays) {}

    private final ApplicationDesk desk;
    private final Frames frames;
    private final Forms forms;

    SubmissionPages(ApplicationDesk desk, Frames frames, Forms forms) {
        this.desk = desk;
        this.frames = frames;
        this.forms = forms;
    }

    /** All answers on one page, each to be changed, and the declaration. */
    @GET
    @Path("/check")
    @RolesAllowed(Caller.PILOT_TEAM)
    public Response check(@PathParam("pilotId") String pilotId) {
        return check(200, pilotId, Form.empty());
    }

    private Response check(int status, String pilotId, Form form) {
        var caller = frames.caller();
        var a = SectionPages.requireInHand(desk.look(caller, pilotId), caller);
        var gaps = a.missing().stream()
                .map(m -> new Gap(Section.stating(m.pointer()).path(), m))
                .toList();
        return frames.page(status, Templates.check(frames.frame(), form, a, gaps));
    }

    /** Hands it in, against a receipt. */
    @POST
    @Path("/check")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Caller.PILOT_TEAM)
    public Response submit(@PathParam("pilotId") String pilotId) {
        var form = forms.read();
        try {
            if (!form.ticked("declared")) {
                var text = Word.DECLARE_FIRST.text();
                throw new Problem(422, "NOT_DECLARED", text, List.of(new Problem.Fault("/declared", text)));
            }
            return forms.once(form, () -> {
                desk.submit(frames.caller(), pilotId, _ -> {});
                return ApplicationPages.at(pilotId) + "/receipt?done=submitted";
            });
        } catch (Problem p) {
            return check(p.status(), pilotId, form.with(p));
        }
    }

    /** What proves that it was handed in. */
    @GET
    @Path("/receipt")
    @RolesAllowed({Caller.PILOT_TEAM, Caller.PROGRAMME_OFFICE})
    public Response receipt(@PathParam("pilotId") String pilotId, @QueryParam("done") String done) {
        var caller = frames.caller();
        var a = desk.look(caller, pilotId);
        var receipts = desk.ledger(caller, pilotId).receipts();
        var mark = receipts.isEmpty() ? null : mark(receipts.getLast());
        var days = frames.programme().admission().publicCommentDays();
        return frames.page(Templates.receipt(frames.frame(), a, new Proof(receipts.size(), mark, days), Done.of(done)));
    }

    /** As the receipt itself says it in {@code hash}. */
    private static String mark(String receipt) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Sha256.of(receipt.getBytes(StandardCharsets.US_ASCII)));
    }
}
