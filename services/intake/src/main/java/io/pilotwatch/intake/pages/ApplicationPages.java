package io.pilotwatch.intake.pages;

import io.pilotwatch.contracts.ApplicationState;
import io.pilotwatch.contracts.EventType;
import io.pilotwatch.contracts.Named;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.contracts.Text;
import io.pilotwatch.intake.ApplicationDesk;
import io.pilotwatch.intake.ApplicationFilter;
import io.pilotwatch.intake.ApplicationView;
import io.pilotwatch.intake.EntryView;
import io.pilotwatch.intake.Parameters;
import io.pilotwatch.intake.core.Wish;
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
import jakarta.ws.rs.BeanParam;
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
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The applications: what waits for whom, all of them, and each with what may be done with it. */
@Path("/intake/applications")
@Produces(MediaType.TEXT_HTML)
public class ApplicationPages {

    /** As many as a person takes in at a glance; the list has them all. */
    private static final int GLANCE = 8;

    /** The templates, checked when the service is built. */
    @CheckedTemplate
    static class Templates {
        static native TemplateInstance list(Frame frame, Listing listing);

        static native TemplateInstance begin(Frame frame, Form form, List<Named> organisations);

        static native TemplateInstance show(Frame frame, Shelf shelf, ApplicationView a, @Nullable Done done);

        static native TemplateInstance tasks(Frame frame, ApplicationView a, TaskList tasks, @Nullable Done done);
    }

    /** What the list shows: first what waits, unless something else is asked for. */
    record Listing(
            Caller caller,
            Asked asked,
            boolean whole,
            List<ApplicationView> waiting,
            int waitingInAll,
            Page<ApplicationView> page,
            List<Choice> choices) {

        /** Whether more waits than is shown. */
        public boolean moreWaits() {
            return waitingInAll > waiting.size();
        }

        /** Whether it is a first page. */
        public boolean first() {
            return asked.isFirst();
        }
    }

    /** A filter: its parameter, what it is called, what there is to choose from, and what was chosen. */
    record Choice(
            String name,
            Word label,
            List<Named> options,
            @Nullable String chosen) {}

    /** What stands beside an application, for this reader. */
    record Shelf(
            List<Offer> offers,
            List<EntryView> history,
            @Nullable EntryView returned,
            boolean own,
            List<Programme.Criterion> criteria) {

        /** Its page's address. */
        public String at(ApplicationView a) {
            return ApplicationPages.at(a.pilotId());
        }
    }

    /** How far its parts are. */
    record TaskList(
            List<Task> parts, boolean ready, @Nullable EntryView returned) {}

    /** One part. */
    record Task(String path, Word title, Word progress, List<ApplicationView.Missing> missing) {}

    /** What the list is asked for. */
    public static class Asked {
        @QueryParam("state")
        String state;

        @QueryParam("kind")
        String kind;

        @QueryParam("field")
        String field;

        @QueryParam("waiting")
        String waiting;

        @QueryParam("cursor")
        String cursor;

        private ApplicationFilter filter() {
            return new ApplicationFilter(
                    Parameters.oneOf("state", ApplicationState.class, stated(state)),
                    stated(kind).orElse(null),
                    stated(field).orElse(null),
                    isWaiting());
        }

        /** Whether only what waits is asked for. */
        public boolean isWaiting() {
            return stated(waiting)
                    .map(value -> Parameters.flag("waiting", value))
                    .orElse(false);
        }

        private boolean isFirst() {
            return cursor == null;
        }

        private static Optional<String> stated(@Nullable String value) {
            return Optional.ofNullable(value).filter(v -> !v.isBlank());
        }
    }

    private final ApplicationDesk desk;
    private final Offers offers;
    private final Frames frames;
    private final Forms forms;

    ApplicationPages(ApplicationDesk desk, Offers offers, Frames frames, Forms forms) {
        this.desk = desk;
        this.offers = offers;
        this.frames = frames;
        this.forms = forms;
    }

    /** What waits for the reader, and all that the reader may see. */
    @GET
    @RolesAllowed({
        Caller.PILOT_TEAM,
        Caller.RECOMMENDER,
        Caller.EXPERT,
        Caller.REGULATOR,
        Caller.PROGRAMME_OFFICE,
        Caller.OPERATOR,
        Caller.VIEWER
    })
    public Response list(@BeanParam Asked asked, @Context UriInfo uri) {
        var caller = frames.caller();
        var filter = asked.filter();
        boolean whole = filter.isOpen() && asked.isFirst();
        var waits = new ApplicationFilter(null, null, null, true);
        var waiting = whole ? desk.list(caller, waits, null, GLANCE, uri).items() : List.<ApplicationView>of();
        int waitingInAll = waiting.size() < GLANCE ? waiting.size() : desk.countWaiting(caller, Page.LARGEST);
        var page = desk.list(caller, filter, asked.cursor, Page.limit(null), uri);
        var listing = new Listing(caller, asked, whole, waiting, waitingInAll, page, choices(asked));
        return frames.page(Templates.list(frames.frame(), listing));
    }

