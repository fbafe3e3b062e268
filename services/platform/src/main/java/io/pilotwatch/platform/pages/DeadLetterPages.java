package io.pilotwatch.platform.pages;

import io.pilotwatch.contracts.Named;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Text;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.DeadLetter;
import io.pilotwatch.platform.DeadLetter.Deed;
import io.pilotwatch.platform.DeadLetter.Group;
import io.pilotwatch.platform.DeadLetter.Opened;
import io.pilotwatch.platform.DeadLetter.Outcome;
import io.pilotwatch.platform.DeadLetter.State;
import io.pilotwatch.platform.DeadLetterDesk;
import io.pilotwatch.platform.Page;
import io.pilotwatch.platform.Problem;
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
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What the service at hand could not handle, by reason, in a list and one by one; and what is done about it. */
@Path("/{service: [a-z-]+}/operations/dead-letters")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Caller.OPERATOR)
public class DeadLetterPages {

    private static final List<Named> STATES = Arrays.stream(State.values())
            .map(s -> new Named(s.name(), s.text()))
            .toList();

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance groups(Frame frame, Text name, List<Group> groups, Done done, ZoneId zone);

        static native TemplateInstance list(Frame frame, Text name, Listed listed, Form form, ZoneId zone);

        static native TemplateInstance letter(Frame frame, Text name, Opened opened, Form form, Done done, ZoneId zone);
    }

    /**
     * The list as asked for.
     *
     * @param first whether it is the first page
     * @param canAct whether something on it waits
     * @param most of a group that one act takes on
     */
    record Listed(
            Page<DeadLetter> page,
            String state,
            @Nullable String group,
            List<Named> states,
            boolean first,
            boolean canAct,
            int most) {}

    /** What was asked of a list; all may be null. */
    public static class Asked {
        @QueryParam("state")
        String state;

        @QueryParam("group")
        String group;

        @QueryParam("cursor")
        String cursor;
    }

    /** What a form that was sent came to; null in a template where none was. */
    public static class Done {
        @QueryParam("done")
        String done;

        @QueryParam("count")
        int count;

        @QueryParam("failed")
        int failed;

        /** The same in words; null where nothing was done. */
        public String words(Locale l) {
            return switch (String.valueOf(done)) {
                case "REDRIVE" -> OperationsWord.DID_REDRIVE.in(l, count, failed);
                case "CLOSE" -> OperationsWord.DID_CLOSE.in(l, count, failed);
                default -> null;
            };
        }
    }

    private final Frames frames;
    private final Forms forms;
    private final DeadLetterDesk desk;

    DeadLetterPages(Frames frames, Forms forms, DeadLetterDesk desk) {
        this.frames = frames;
        this.forms = forms;
        this.desk = desk;
    }

    /** Those that wait, by reason. */
    @GET
    public Response groups(@PathParam("service") String service, @BeanParam Done done) {
        var frame = frames.frame(service);
        return frames.page(Templates.groups(frame, OperationsWord.service(service), desk.groups(), done, zone()));
    }

    /** A list of them, newest first. */
    @GET
    @Path("/list")
    public Response list(@PathParam("service") String service, @BeanParam Asked asked, @Context UriInfo uri) {
        return list(200, service, asked, uri, Form.empty());
    }

    private Response list(int status, String service, Asked asked, UriInfo uri, Form form) {
        var frame = frames.frame(service);
        var state = state(asked.state);
        int limit = Page.limit(null);
        var found = desk.find(state, asked.group, Page.after(asked.cursor, Long.MAX_VALUE, Long::valueOf), limit + 1);
        var page = Page.of(found, limit, letter -> Long.toString(letter.id()), uri);
        var listed = new Listed(
                page,
                state == null ? "" : state.name(),
                asked.group,
                STATES,
                asked.cursor == null,
                page.items().stream().anyMatch(letter -> letter.state() == State.WAITING),
                DeadLetterDesk.AT_ONCE);
        return frames.page(status, Templates.list(frame, OperationsWord.service(service), listed, form, zone()));
    }

    /** Does something about those chosen on a list, or about all that wait for one reason. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("/list")
    public Response actOnSeveral(@PathParam("service") String service, @BeanParam Asked asked, @Context UriInfo uri) {
        var form = forms.read();
        try {
            return done("/" + service + "/operations/dead-letters", form, act(form, chosen(form, asked.group)));
        } catch (Problem p) {
            return list(p.status(), service, asked, uri, form.with(p));
        }
    }

    private List<Long> chosen(Form form, String group) {
        if (group != null && "all".equals(form.text("which"))) {
            return desk.waiting(group);
        }
        var ids = form.read(
                "ids", _ -> form.all("ids").stream().map(Long::valueOf).toList(), Common.NOT_ONE_OF_THESE.text());
        if (ids == null) {
            throw invalid("/ids", OperationsWord.NONE_CHOSEN.text());
        }
        return ids;
    }

    /** One with all that is known of it. */
    @GET
    @Path("/{id: \\d{1,18}}")
    public Response letter(@PathParam("service") String service, @PathParam("id") long id, @BeanParam Done done) {
        return letter(200, service, id, Form.empty(), done);
    }

    private Response letter(int status, String service, long id, Form form, Done done) {
        var frame = frames.frame(service);
        return frames.page(
                status, Templates.letter(frame, OperationsWord.service(service), desk.open(id), form, done, zone()));
    }

    /** Does something about one. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("/{id: \\d{1,18}}")
    public Response act(@PathParam("service") String service, @PathParam("id") long id) {
        var form = forms.read();
        try {
            desk.open(id);
            return done("/%s/operations/dead-letters/%d".formatted(service, id), form, act(form, List.of(id)));
        } catch (Problem p) {
            return letter(p.status(), service, id, form.with(p), new Done());
        }
    }

    /** Each letter is a transaction of its own, and doing it again does nothing, so the form needs no other memory. */
    private Outcome act(Form form, List<Long> ids) {
        var account = frames.caller().name();
        return switch (form.one(Deed.class, "act")) {
            case REDRIVE -> desk.redrive(ids, account);
            case CLOSE -> desk.close(ids, account, form.text("reason"));
            case null -> throw invalid("/act", OperationsWord.CHOOSE_ACT.text());
        };
    }

    private static Response done(String to, Form form, Outcome outcome) {
        return Response.seeOther(UriBuilder.fromPath(to)
                        .queryParam("done", form.text("act"))
                        .queryParam("count", outcome.done())
                        .queryParam("failed", outcome.failed())
                        .build())
                .build();
    }

    private static Problem invalid(String pointer, Text text) {
        return new Problem(422, "INVALID_REQUEST", text, List.of(new Problem.Fault(pointer, text)));
    }

    /** Those that wait where nothing else is asked for; all for an empty word. */
    private static State state(String asked) {
        try {
            return asked == null ? State.WAITING : asked.isEmpty() ? null : State.valueOf(asked);
        } catch (IllegalArgumentException e) {
            throw Problem.badParameter("state", Common.NOT_ONE_OF_THESE.text());
        }
    }

    private ZoneId zone() {
        return frames.programme().zone();
    }
}
