package io.pilotwatch.platform.audit;

import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.Idempotency;
import io.pilotwatch.platform.Idempotency.Answer;
import io.pilotwatch.platform.LiveStream;
import io.pilotwatch.platform.Problem;
import io.pilotwatch.platform.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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
    private final AuditSubject about;
    private final Sql sql;

    AuditedResource(Idempotency idempotency, LiveStream streams, AuditSubject about, Sql sql) {
        this.idempotency = idempotency;
        this.streams = streams;
        this.about = about;
        this.sql = sql;
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

    /** A change in a transaction of its own, one that is undone, and none at all. */
    @PUT
    @Path("/pilots/{pilotId}/note/{how: made|undone|read}")
    public Response put(@PathParam("pilotId") String pilotId, @PathParam("how") String how) {
        QuarkusTransaction.requiringNew().run(() -> {
            // Only a transaction that writes has a number.
            sql.read(how.equals("read") ? "select 1" : "select pg_current_xact_id()::text", row -> row.getString(1));
            about.is(pilotId);
            about.is(pilotId + "-2");
            if (how.equals("undone")) {
                throw Problem.foreign(pilotId);
            }
        });
        return Response.noContent().build();
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
