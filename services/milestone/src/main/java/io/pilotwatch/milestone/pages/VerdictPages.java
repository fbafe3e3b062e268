package io.pilotwatch.milestone.pages;

import io.pilotwatch.contracts.Named;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Text;
import io.pilotwatch.milestone.decision.DecisionDesk;
import io.pilotwatch.milestone.decision.Waiting.Key;
import io.pilotwatch.milestone.decision.Waiting.Kind;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.Problem;
import io.pilotwatch.platform.Words;
import io.pilotwatch.platform.pages.Form;
import io.pilotwatch.platform.pages.Forms;
import io.pilotwatch.platform.pages.Frame;
import io.pilotwatch.platform.pages.Frames;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** One thing that waits for its lead: all that there is to see of it, and the decision. */
@Path("/milestone/decisions/{kind: [a-z-]+}/{pilotId: [\\w-]+}/{item: [\\w-]+}")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Caller.REGULATOR, Caller.PROGRAMME_OFFICE})
public class VerdictPages {

    /** The templates, checked when the service is built. */
    @CheckedTemplate(basePath = "DecisionPages")
    static class Templates {
        static native TemplateInstance verdict(Frame frame, Form form, Subject page, List<Named> answers);
    }

    /** Yes or no. */
    enum Answer {
        YES,
        NO
    }

    /** What the lead says. */
    record Verdict(@NotNull Answer answer, @Nullable @Words String reason) {}

    private static final Text REASON_MISSING = new Text("请说明理由，试点单位将看到。", "Say why; the team reads it.");

    private final DecisionDesk desk;
    private final Subjects subjects;
    private final Heads heads;
    private final Forms forms;
    private final Frames frames;

    VerdictPages(DecisionDesk desk, Subjects subjects, Heads heads, Forms forms, Frames frames) {
        this.desk = desk;
        this.subjects = subjects;
        this.heads = heads;
        this.forms = forms;
        this.frames = frames;
    }

    /** To read and decide. */
    @GET
    public Response look(
            @PathParam("kind") String kind, @PathParam("pilotId") String pilotId, @PathParam("item") String item) {
        return page(200, Form.empty(), Kind.ofSlug(kind), pilotId, item);
    }

    private Response page(int status, Form form, Kind kind, String pilotId, String item) {
        var subject = subjects.of(kind, pilotId, item, new Goals(frames.programme()));
        return frames.page(status, Templates.verdict(frames.frame(), form, subject, answers(kind)));
    }

    private static List<Named> answers(Kind kind) {
        return List.of(
                new Named(Answer.YES.name(), DecisionWord.valueOf(kind + "_YES").text()),
                new Named(Answer.NO.name(), DecisionWord.valueOf(kind + "_NO").text()));
    }

    /** The decision; then to what else waits. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response decide(
            @PathParam("kind") String slug, @PathParam("pilotId") String pilotId, @PathParam("item") String item) {
        var form = forms.read();
        var kind = Kind.ofSlug(slug);
        try {
            var verdict = forms.valid(form, new Verdict(form.one(Answer.class, "answer"), form.text("reason")));
            boolean yes = verdict.answer == Answer.YES;
            if ((!yes || kind.alwaysNeedsReason()) && verdict.reason == null) {
                throw reasonMissing();
            }
            var key = new Key(kind, pilotId, item, revision(form));
            return forms.once(form, () -> {
                desk.decide(heads.caller(), key, yes, verdict.reason);
                return "/milestone/decisions?done=" + (yes ? "yes" : "no") + "&about=" + kind;
            });
        } catch (Problem p) {
            if (!Heads.isOfForm(p)) {
                throw p;
            }
            return page(p.status(), form.with(p), kind, pilotId, item);
        }
    }

    static Problem reasonMissing() {
        return new Problem(
                422, "REASON_MISSING", REASON_MISSING, List.of(new Problem.Fault("/reason", REASON_MISSING)));
    }

    /** Of what was read; the page always says it. */
    private static long revision(Form form) {
        var revision = form.text("revision");
        return revision != null && revision.matches("\\d{1,18}") ? Long.parseLong(revision) : -1;
    }
}