    private List<Choice> choices(Asked asked) {
        Programme programme = frames.programme();
        var states = Arrays.stream(ApplicationState.values()).map(s -> new Named(s.name(), s.text()));
        var fields = programme.fields().stream().map(f -> new Named(f.code(), f.name()));
        var kinds = programme.kinds().stream().map(k -> new Named(k.code(), k.name()));
        return List.of(
                new Choice("state", Word.STATE, states.toList(), asked.state),
                new Choice("field", Word.FIELD, fields.toList(), asked.field),
                new Choice("kind", Word.KIND, kinds.toList(), asked.kind));
    }

    /** For which organisation one applies. */
    @GET
    @Path("/new")
    @RolesAllowed(Caller.PILOT_TEAM)
    public Response beforeBeginning() {
        var own = organisations();
        var form = own.size() == 1
                ? Form.of(java.util.Map.of("organisation", own.getFirst().code()))
                : Form.empty();
        return frames.page(Templates.begin(frames.frame(), form, own));
    }

    /** Begins one. */
    @POST
    @Path("/new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Caller.PILOT_TEAM)
    public Response begin() {
        var form = forms.read();
        try {
            var wish = Wish.of(own(form.text("organisation")), form.ticked("synthetic"));
            return forms.once(form, () -> at(desk.draft(frames.caller(), wish).pilotId()));
        } catch (Problem p) {
            return frames.page(p.status(), Templates.begin(frames.frame(), form.with(p), organisations()));
        }
    }

    private List<Named> organisations() {
        return frames.caller().organisations().stream()
                .sorted()
                .map(Named::ofCode)
                .toList();
    }

    private String own(@Nullable String organisation) {
        if (organisation == null || !frames.caller().organisations().contains(organisation)) {
            var text = new Text("请选择本单位。", "Choose your own organisation.");
            throw new Problem(422, "FOREIGN_ORGANISATION", text, List.of(new Problem.Fault("/organisation", text)));
        }
        return organisation;
    }

    /** One application: to its applicant the task list, as long as it is in hand there. */
    @GET
    @Path("/{pilotId: [\\w-]+}")
    @RolesAllowed({
        Caller.PILOT_TEAM,
        Caller.RECOMMENDER,
        Caller.EXPERT,
        Caller.REGULATOR,
        Caller.PROGRAMME_OFFICE,
        Caller.OPERATOR,
        Caller.VIEWER
    })
    public Response show(@PathParam("pilotId") String pilotId, @QueryParam("done") String done) {
        var caller = frames.caller();
        var a = desk.look(caller, pilotId);
        var history = desk.history(caller, pilotId, 0, Page.LARGEST);
        var state = Offers.state(a);
        boolean inHand = state == ApplicationState.DRAFT || state == ApplicationState.RETURNED;
        boolean own = Offers.isOf(a, caller);
        var returned = state == ApplicationState.RETURNED ? returned(history) : null;
        return frames.page(
                own && inHand
                        ? Templates.tasks(frames.frame(), a, tasks(a, returned), Done.of(done))
                        : Templates.show(
                                frames.frame(),
                                new Shelf(
                                        offers.of(a, caller),
                                        history.reversed(),
                                        returned,
                                        own,
                                        frames.programme().admission().criteria()),
                                a,
                                Done.of(done)));
    }

    private static TaskList tasks(ApplicationView a, @Nullable EntryView returned) {
        var parts = Arrays.stream(Section.values())
                .map(s -> new Task(s.path(), s.title, s.progress(a), s.missing(a)))
                .toList();
        return new TaskList(parts, a.missing().isEmpty(), returned);
    }

    /** Why it was given back, the last time. */
    @Nullable
    private static EntryView returned(List<EntryView> history) {
        return history.stream()
                .filter(e -> e.event() == EventType.APPLICATION_RETURNED)
                .reduce((_, later) -> later)
                .orElse(null);
    }

    static String at(String pilotId) {
        return "/intake/applications/" + pilotId;
    }
}
