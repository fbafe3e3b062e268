package io.pilotwatch.compliancealert.pages;

import io.pilotwatch.compliancealert.delivery.SubscriptionActs;
import io.pilotwatch.compliancealert.delivery.SubscriptionDesk;
import io.pilotwatch.compliancealert.delivery.SubscriptionHealth;
import io.pilotwatch.compliancealert.delivery.SubscriptionView;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.Page;
import io.pilotwatch.platform.Problem;
import io.pilotwatch.platform.Problem.Fault;
import io.pilotwatch.platform.pages.Form;
import io.pilotwatch.platform.pages.Frame;
import io.pilotwatch.platform.pages.Frames;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
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
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** One way to be told: what was sent by it, a test, sending again, stopping and starting. */
@Path(SubscriptionActPages.PATH)
@Produces(MediaType.TEXT_HTML)
public class SubscriptionActPages {

    static final String PATH = SubscriptionPages.PATH + "/{subscriptionId: [0-9a-fA-F-]{36}}";

    private static final int SHOWN = 20;

    /** The template, checked when the service is built. */
    @CheckedTemplate
    static class Templates {
        static native TemplateInstance subscription(
                Frame frame,
                Form form,
                SubscriptionLines.Line line,
                Page<SubscriptionLines.Delivery> page,
                @Nullable SubscriptionLines.Delivery test,
                @Nullable String done);
    }

    private final SubscriptionDesk desk;
    private final SubscriptionActs acts;
    private final SubscriptionHealth health;
    private final SubscriptionLines lines;
    private final SubscriptionForms forms;

    SubscriptionActPages(
            SubscriptionDesk desk,
            SubscriptionActs acts,
            SubscriptionHealth health,
            SubscriptionLines lines,
            SubscriptionForms forms) {
        this.desk = desk;
        this.acts = acts;
        this.health = health;
        this.lines = lines;
        this.forms = forms;
    }

    /** With its latest deliveries and each of their tries. */
    @GET
    @RolesAllowed({Caller.REGULATOR, Caller.PROGRAMME_OFFICE, Caller.OPERATOR})
    public Response one(
            @PathParam("subscriptionId") UUID id,
            @QueryParam("cursor") String cursor,
            @QueryParam("test") String test,
            @QueryParam("done") String done,
            @QueryParam("count") String count,
            @Context UriInfo uri) {
        var word = SubscriptionPages.done(done);
        var l = frames().frame().l();
        var said = word == null ? null : count == null ? word.in(l) : word.in(l, count);
        return one(200, id, Form.empty(), new Shown(cursor, test, said), uri);
    }

    /** What of it is shown, and what a page before this one did. */
    private record Shown(
            @Nullable String cursor,
            @Nullable String test,
            @Nullable String done) {}

    private Response one(int status, UUID id, Form form, Shown shown, UriInfo uri) {
        var seen = desk.seen(frames().caller(), id);
        var line =
                lines.line(health.of(List.of(desk.look(frames().caller(), id))).getFirst());
        var found = acts.deliveries(seen, shown.cursor(), SHOWN + 1);
        var page =
                Page.of(found, SHOWN, view -> view.deliveryId().toString(), uri).map(lines::delivery);
        var test = page.items().stream()
                .filter(d -> d.view().deliveryId().toString().equals(shown.test()))
                .findFirst()
                .orElse(null);
        return frames().page(status, Templates.subscription(frames().frame(), form, line, page, test, shown.done()));
    }

    /** Sends a test at once and waits for its answer, which the page then shows. */
    @POST
    @Path("/tests")
    @RolesAllowed({Caller.REGULATOR, Caller.PROGRAMME_OFFICE})
    public Response test(@PathParam("subscriptionId") UUID id, @Context UriInfo uri) {
        var form = forms.read();
        return orShown(id, form, uri, () -> {
            var mark = "?test=";
            var planned = forms.once(form, () -> address(id) + mark + acts.planTest(desk.own(frames().caller(), id)));
            var address = planned.getLocation().toString();
            acts.makeTest(
                    desk.seen(frames().caller(), id),
                    UUID.fromString(address.substring(address.indexOf(mark) + mark.length())));
            return planned;
        });
    }

    /** One delivery again, or all that was said since a day. */
    @POST
    @Path("/replays")
    @RolesAllowed({Caller.REGULATOR, Caller.PROGRAMME_OFFICE})
    public Response replay(@PathParam("subscriptionId") UUID id, @Context UriInfo uri) {
        var form = forms.read();
        return orShown(id, form, uri, () -> {
            var delivery = form.read("deliveryId", UUID::fromString, NoticeWord.SINCE_MISSING.text());
            var since = since(form, delivery);
            return forms.once(form, () -> {
                var own = desk.own(frames().caller(), id);
                int count = delivery == null ? acts.replaySince(own, since) : acts.replayOne(own, delivery);
                return address(id) + "?done=REPLAYED&count=" + count;
            });
        });
    }

    @Nullable
    private Instant since(Form form, @Nullable UUID delivery) {
        if (delivery != null) {
            return null;
        }
        var day = form.day("since");
        if (day == null) {
            var text = NoticeWord.SINCE_MISSING.text();
            throw new Problem(422, "INVALID_REQUEST", text, List.of(new Fault("/since", text)));
        }
        return frames().programme().startOf(day);
    }

    /** Its owner wants to be told no more for now. */
    @POST
    @Path("/disablings")
    @RolesAllowed({Caller.REGULATOR, Caller.PROGRAMME_OFFICE})
    public Response disable(@PathParam("subscriptionId") UUID id, @Context UriInfo uri) {
        return act(id, uri, "STOPPED", () -> desk.disable(frames().caller(), id, any -> {}));
    }

    /** Its owner wants to be told again. */
    @POST
    @Path("/enablings")
    @RolesAllowed({Caller.REGULATOR, Caller.PROGRAMME_OFFICE})
    public Response enable(@PathParam("subscriptionId") UUID id, @Context UriInfo uri) {
        return act(id, uri, "STARTED", () -> desk.enable(frames().caller(), id, any -> {}));
    }

    private Response act(UUID id, UriInfo uri, String done, Supplier<SubscriptionView> effect) {
        var form = forms.read();
        return orShown(
                id,
                form,
                uri,
                () -> forms.once(form, () -> {
                    effect.get();
                    return address(id) + "?done=" + done;
                }));
    }

    /** What is refused is told on the page from which it was asked. */
    private Response orShown(UUID id, Form form, UriInfo uri, Supplier<Response> asked) {
        try {
            return asked.get();
        } catch (Problem problem) {
            return one(problem.status(), id, form.with(problem), new Shown(null, null, null), uri);
        }
    }

    private Frames frames() {
        return forms.frames();
    }

    static String address(UUID id) {
        return SubscriptionPages.PATH + "/" + id;
    }
}
