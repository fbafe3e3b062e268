package io.pilotwatch.intake.pages;

import io.pilotwatch.contracts.Named;
import io.pilotwatch.intake.ApplicationDesk;
import io.pilotwatch.intake.ApplicationView;
import io.pilotwatch.intake.ObjectionResource.ObjectionRequest;
import io.pilotwatch.intake.ObjectionResource.Settlement;
import io.pilotwatch.intake.ObjectionView;
import io.pilotwatch.intake.core.Move;
import io.pilotwatch.intake.core.Objection;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.Ids;
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
import java.util.UUID;

/** What anybody holds against a shortlisted application, and what the programme office makes of it. */
@Path("/intake/applications/{pilotId: [\\w-]+}/objections")
@Produces(MediaType.TEXT_HTML)
public class ObjectionPages {

    private static final List<Named> ANSWERS = List.of(
            new Named("true", AdmissionWord.OBJECTION_STATE_UPHELD.text()),
            new Named("false", AdmissionWord.OBJECTION_STATE_DISMISSED.text()));

    /** The templates, checked when the service is built. */
    @CheckedTemplate
    static class Templates {
        static native TemplateInstance object(Frame frame, Form form, ApplicationView a, boolean open);

        static native TemplateInstance settle(
                Frame frame, Form form, ApplicationView a, ObjectionView objection, List<Named> answers);
    }

    private final ApplicationDesk desk;
    private final Offers offers;
    private final Frames frames;
    private final Forms forms;
    private final Ids ids;

    ObjectionPages(ApplicationDesk desk, Offers offers, Frames frames, Forms forms, Ids ids) {
        this.desk = desk;
        this.offers = offers;
        this.frames = frames;
        this.forms = forms;
        this.ids = ids;
    }

    /** The form for whoever objects. */
    @GET
    @Path("/new")
    @RolesAllowed({
        Caller.PILOT_TEAM,
        Caller.RECOMMENDER,
        Caller.EXPERT,
        Caller.REGULATOR,
        Caller.PROGRAMME_OFFICE,
        Caller.OPERATOR,
        Caller.VIEWER
    })
    public Response beforeObjection(@PathParam("pilotId") String pilotId) {
        return object(200, pilotId, Form.empty());
    }

    /** Somebody objects. */
    @POST
    @Path("/new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({
        Caller.PILOT_TEAM,
        Caller.RECOMMENDER,
        Caller.EXPERT,
        Caller.REGULATOR,
        Caller.PROGRAMME_OFFICE,
        Caller.OPERATOR,
        Caller.VIEWER
    })
    public Response object(@PathParam("pilotId") String pilotId) {
        var form = forms.read();
        try {
            var request = forms.valid(form, new ObjectionRequest(form.text("text")));
            return forms.once(form, () -> {
                var objection = new Move.RaiseObjection(ids.next().toString(), request.text());
                desk.move(frames.caller(), pilotId, objection, _ -> {});
                return ApplicationPages.at(pilotId) + "?done=objection";
            });
        } catch (Problem p) {
            return object(p.status(), pilotId, form.with(p));
        }
    }

    private Response object(int status, String pilotId, Form form) {
        var caller = frames.caller();
        var a = desk.look(caller, pilotId);
        boolean open = offers.of(a, caller).stream().anyMatch(o -> o.path().equals("objections/new"));
        return frames.page(status, Templates.object(frames.frame(), form, a, open));
    }

    /** The form to settle one. */
    @GET
    @Path("/{objectionId}/settlement")
    @RolesAllowed(Caller.PROGRAMME_OFFICE)
    public Response beforeSettlement(@PathParam("pilotId") String pilotId, @PathParam("objectionId") UUID objectionId) {
        return settle(200, pilotId, objectionId, Form.empty());
    }

    /** The programme office settles one. */
    @POST
    @Path("/{objectionId}/settlement")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Caller.PROGRAMME_OFFICE)
    public Response settle(@PathParam("pilotId") String pilotId, @PathParam("objectionId") UUID objectionId) {
        var form = forms.read();
        try {
            var upheld = form.text("upheld") == null ? null : Boolean.valueOf(form.text("upheld"));
            var request = forms.valid(form, new Settlement(upheld, form.text("reason")));
            return forms.once(form, () -> {
                var settle = new Move.Settle(objectionId.toString(), request.upheld(), request.reason());
                desk.move(frames.caller(), pilotId, settle, _ -> {});
                return ApplicationPages.at(pilotId) + "?done=settlement";
            });
        } catch (Problem p) {
            return settle(p.status(), pilotId, objectionId, form.with(p));
        }
    }

    private Response settle(int status, String pilotId, UUID objectionId, Form form) {
        var a = desk.look(frames.caller(), pilotId);
        var objection = a.objections().stream()
                .filter(o -> o.objectionId().equals(objectionId))
                .findFirst()
                .orElseThrow(() -> Problem.notFound(objectionId.toString()));
        if (objection.state() != Objection.State.OPEN && status == 200) {
            return Response.seeOther(java.net.URI.create(ApplicationPages.at(pilotId)))
                    .build();
        }
        return frames.page(status, Templates.settle(frames.frame(), form, a, objection, ANSWERS));
    }
}
