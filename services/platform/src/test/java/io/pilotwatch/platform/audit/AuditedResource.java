package io.pilotwatch.platform.audit;

import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.Idempotency;
import io.pilotwatch.platform.Idempotency.Answer;
import io.pilotwatch.platform.LiveStream;
import io.pilotwatch.platform.Problem;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Everything that a service may answer with; for {@link AuditIT}. */
@Path("/platform/api/v1/audited")
@RolesAllowed({Caller.PROGRAMME_OFFICE, Caller.PILOT_TEAM})
public class AuditedResource {

    private final Idempotency idempotency;
    private final LiveStream streams;

    AuditedResource(Idempotency idempotency, LiveStream streams) {
        this.idempotency = idempotency;
        this.streams = streams;
    }

    /** One. */
    @GET
    @Path("/pilots/{pilotId: [\\w-]{1,40}}")
    public Map<String, String> one(@PathParam("pilotId") String pilotId) {
        if (pilotId.equals("BP-FOREIGN")) {
            throw Problem.foreign(pilotId);
        }
        if (pilotId.equals("BP-BROKEN")) {
            throw new IllegalStateException("meant to be logged: this test breaks it");
        }
        return Map.of("pilotId", pilotId);
    }

    /** Some, as a file. */
    @GET
    @Path("/exports/{name}.csv")
    @Produces("text/csv")
    public Response export(@PathParam("name") String name, @QueryParam("q") String q) {
        StreamingOutput body = out -> out.write(("name\n" + name + "\n").getBytes(StandardCharsets.UTF_8));
        return Response.ok(body).header("Content-Disposition", "attachment").build();
    }

    /** A change. */
    @POST
    @Path("/pilots/{pilotId}/notes")
    public Response note(@PathParam("pilotId") String pilotId, Map<String, String> note) {
        return idempotency.once(note, () -> Answer.created("/", note));
    }

    /** Live. */
    @GET
    @Path("/stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public Multi<String> stream(@Context HttpHeaders headers) {
        return streams.of(Multi.createFrom().items("one", "two"), headers);
    }

    /** What opens with the address itself. */
    @GET
    @PermitAll
    @Path("/feeds/{token}.ics")
    @Produces("text/calendar")
    public String feed(@PathParam("token") String token) {
        return "BEGIN:VCALENDAR";
    }
}
