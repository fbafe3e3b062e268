package io.pilotwatch.milestone.pages;

import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.Ledger;
import io.pilotwatch.platform.Ledger.Held;
import io.pilotwatch.platform.Problem;
import io.pilotwatch.platform.pages.Frame;
import io.pilotwatch.platform.pages.Frames;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** The receipts of what was handed in for a pilot: one to keep after each form, and all of them to look up. */
@Path("/milestone/pilots/{pilotId}/receipts")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({
    Caller.PILOT_TEAM,
    Caller.RECOMMENDER,
    Caller.REGULATOR,
    Caller.PROGRAMME_OFFICE,
    Caller.OPERATOR,
    Caller.VIEWER
})
public class ReceiptPages {

    private static final int LENGTH = 50;

    /** The templates, checked when the service is built. */
    @CheckedTemplate
    static class Templates {
        static native TemplateInstance receipt(Frame frame, Place place, Handed handed, boolean sent);

        static native TemplateInstance receipts(
                Frame frame, Place place, List<Handed> receipts, boolean first, Long older);
    }

    private final Frames frames;
    private final Sheets sheets;
    private final Ledger ledger;

    ReceiptPages(Frames frames, Sheets sheets, Ledger ledger) {
        this.frames = frames;
        this.sheets = sheets;
        this.ledger = ledger;
    }

    /** The pilot's receipts, newest first; {@code before} is the number from which they go back. */
    @GET
    public Response receipts(@PathParam("pilotId") String pilotId, @QueryParam("before") Long before) {
        var place = sheets.place(frames.caller(), pilotId);
        var found = ledger.latest(pilotId, before == null ? Long.MAX_VALUE : before, LENGTH + 1);
        var receipts = found.stream().limit(LENGTH).map(this::handed).toList();
        return frames.page(Templates.receipts(frames.frame(), place, receipts, before == null, older(found, receipts)));
    }

    @Nullable
    private static Long older(List<Held> found, List<Handed> shown) {
        return found.size() > shown.size() ? shown.getLast().receipt().sequence() : null;
    }

    /** One receipt; {@code done} where its form was sent just now. */
    @GET
    @Path("/{number: \\d{1,15}}")
    public Response receipt(
            @PathParam("pilotId") String pilotId, @PathParam("number") long number, @QueryParam("done") String done) {
        var place = sheets.place(frames.caller(), pilotId);
        return frames.page(Templates.receipt(frames.frame(), place, handed(known(pilotId, number)), done != null));
    }

    /** The receipt itself, to keep and to verify. */
    @GET
    @Path("/{number: \\d{1,15}}/jws")
    @Produces(MediaType.WILDCARD)
    public Response jws(@PathParam("pilotId") String pilotId, @PathParam("number") long number) {
        sheets.place(frames.caller(), pilotId);
        return Response.ok(known(pilotId, number).receipt().jws(), "application/jose")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"%s-receipt-%d.jws\"".formatted(pilotId, number))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .build();
    }

    private Held known(String pilotId, long number) {
        return ledger.latest(pilotId, number + 1, 1).stream()
                .filter(held -> held.receipt().sequence() == number)
                .findFirst()
                .orElseThrow(() -> Problem.notFound(pilotId + "/receipts/" + number));
    }

    private Handed handed(Held held) {
        return Handed.of(held, frames.programme().zone(), frames.frame().l());
    }
}
