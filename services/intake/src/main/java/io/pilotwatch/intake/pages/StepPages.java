package io.pilotwatch.intake.pages;

import io.pilotwatch.contracts.Named;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.intake.PilotDesk;
import io.pilotwatch.intake.PilotStepResource.Completion;
import io.pilotwatch.intake.PilotStepResource.Delegation;
import io.pilotwatch.intake.PilotView;
import io.pilotwatch.intake.Reason;
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
import java.util.HashMap;
import java.util.List;

/** What is decided on a pilot after its publication: each step with what it means, and a reason. */
@Path("/intake/register/{pilotId: [\\w-]+}")
@Produces(MediaType.TEXT_HTML)
public class StepPages {

    private static final String OFFICE = "{act: suspension|resumption|termination|evaluation|completion|failure}";
    private static final String OFFICE_OR_TEAM = "{act: delegation|revocation}";

    /** The templates, checked when the service is built. */
    @CheckedTemplate
    static class Templates {
        static native TemplateInstance act(Frame frame, Form form, PilotView pilot, Doing doing);
    }

    /** The step at hand; {@code offer} says whether it is possible now. */
    record Doing(RegisterAct act, Offer offer, List<Named> grades) {

        public boolean graded() {
            return act == RegisterAct.COMPLETION;
        }

        public boolean delegating() {
            return act == RegisterAct.DELEGATION;
        }

        public boolean revoking() {
            return act == RegisterAct.REVOCATION;
        }

        public boolean end() {
            return act.isEnd();
        }
    }

    private final PilotDesk desk;
    private final Frames frames;
    private final Forms forms;

    StepPages(PilotDesk desk, Frames frames, Forms forms) {
        this.desk = desk;
        this.frames = frames;
        this.forms = forms;
    }

    /** Before the programme office takes a step. */
    @GET
    @Path(OFFICE)
    @RolesAllowed(Caller.PROGRAMME_OFFICE)
    public Response beforeOffice(@PathParam("pilotId") String pilotId, @PathParam("act") String act) {
        return page(200, pilotId, RegisterAct.of(act), Form.empty());
    }

    /** The programme office takes it. */
    @POST
    @Path(OFFICE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Caller.PROGRAMME_OFFICE)
    public Response office(@PathParam("pilotId") String pilotId, @PathParam("act") String act) {
        return take(pilotId, RegisterAct.of(act));
    }

    /** Before the pilot's own unit leaves. */
    @GET
    @Path("/withdrawal")
    @RolesAllowed(Caller.PILOT_TEAM)
    public Response beforeWithdrawal(@PathParam("pilotId") String pilotId) {
        return page(200, pilotId, RegisterAct.WITHDRAWAL, Form.empty());
    }

    /** The pilot's own unit leaves. */
    @POST
    @Path("/withdrawal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Caller.PILOT_TEAM)
    public Response withdraw(@PathParam("pilotId") String pilotId) {
        return take(pilotId, RegisterAct.WITHDRAWAL);
    }

    /** Before another organisation may act for it, or no longer. */
    @GET
    @Path(OFFICE_OR_TEAM)
    @RolesAllowed({Caller.PILOT_TEAM, Caller.PROGRAMME_OFFICE})
    public Response beforeDelegation(
            @PathParam("pilotId") String pilotId,
            @PathParam("act") String act,
            @QueryParam("organisation") String organisation) {
        var values = new HashMap<String, Object>();
        values.put("organisation", organisation);
        return page(200, pilotId, RegisterAct.of(act), Form.of(values));
    }

    /** Another organisation may act for it, or no longer. */
    @POST
    @Path(OFFICE_OR_TEAM)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({Caller.PILOT_TEAM, Caller.PROGRAMME_OFFICE})
    public Response delegate(@PathParam("pilotId") String pilotId, @PathParam("act") String act) {
        return take(pilotId, RegisterAct.of(act));
    }

    private Response page(int status, String pilotId, RegisterAct act, Form form) {
        var caller = frames.caller();
        var pilot = desk.look(caller, pilotId);
        if (act == RegisterAct.REVOCATION && !pilot.delegates().contains(form.value("organisation"))) {
            throw Problem.notFound(RegisterWord.DELEGATE_UNKNOWN.text().zh());
        }
        var offer = RegisterOffers.of(pilot, caller).stream()
                .filter(o -> o.path().equals(act.path()))
                .findFirst()
                .orElseGet(() -> other(pilot, act));
        var doing = new Doing(act, offer, frames.programme().grades());
        return frames.page(status, Templates.act(frames.frame(), form, pilot, doing));
    }

    /** A delegate is revoked at any time; what else is not offered is not possible as the pilot stands. */
    private static Offer other(PilotView pilot, RegisterAct act) {
        return new Offer(
                act.path(),
                act.does,
                act.means.text(),
                act == RegisterAct.REVOCATION ? null : pilot.state().name());
    }

    private Response take(String pilotId, RegisterAct act) {
        var form = forms.read();
        try {
            var with = with(act, form);
            var reason = forms.valid(form, new Reason(form.text("reason"))).reason();
            return forms.once(form, () -> {
                desk.step(frames.caller(), pilotId, act.step(reason, with), _ -> {});
                return at(pilotId) + "?done=" + act.path();
            });
        } catch (Problem p) {
            return page(p.status(), pilotId, act, form.with(p));
        }
    }

    /** The grade or the delegate; null where there is neither. */
    @Nullable
    private String with(RegisterAct act, Form form) {
        var reason = form.text("reason");
        return switch (act) {
            case COMPLETION ->
                forms.valid(form, new Completion(form.text("grade"), reason)).grade();
            case DELEGATION, REVOCATION ->
                forms.valid(form, new Delegation(form.text("organisation"), reason))
                        .organisation();
            default -> null;
        };
    }

    static String at(String pilotId) {
        return "/intake/register/" + pilotId;
    }
}
