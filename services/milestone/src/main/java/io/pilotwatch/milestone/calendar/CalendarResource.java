package io.pilotwatch.milestone.calendar;

import io.pilotwatch.platform.Secrets;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.HexFormat;

/** Where calendar programs read. */
@Path("/milestone/calendar/{token}.ics")
public class CalendarResource {

    private static final String CALENDAR = "text/calendar;charset=UTF-8";

    private final Deadlines deadlines;

    CalendarResource(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    /**
     * The deadlines as an iCalendar (RFC 5545), with a strong ETag. For everybody who has the address, without a role: a
     * calendar program cannot sign in, and the 256 random bits of the token are the permission. 404 for a token that nobody
     * was given, 410 {@code CALENDAR_FEED_REVOKED} for one that was taken back.
     */
    @GET
    @Produces(CALENDAR)
    @PermitAll
    public Response read(@PathParam("token") String token, @Context Request request) {
        var calendar = deadlines.calendar(token);
        var tag = new EntityTag(HexFormat.of().formatHex(Secrets.hash(calendar)));
        var known = request.evaluatePreconditions(tag);
        var answer = known == null ? Response.ok(calendar, CALENDAR) : known;
        // Whatever lies between us and the reader keeps no copy, and asks us each time.
        var ours = new CacheControl();
        ours.setPrivate(true);
        ours.setNoCache(true);
        return answer.tag(tag).cacheControl(ours).build();
    }
}
