package io.pilotwatch.compliancealert.pages;

import io.pilotwatch.compliancealert.RectificationDesk;
import io.pilotwatch.compliancealert.RectificationFile;
import io.pilotwatch.compliancealert.RectificationList;
import io.pilotwatch.compliancealert.RectificationResource.Done;
import io.pilotwatch.compliancealert.RectificationResource.Remark;
import io.pilotwatch.compliancealert.RectificationResource.Return;
import io.pilotwatch.compliancealert.RectificationView;
import io.pilotwatch.compliancealert.core.Rectifying.Input;
import io.pilotwatch.contracts.Named;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.RecordEvent.Evidence;
import io.pilotwatch.contracts.RectificationState;
import io.pilotwatch.contracts.Text;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.Page;
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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** What pilots were ordered to put right: the list by what is due first, and each with its answer and decision. */
@Path("/compliance-alert/rectifications")
@Produces(MediaType.TEXT_HTML)
public class RectificationPages {

    private static final int ON_A_PAGE = 25;

    private static final Map<String, Word> DONE = Map.of(
            "ordered", Word.DONE_ORDERED,
            "answered", Word.DONE_ANSWERED,
            "accepted", Word.DONE_ACCEPTED,
            "returned", Word.DONE_RETURNED);

    /** The templates, checked when the service is built. */
    @CheckedTemplate
    static class Templates {
        static native TemplateInstance list(Frame frame, List<Tab> tabs, Listed listed, Page<RectificationView> page);

        static native TemplateInstance one(
                Frame frame, Form form, RectificationFile file, List<Named> evidence, Word done);
    }

    /** A state and how many are in it. */
    record Tab(Text label, String address, int count, boolean here) {}

    /**
     * What the list is of.
     *
     * @param pilotId whose; null for all
     * @param organisation the pilot unit; null where there is none to show
     */
    record Listed(
            RectificationState state,
            @Nullable String pilotId,
            @Nullable String organisation,
            boolean first) {}

    private final Frames frames;
    private final Forms forms;
    private final RectificationList list;
    private final RectificationDesk desk;

    RectificationPages(Frames frames, Forms forms, RectificationList list, RectificationDesk desk) {
        this.frames = frames;
        this.forms = forms;
        this.list = list;
        this.desk = desk;
    }

    /** Those of all pilots that the reader may see, or of one; at first what waits for the reader. */
    @GET
    @RolesAllowed({
        Caller.PILOT_TEAM,
        Caller.RECOMMENDER,
        Caller.REGULATOR,
        Caller.PROGRAMME_OFFICE,
        Caller.OPERATOR,
        Caller.VIEWER
    })
    public Response list(
            @QueryParam("pilotId") String pilotId,
            @QueryParam("state") String asked,
            @QueryParam("cursor") String cursor,
            @Context UriInfo uri) {
        var caller = frames.caller();
        var of = pilotId == null || pilotId.isBlank() ? null : pilotId.strip();
        var counts = list.counts(caller, of);
        var state = state(asked).orElseGet(() -> usual(caller, counts));
        var found = list.list(caller, state, of, Page.after(cursor), ON_A_PAGE + 1);
        var tabs = Stream.of(RectificationState.values())
                .map(s -> new Tab(s.text(), address(s, of), counts.get(s), s == state))
                .toList();
        var unit = of == null || found.isEmpty() ? null : found.getFirst().organisation();
        return frames.page(Templates.list(
                frames.frame(),
                tabs,
                new Listed(state, of, unit, cursor == null),
                Page.of(found, ON_A_PAGE, RectificationList::sortKey, uri)));
    }

    private static Optional<RectificationState> state(@Nullable String name) {
        return Stream.of(RectificationState.values())
                .filter(s -> s.name().equals(name))
                .findFirst();
    }

    /** A team looks for what it has to answer, a regulator for what there is to decide. */
    private static RectificationState usual(Caller caller, Map<RectificationState, Integer> counts) {
        boolean decides = caller.is(Caller.REGULATOR) || caller.is(Caller.PROGRAMME_OFFICE);
        return decides && counts.get(RectificationState.ANSWERED) > 0
                ? RectificationState.ANSWERED
                : RectificationState.ORDERED;
    }

    private static String address(RectificationState state, @Nullable String pilotId) {
        return "/compliance-alert/rectifications?state=" + state
                + (pilotId == null ? "" : "&pilotId=" + InboxQuery.encoded(pilotId));
    }

    /** One with its history. */
    @GET
    @Path("/{rectificationId}")
    @RolesAllowed({
        Caller.PILOT_TEAM,
        Caller.RECOMMENDER,
        Caller.REGULATOR,
        Caller.PROGRAMME_OFFICE,
        Caller.OPERATOR,
        Caller.VIEWER
    })
    public Response one(@PathParam("rectificationId") UUID id, @QueryParam("done") String done) {
        return page(200, id, Form.empty(), done == null ? null : DONE.get(done));
    }

    /** The team says what it did. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("/{rectificationId}/answers")
    @RolesAllowed(Caller.PILOT_TEAM)
    public Response answer(@PathParam("rectificationId") UUID id) {
        return send(id, "answered", form -> {
            var ids =
                    form.all("evidenceIds").stream().map(RectificationPages::id).toList();
            var request = forms.valid(form, new Done(form.text("answer"), ids));
            return new Input.Respond(
                    request.answer(), ids.stream().map(UUID::toString).toList());
        });
    }

    /** The lead is satisfied. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("/{rectificationId}/acceptances")
    @RolesAllowed({Caller.REGULATOR, Caller.PROGRAMME_OFFICE})
    public Response accept(@PathParam("rectificationId") UUID id) {
        return send(
                id,
                "accepted",
                form -> new Input.Accept(
                        forms.valid(form, new Remark(form.text("note"))).note()));
    }

    /** The lead is not. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("/{rectificationId}/returns")
    @RolesAllowed({Caller.REGULATOR, Caller.PROGRAMME_OFFICE})
    public Response return_(@PathParam("rectificationId") UUID id) {
        return send(
                id,
                "returned",
                form -> new Input.Return(
                        forms.valid(form, new Return(form.text("reason"))).reason()));
    }

    /** Makes the input of the form. */
    private interface Reading {
        Input read(Form form);
    }

    private Response send(UUID id, String done, Reading reading) {
        var form = forms.read();
        try {
            var input = reading.read(form);
            return forms.once(form, () -> {
                desk.decide(frames.caller(), id, input, _ -> {});
                return "/compliance-alert/rectifications/" + id + "?done=" + done;
            });
        } catch (Problem problem) {
            return page(problem.status(), id, form.with(problem), null);
        }
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Problem.badParameter("evidenceIds", Word.EVIDENCE_UNKNOWN.text());
        }
    }

    private Response page(int status, UUID id, Form form, @Nullable Word done) {
        var file = desk.open(frames.caller(), id);
        var evidence = file.evidence().stream().map(this::named).toList();
        return frames.page(status, Templates.one(frames.frame(), form, file, evidence, done));
    }

    private Named named(Evidence evidence) {
        var kind = frames.programme().evidenceKinds().stream()
                .filter(k -> k.code().equals(evidence.kind()))
                .findFirst()
                .orElse(Named.ofCode(evidence.kind()))
                .name();
        var level = evidence.level().text();
        return new Named(
                evidence.evidenceId(),
                new Text(
                        "%s（%s，%s）".formatted(evidence.fileName(), kind.zh(), level.zh()),
                        "%s (%s, %s)".formatted(evidence.fileName(), kind.en(), level.en())));
    }
}
