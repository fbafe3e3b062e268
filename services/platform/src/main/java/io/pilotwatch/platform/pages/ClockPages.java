package io.pilotwatch.platform.pages;

import io.pilotwatch.contracts.Text;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.Peers;
import io.pilotwatch.platform.Peers.PeerClock;
import io.pilotwatch.platform.Problem;
import io.pilotwatch.platform.ProgrammeClock;
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
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** The programme clock, which an operator moves where it is stepped: in all services at once. */
@Path("/{service: [a-z-]+}/operations/clock")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Caller.OPERATOR)
public class ClockPages {

    private static final String INSTANT = "instant";

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance clock(Frame frame, Text name, View view, Form form);
    }

    /**
     * @param now what the clock of the service at hand shows
     * @param clocks of all services; none where they are the system's
     * @param done what a step came to, or null
     */
    record View(boolean stepped, Instant now, List<PeerClock> clocks, String done, ZoneId zone) {}

    private final Frames frames;
    private final Forms forms;
    private final Peers peers;
    private final ProgrammeClock programmeClock;
    private final Clock clock;

    ClockPages(Frames frames, Forms forms, Peers peers, ProgrammeClock programmeClock, Clock clock) {
        this.frames = frames;
        this.forms = forms;
        this.peers = peers;
        this.programmeClock = programmeClock;
        this.clock = clock;
    }

    /** What it shows, and where it is stepped, the form for that. */
    @GET
    public Response show(@PathParam("service") String service, @QueryParam("done") String done) {
        var tomorrow = LocalDate.now(clock).plusDays(1).atStartOfDay();
        return page(200, service, clocks(), Form.of(Map.of(INSTANT, tomorrow)), done);
    }

    /** Moves the clocks of all services; each refuses by itself what it does not take. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response step(@PathParam("service") String service) {
        var form = forms.read();
        try {
            var moved = peers.stepTo(instant(form));
            return moved.stream().allMatch(peer -> peer.failure() == null)
                    ? Response.seeOther(URI.create("/" + service + "/operations/clock?done=stepped"))
                            .build()
                    : page(502, service, moved, form, "failed");
        } catch (Problem p) {
            return page(p.status(), service, clocks(), form.with(p), null);
        }
    }

    private Instant instant(Form form) {
        var moment = form.read(INSTANT, LocalDateTime::parse, OperationsWord.STEP_BAD.text());
        if (moment == null) {
            var missing = new Problem.Fault("/" + INSTANT, OperationsWord.STEP_MISSING.text());
            var faults = form.unreadable().isEmpty() ? List.of(missing) : form.unreadable();
            throw new Problem(422, "INVALID_REQUEST", OperationsWord.STEP_BAD.text(), faults);
        }
        return moment.atZone(clock.getZone()).toInstant();
    }

    private List<PeerClock> clocks() {
        return programmeClock.isStepped() ? peers.clocks() : List.of();
    }

    private Response page(int status, String service, List<PeerClock> clocks, Form form, String done) {
        var view = new View(programmeClock.isStepped(), clock.instant(), clocks, done, clock.getZone());
        return frames.page(status, Templates.clock(frames.frame(service), OperationsWord.service(service), view, form));
    }
}
