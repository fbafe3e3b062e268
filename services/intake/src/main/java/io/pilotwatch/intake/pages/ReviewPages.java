package io.pilotwatch.intake.pages;

import io.pilotwatch.contracts.Named;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Programme.Criterion;
import io.pilotwatch.contracts.Text;
import io.pilotwatch.intake.AdmissionResource.ReviewRequest;
import io.pilotwatch.intake.ApplicationDesk;
import io.pilotwatch.intake.ApplicationView;
import io.pilotwatch.intake.ReviewView;
import io.pilotwatch.intake.core.Move;
import io.pilotwatch.intake.core.Review;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An expert's review: scores by criterion, a yes or no, an opinion; checked once more before it is sent. */
@Path("/intake/applications/{pilotId: [\\w-]+}/review")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Caller.EXPERT)
public class ReviewPages {

    private static final int MOST = 100;
    private static final List<Named> YES_OR_NO = List.of(
            new Named("true", AdmissionWord.SUPPORTS_YES.text()), new Named("false", AdmissionWord.SUPPORTS_NO.text()));

    /** The templates, checked when the service is built. */
    @CheckedTemplate
    static class Templates {
        static native TemplateInstance form(
                Frame frame, Form form, ApplicationView a, List<Criterion> criteria, List<Named> answers);

        static native TemplateInstance check(
                Frame frame, Form form, ApplicationView a, List<Scored> scores, Judgement judgement);
    }

    /** A criterion and its score. */
    record Scored(Criterion criterion, int score) {}

    /** What the scores come to, and what was said beside. */
    record Judgement(int score, boolean supports, String opinion) {}

    private final ApplicationDesk desk;
    private final Frames frames;
    private final Forms forms;

    ReviewPages(ApplicationDesk desk, Frames frames, Forms forms) {
        this.desk = desk;
        this.frames = frames;
        this.forms = forms;
    }

    /** The form, with the expert's last review in it where there is one. */
    @GET
    public Response form(@PathParam("pilotId") String pilotId) {
        var a = desk.look(frames.caller(), pilotId);
        var last = a.reviews().stream().filter(ReviewView::inForce).findFirst();
        return page(200, a, last.map(ReviewPages::of).orElse(Form.empty()));
    }

    private static Form of(ReviewView review) {
        var values = new HashMap<String, Object>();
        review.scores().forEach((criterion, score) -> values.put("scores." + criterion, score));
        values.put("supports", review.supports());
        values.put("opinion", review.opinion());
        return Form.of(values);
    }

    /** From the form to the check, back to the form, or off it goes. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response review(@PathParam("pilotId") String pilotId) {
        var form = forms.read();
        var caller = frames.caller();
        var a = desk.look(caller, pilotId);
        var then = form.text("then");
        try {
            if ("edit".equals(then)) {
                return page(200, a, form);
            }
            var request = request(form);
            return "send".equals(then)
                    ? forms.once(form, () -> {
                        var review = new Move.GiveReview(request.scores(), request.supports(), request.opinion());
                        desk.move(caller, pilotId, review, _ -> {});
                        return ApplicationPages.at(pilotId) + "?done=review";
                    })
                    : check(a, form, request);
        } catch (Problem p) {
            return page(p.status(), a, form.with(p));
        }
    }

    private ReviewRequest request(Form form) {
        var faults = new ArrayList<Fault>();
        var scores = scores(form, faults);
        var supports = form.text("supports");
        if (supports == null) {
            faults.add(new Fault("/supports", AdmissionWord.SUPPORTS_NEEDED.text()));
        }
        if (form.text("opinion") == null) {
            faults.add(new Fault("/opinion", AdmissionWord.OPINION_HINT.text()));
        }
        if (!faults.isEmpty()) {
            var text = new Text("请更正以下内容。", "Please correct the following.");
            throw new Problem(422, "INVALID_REQUEST", text, faults);
        }
        return forms.valid(form, new ReviewRequest(scores, "true".equals(supports), form.text("opinion")));
    }

    /** Each criterion's by its code; what is none is among the faults. */
    private Map<String, Integer> scores(Form form, List<Fault> faults) {
        var scores = new LinkedHashMap<String, Integer>();
        for (var criterion : criteria()) {
            var score = score(form.text("scores." + criterion.code()));
            if (score == null) {
                faults.add(new Fault("/scores/" + criterion.code(), AdmissionWord.SCORE_NEEDED.text()));
            } else {
                scores.put(criterion.code(), score);
            }
        }
        return scores;
    }

    @Nullable
    private static Integer score(@Nullable String written) {
        if (written == null || !written.matches("\\d{1,3}")) {
            return null;
        }
        int score = Integer.parseInt(written);
        return score > MOST ? null : score;
    }

    private List<Criterion> criteria() {
        return frames.programme().admission().criteria();
    }

    private Response page(int status, ApplicationView a, Form form) {
        return frames.page(status, Templates.form(frames.frame(), form, a, criteria(), YES_OR_NO));
    }

    private Response check(ApplicationView a, Form form, ReviewRequest request) {
        var scores = criteria().stream()
                .map(c -> new Scored(c, request.scores().get(c.code())))
                .toList();
        var judgement = new Judgement(
                Review.weighted(frames.programme(), request.scores()), request.supports(), request.opinion());
        return frames.page(Templates.check(frames.frame(), form, a, scores, judgement));
    }
}
