package io.pilotwatch.compliancealert.pages;

import io.pilotwatch.compliancealert.delivery.SubscriptionDesk;
import io.pilotwatch.compliancealert.delivery.SubscriptionHealth;
import io.pilotwatch.compliancealert.delivery.SubscriptionView;
import io.pilotwatch.compliancealert.delivery.core.ChannelKind;
import io.pilotwatch.contracts.Nullable;
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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** By which ways one is told: the reader's own, and another one. */
@Path(SubscriptionPages.PATH)
@Produces(MediaType.TEXT_HTML)
public class SubscriptionPages {

    static final String PATH = "/compliance-alert/subscriptions";

    private static final int MOST = 200;

    /** The templates, checked when the service is built. */
    @CheckedTemplate
    static class Templates {
        static native TemplateInstance subscriptions(
                Frame frame, List<SubscriptionLines.Line> lines, @Nullable NoticeWord done);

        static native TemplateInstance channel(Frame frame, SubscriptionForms.Channels channels);

        static native TemplateInstance make(Frame frame, Form form, SubscriptionForms.Choices choices);
    }

    private final SubscriptionDesk desk;
    private final SubscriptionHealth health;
    private final SubscriptionLines lines;
    private final SubscriptionForms made;
    private final Frames frames;

    SubscriptionPages(
            SubscriptionDesk desk,
            SubscriptionHealth health,
            SubscriptionLines lines,
            SubscriptionForms made,
            Frames frames) {
        this.desk = desk;
        this.health = health;
        this.lines = lines;
        this.made = made;
        this.frames = frames;
    }

    /** The reader's own. */
    @GET
    @RolesAllowed({Caller.REGULATOR, Caller.PROGRAMME_OFFICE})
    public Response list(@QueryParam("done") String done) {
        var mine = health.of(desk.mine(frames.caller(), MOST)).stream()
                .map(lines::line)
                .toList();
        return frames.page(Templates.subscriptions(frames.frame(), mine, done(done)));
    }

    /** First which way, then the rest: each asks for something else. */
    @GET
    @Path("/new")
    @RolesAllowed({Caller.REGULATOR, Caller.PROGRAMME_OFFICE})
    public Response start(@QueryParam("channel") String channel) {
        var chosen = Arrays.stream(ChannelKind.values())
                .filter(kind -> kind.name().equals(channel))
                .findFirst();
        return chosen.map(kind -> frames.page(Templates.make(frames.frame(), made.fresh(kind), made.choices(kind))))
                .orElseGet(() -> frames.page(Templates.channel(frames.frame(), SubscriptionForms.CHANNELS)));
    }

    /** Makes it. A secret is shown in this answer alone: it goes into no address and is not kept for a repetition. */
    @POST
    @Path("/new")
    @RolesAllowed({Caller.REGULATOR, Caller.PROGRAMME_OFFICE})
    public Response make(@QueryParam("channel") ChannelKind channel) {
        var form = made.read();
        if (channel == null) {
            throw Problem.notFound("channel");
        }
        try {
            var wish = made.made(form, channel).wish();
            var secret = new AtomicReference<SubscriptionView.Made>();
            var answer = made.once(form, () -> {
                secret.set(desk.make(frames.caller(), wish));
                return PATH + "/" + secret.get().subscription().subscriptionId() + "?done=MADE";
            });
            return secret.get() == null || secret.get().secret() == null ? answer : secret(secret.get());
        } catch (Problem problem) {
            return frames.page(
                    problem.status(), Templates.make(frames.frame(), form.with(problem), made.choices(channel)));
        }
    }

    private Response secret(SubscriptionView.Made of) {
        return SecretPage.of(frames, of.subscription().subscriptionId().toString(), of.secret(), false, null);
    }

    /** What a page before this one did. */
    @Nullable
    static NoticeWord done(@Nullable String code) {
        return Arrays.stream(NoticeWord.values())
                .filter(word -> word.name().equals("DONE_" + code))
                .findFirst()
                .orElse(null);
    }
}
