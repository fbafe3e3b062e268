package io.pilotwatch.intake.pages;

import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.intake.AdmissionResource.Recommendation;
import io.pilotwatch.intake.ApplicationDesk;
import io.pilotwatch.intake.ApplicationView;
import io.pilotwatch.intake.Reason;
import io.pilotwatch.intake.core.Move;
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

/** What moves an application on or ends it: each act with what it means, and a reason where one is due. */
@Path("/intake/applications/{pilotId: [\\w-]+}")
@Produces(MediaType.TEXT_HTML)
public class AdmissionPages {

    private static final String OFFICE = "{act: review-opening|shortlisting|approval|rejection}";

    /** The templates, checked when the service is built. */
    @CheckedTemplate
    static class Templates {
        static native TemplateInstance act(Frame frame, Form form, ApplicationView a, Doing doing);
    }

    /** The act at hand; {@code offer} says whether it is possible now. */
    record Doing(AdmissionAct act, Offer offer) {

        public boolean needsReason() {
            return act.needsReason();
        }

        public boolean takesWords() {
            return act.takesWords();
        }

        public boolean end() {
            return act.isEnd();
        }
    }

    private final ApplicationDesk desk;
    private final Offers offers;
    private final Frames frames;
    private final Forms forms;

    AdmissionPages(ApplicationDesk desk, Offers offers, Frames frames, Forms forms) {
        this.desk = desk;
        this.offers = offers;
        this.frames = frames;
        this.forms = forms;
    }

    /** Before the programme office opens the review, shortlists, approves or rejects. */
    @GET
    @Path(OFFICE)
    @RolesAllowed(Caller.PROGRAMME_OFFICE)
    public Response beforeOffice(@PathParam("pilotId") String pilotId, @PathParam("act") String act) {
        return page(200, pilotId, AdmissionAct.of(act), Form.empty());
    }

    /** The programme office does so. */
    @POST
    @Path(OFFICE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Caller.PROGRAMME_OFFICE)
    public Response office(@PathParam("pilotId") String pilotId, @PathParam("act") String act) {
        return take(pilotId, AdmissionAct.of(act));
    }

    /** Before it is given back. */
    @GET
    @Path("/return")
    @RolesAllowed({Caller.PROGRAMME_OFFICE, Caller.RECOMMENDER})
    public Response beforeReturn(@PathParam("pilotId") String pilotId) {
        return page(200, pilotId, AdmissionAct.RETURN, Form.empty());
    }

    /** The programme office or, before it is recommended, its recommender gives it back. */
    @POST
    @Path("/return")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({Caller.PROGRAMME_OFFICE, Caller.RECOMMENDER})
    public Response giveBack(@PathParam("pilotId") String pilotId) {
        return take(pilotId, AdmissionAct.RETURN);
    }

    /** Before it is recommended. */
    @GET
    @Path("/recommendation")
    @RolesAllowed(Caller.RECOMMENDER)
    public Response beforeRecommendation(@PathParam("pilotId") String pilotId) {
        return page(200, pilotId, AdmissionAct.RECOMMENDATION, Form.empty());
    }

    /** A recommender speaks for it. */
    @POST
    @Path("/recommendation")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Caller.RECOMMENDER)
    public Response recommend(@PathParam("pilotId") String pilotId) {
        return take(pilotId, AdmissionAct.RECOMMENDATION);
    }

    /** Before its applicant takes it back. */
    @GET
    @Path("/withdrawal")
    @RolesAllowed(Caller.PILOT_TEAM)
    public Response beforeWithdrawal(@PathParam("pilotId") String pilotId) {
        return page(200, pilotId, AdmissionAct.WITHDRAWAL, Form.empty());
    }

    /** Its applicant takes it back. */
    @POST
    @Path("/withdrawal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Caller.PILOT_TEAM)
    public Response withdraw(@PathParam("pilotId") String pilotId) {
        return take(pilotId, AdmissionAct.WITHDRAWAL);
    }

    private Response page(int status, String pilotId, AdmissionAct act, Form form) {
        var caller = frames.caller();
        var a = desk.look(caller, pilotId);
        var offer = offers.of(a, caller).stream()
                .filter(o -> o.path().equals(act.path()))
                .findFirst()
                .orElseGet(() -> new Offer(
                        act.path(), act.does, offers.means(act), a.state().name()));
        return frames.page(status, Templates.act(frames.frame(), form, a, new Doing(act, offer)));
    }

    private Response take(String pilotId, AdmissionAct act) {
        var form = forms.read();
        var caller = frames.caller();
        try {
            var words = words(act, form);
            return forms.once(form, () -> {
                switch (act) {
                    case APPROVAL -> desk.approve(caller, pilotId, _ -> {});
                    case RECOMMENDATION -> move(caller, pilotId, new Move.Recommend(desk.unit(caller, pilotId), words));
                    default -> move(caller, pilotId, act.move(words));
                }
                return act == AdmissionAct.APPROVAL
                        ? "/intake/register/" + pilotId + "?done=approval"
                        : ApplicationPages.at(pilotId) + "?done=" + act.path();
            });
        } catch (Problem p) {
            return page(p.status(), pilotId, act, form.with(p));
        }
    }

    private void move(Caller caller, String pilotId, Move move) {
        desk.move(caller, pilotId, move, _ -> {});
    }

    /** A reason where one is due; what else may be written otherwise. */
    @Nullable
    private String words(AdmissionAct act, Form form) {
        if (act.needsReason()) {
            return forms.valid(form, new Reason(form.text("reason"))).reason();
        }
        return act.takesWords()
                ? forms.valid(form, new Recommendation(form.text("note"))).note()
                : null;
    }
}
