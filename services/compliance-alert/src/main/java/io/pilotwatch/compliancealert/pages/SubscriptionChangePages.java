package io.pilotwatch.compliancealert.pages;

import io.pilotwatch.compliancealert.delivery.SubscriptionActs;
import io.pilotwatch.compliancealert.delivery.SubscriptionDesk;
import io.pilotwatch.compliancealert.delivery.SubscriptionView;
import io.pilotwatch.compliancealert.delivery.core.ChannelKind;
import io.pilotwatch.compliancealert.delivery.core.Subscription;
import io.pilotwatch.compliancealert.delivery.core.SubscriptionRefusal;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.Problem;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/** What its owner changes of a way to be told: what is told, its secret, and that there is one. */
@Path(SubscriptionActPages.PATH)
@Produces(MediaType.TEXT_HTML)
public class SubscriptionChangePages {

    private static final int MOST = 200;

    /** The templates, checked when the service is built. */
    @CheckedTemplate
    static class Templates {
        static native TemplateInstance edit(
                Frame frame, Form form, SubscriptionView view, SubscriptionForms.Choices choices);

        static native TemplateInstance rotate(Frame frame, Form form, SubscriptionView view);

        static native TemplateInstance delete(Frame frame, Form form, SubscriptionView view, boolean last);
    }

    private final SubscriptionDesk desk;
    private final SubscriptionActs acts;
    private final SubscriptionLines lines;
    private final SubscriptionForms forms;

    SubscriptionChangePages(
            SubscriptionDesk desk, SubscriptionActs acts, SubscriptionLines lines, SubscriptionForms forms) {
        this.desk = desk;
        this.acts = acts;
        this.lines = lines;
        this.forms = forms;
    }

    /** What is told, to be changed. */
    @GET
    @Path("/edit")
    @RolesAllowed({Caller.REGULATOR, Caller.PROGRAMME_OFFICE})
    public Response edit(@PathParam("subscriptionId") UUID id) {
        var view = own(id);
        return edit(200, forms.of(view), view);
    }

    private Response edit(int status, Form form, SubscriptionView view) {
        return frames().page(status, Templates.edit(frames().frame(), form, view, forms.choices(view.channel())));
    }

    /** The whole of it as its owner wants it from now on. */
    @POST
    @Path("/edit")
    @RolesAllowed({Caller.REGULATOR, Caller.PROGRAMME_OFFICE})
    public Response change(@PathParam("subscriptionId") UUID id) {
        var form = forms.read();
        var view = own(id);
        try {
            var seen = form.read("revision", Long::valueOf, DeskWord.CHANGED_MEANWHILE.text());
            var wanted = forms.wanted(form, view.receiptKey());
            return forms.once(form, () -> {
                desk.change(frames().caller(), id, wanted.preferences(), wanted.receiptKey(), now -> {
                    ConductPages.requireSame(seen, now);
                });
                return SubscriptionActPages.address(id) + "?done=CHANGED";
            });
        } catch (Problem problem) {
            return edit(problem.status(), form.with(problem), view);
        }
    }

    /** What another secret means. */
    @GET
    @Path("/secret")
    @RolesAllowed({Caller.REGULATOR, Caller.PROGRAMME_OFFICE})
    public Response rotation(@PathParam("subscriptionId") UUID id) {
        var view = own(id);
        if (view.channel() != ChannelKind.WEBHOOK) {
            throw Problem.of(SubscriptionRefusal.NOT_A_WEBHOOK);
        }
        return frames().page(Templates.rotate(frames().frame(), Form.empty(), view));
    }

    /** Another secret, which this answer alone shows; whoever sends it again is told that it was replaced. */
    @POST
    @Path("/secret")
    @RolesAllowed({Caller.REGULATOR, Caller.PROGRAMME_OFFICE})
    public Response rotate(@PathParam("subscriptionId") UUID id) {
        var form = forms.read();
        boolean atOnce = "AT_ONCE".equals(form.text("former"));
        var made = new AtomicReference<SubscriptionView.SecretView>();
        var answer = forms.once(form, () -> {
            made.set(acts.rotate(desk.own(frames().caller(), id), null, atOnce));
            return SubscriptionActPages.address(id) + "?done=ROTATED";
        });
        var secret = made.get();
        return secret == null
                ? answer
                : SecretPage.of(frames(), id.toString(), secret, true, atOnce ? null : lines.at(secret.formerUntil()));
    }

    /** What deleting means. */
    @GET
    @Path("/deletion")
    @RolesAllowed({Caller.REGULATOR, Caller.PROGRAMME_OFFICE})
    public Response deletion(@PathParam("subscriptionId") UUID id) {
        var view = own(id);
        var others = desk.mine(frames().caller(), MOST).stream()
                .filter(s -> s.state() == Subscription.State.ACTIVE)
                .anyMatch(s -> !s.subscriptionId().equals(id));
        return frames().page(Templates.delete(frames().frame(), Form.empty(), view, !others));
    }

    /** For good. */
    @POST
    @Path("/deletion")
    @RolesAllowed({Caller.REGULATOR, Caller.PROGRAMME_OFFICE})
    public Response delete(@PathParam("subscriptionId") UUID id) {
        var form = forms.read();
        return forms.once(form, () -> {
            acts.cancel(desk.delete(frames().caller(), id));
            return SubscriptionPages.PATH + "?done=DELETED";
        });
    }

    /** Only its owner changes it: whoever else sees it goes without a form that could only be refused. */
    private SubscriptionView own(UUID id) {
        var view = desk.look(frames().caller(), id);
        if (!view.account().equals(frames().caller().name())) {
            throw SubscriptionDesk.foreign();
        }
        return view;
    }

    private Frames frames() {
        return forms.frames();
    }
}
