package io.pilotwatch.platform;

import io.pilotwatch.platform.Idempotency.Answer;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.LocalDate;

/** As a service gives receipts; for {@link LedgerIT}. */
@Path("/platform/api/v1/pilots/{pilotId}")
@RolesAllowed(Caller.PROGRAMME_OFFICE)
public class SubmissionResource {

    /** What is submitted. */
    public record Submission(String note, BigDecimal amount, LocalDate on) {}

    /** What is made of it. */
    public record SubmissionView(String pilotId, String note) {}

    private final Idempotency idempotency;
    private final Ledger ledger;

    SubmissionResource(Idempotency idempotency, Ledger ledger) {
        this.idempotency = idempotency;
        this.ledger = ledger;
    }

    /** Accepts it. */
    @POST
    @Path("/submissions")
    public Response submit(@PathParam("pilotId") String pilotId, Submission submission) {
        return idempotency.once(submission, () -> {
            var receipt = ledger.add(pilotId, "update", "/platform/api/v1/pilots/" + pilotId, submission, "office");
            return Answer.created("/", new Receipted<>(new SubmissionView(pilotId, submission.note()), receipt));
        });
    }

    /** Never asked; there for its schema. */
    @GET
    @Path("/submissions")
    public Receipted<SubmissionView> last(@PathParam("pilotId") String pilotId) {
        throw Problem.notFound(pilotId);
    }

    /** The chain. */
    @GET
    @Path("/ledger")
    public LedgerView ledger(@PathParam("pilotId") String pilotId) {
        return ledger.view(pilotId);
    }
}
