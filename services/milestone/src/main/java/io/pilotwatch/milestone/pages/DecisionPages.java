package io.pilotwatch.milestone.pages;

import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.milestone.decision.DecisionDesk;
import io.pilotwatch.milestone.decision.Waiting;
import io.pilotwatch.milestone.decision.Waiting.Kind;
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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** All that waits for a lead, over all of its pilots, the longest first; several of a kind can be agreed to at once. */
@Path("/milestone/decisions")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Caller.REGULATOR, Caller.PROGRAMME_OFFICE})
public class DecisionPages {

    /** The templates, checked when the service is built. */
    @CheckedTemplate
    static class Templates {
        static native TemplateInstance decisions(Frame frame, Form form, Listed page);

        static native TemplateInstance many(Frame frame, Form form, Many page);
    }

    /** A tab: what waits of one kind. */
    record Tab(Kind kind, int count, boolean here) {}

    /**
     * The list.
     *
     * @param kind that alone is shown; null for all
     * @param outcome of what was decided just now; null where nothing was
     */
    record Listed(
            @Nullable Kind kind,
            List<Tab> tabs,
            int total,
            Page<Waiting> waiting,
            @Nullable String cursor,
            @Nullable Outcome outcome) {

        /** What one of those refused is called. */
        public String name(Waiting.Key key, Locale l) {
            return waiting.items().stream()
                    .filter(w -> w.key().kind() == key.kind()
                            && w.key().pilotId().equals(key.pilotId())
                            && w.key().item().equals(key.item())
                            && w.name() != null)
                    .findFirst()
                    .map(w -> w.name().in(l) + " · " + w.organisation())
                    .orElse(key.kind().text().in(l) + " · " + key.pilotId() + " · " + key.item());
        }

        /** Whether there is anything in the list that the account can tick. */
        public boolean canTick(String account) {
            return kind != null && waiting.items().stream().anyMatch(w -> !w.isForAnother(account));
        }
    }

    /** Several to agree to at once, to be checked. */
    record Many(
            Kind kind,
            List<Waiting> chosen,
            int gone,
            @Nullable String reason,
            @Nullable String cursor) {}

    private final DecisionDesk desk;
    private final Acceptances acceptances;
    private final Forms forms;
    private final Frames frames;
    private final UriInfo uri;

    DecisionPages(DecisionDesk desk, Acceptances acceptances, Forms forms, Frames frames, UriInfo uri) {
        this.desk = desk;
        this.acceptances = acceptances;
        this.forms = forms;
        this.frames = frames;
        this.uri = uri;
    }

    /** The list, of all kinds or of one. */
    @GET
    public Response decisions(
            @QueryParam("kind") String slug,
            @QueryParam("cursor") String cursor,
            @QueryParam("done") String done,
            @QueryParam("about") String about,
            @QueryParam("agreed") Integer agreed,
            @QueryParam("refused") List<String> refused) {
        var kind = slug == null || slug.isEmpty() ? null : Kind.ofSlug(slug);
        var outcome = done == null ? null : Outcome.of(done, about, agreed, refused);
        return frames.page(Templates.decisions(frames.frame(), Form.empty(), listed(kind, cursor, outcome)));
    }

    private Listed listed(@Nullable Kind kind, @Nullable String cursor, @Nullable Outcome outcome) {
        var caller = frames.caller();
        int limit = Page.limit(null);
        var counts = desk.counts(caller);
        var found = desk.waiting(caller, kind, cursor, limit + 1);
        return new Listed(
                kind,
                Arrays.stream(Kind.values())
                        .map(k -> new Tab(k, counts.getOrDefault(k, 0), k == kind))
                        .toList(),
                counts.values().stream().mapToInt(Integer::intValue).sum(),
                Page.of(found, limit, DecisionDesk::place, uri),
                cursor,
                outcome);
    }

    /** Agrees to all that are ticked, after they were checked; each one has a result of its own. */
    @POST
    @Path("/agreements")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response agree() {
        var sent = forms.read();
        var act = Asked.of(sent);
        var typed = new Typed(sent.values());
        var form = Form.of(typed.values());
        var kind = Kind.ofSlug(typed.text("kind"));
        var cursor = typed.text("cursor").isEmpty() ? null : typed.text("cursor");
        try {
            var chosen = acceptances.chosen(form, kind);
            return act.kind() == Asked.Kind.SEND
                    ? forms.once(form, () -> acceptances.agree(frames.caller(), kind, chosen, form.text("reason")))
                    : checked(form, kind, chosen.stream().map(Waiting.Key::code).toList(), cursor);
        } catch (Problem p) {
            if (!Heads.isOfForm(p)) {
                throw p;
            }
            return frames.page(
                    p.status(), Templates.decisions(frames.frame(), form.with(p), listed(kind, cursor, null)));
        }
    }

    private Response checked(Form form, Kind kind, List<String> codes, @Nullable String cursor) {
        var waiting = desk.waiting(frames.caller(), kind, cursor, Page.limit(null)).stream()
                .filter(w -> codes.contains(w.key().code()))
                .toList();
        return frames.page(Templates.many(
                frames.frame(),
                form,
                new Many(kind, waiting, codes.size() - waiting.size(), form.text("reason"), cursor)));
    }
}
