package io.pilotwatch.milestone.pages;

import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.milestone.calendar.FeedAddresses;
import io.pilotwatch.milestone.calendar.FeedDesk;
import io.pilotwatch.milestone.calendar.FeedView;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.Page;
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
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/** Where a calendar of a pilot's deadlines is subscribed to: an address to copy once, those made before, and their end. */
@Path("/milestone/pilots/{pilotId: [\\w-]+}/calendar")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({
    Caller.PILOT_TEAM,
    Caller.RECOMMENDER,
    Caller.REGULATOR,
    Caller.PROGRAMME_OFFICE,
    Caller.OPERATOR,
    Caller.VIEWER
})
public class CalendarPages {

    /** The templates, checked when the service is built. */
    @CheckedTemplate
    static class Templates {
        static native TemplateInstance feeds(
                Frame frame,
                Head head,
                Form emptyForm,
                List<FeedView> feeds,
                @Nullable String url,
                @Nullable String done);
    }

    private final FeedDesk desk;
    private final FeedAddresses addresses;
    private final Heads heads;
    private final Forms forms;
    private final Frames frames;

    CalendarPages(FeedDesk desk, FeedAddresses addresses, Heads heads, Forms forms, Frames frames) {
        this.desk = desk;
        this.addresses = addresses;
        this.heads = heads;
        this.forms = forms;
        this.frames = frames;
    }

    /** The reader's own feeds of this pilot. */
    @GET
    public Response feeds(@PathParam("pilotId") String pilotId, @QueryParam("done") String done) {
        return page(heads.see(pilotId), null, done);
    }

    private Response page(Head head, @Nullable String url, @Nullable String done) {
        var own = desk.own(heads.caller(), null, Page.LARGEST).stream()
                .filter(feed -> head.pilotId().equals(feed.pilotId()))
                .toList();
        return frames.page(Templates.feeds(frames.frame(), head, Form.empty(), own, url, done));
    }

    /** Makes one. Its address stands in this answer alone: nothing that is kept opens the feed. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response make(@PathParam("pilotId") String pilotId) {
        var head = heads.see(pilotId);
        var token = addresses.token();
        var first = new AtomicReference<FeedView>();
        boolean chinese = frames.frame().chinese();
        var answer = forms.once(forms.read(), () -> {
            first.set(desk.ofPilot(heads.caller(), pilotId, token, chinese));
            return head.path() + "/calendar?done=made";
        });
        return first.get() == null ? answer : page(head, addresses.of(token), null);
    }

    /** From now on nobody reads it. */
    @POST
    @Path("/{feedId}/revocations")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response revoke(@PathParam("pilotId") String pilotId, @PathParam("feedId") UUID feedId) {
        var head = heads.see(pilotId);
        return forms.once(forms.read(), () -> {
            desk.revoke(heads.caller(), feedId);
            return head.path() + "/calendar?done=revoked";
        });
    }
}
