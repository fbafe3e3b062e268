package io.pilotwatch.intake;

import io.pilotwatch.contracts.Programme;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.Callers;
import io.pilotwatch.platform.Idempotency;
import io.pilotwatch.platform.Languages;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** The import of the official list. */
@Path("/intake/api/v1/imports")
public class ImportResource {

    private static final int MULTI_STATUS = 207;

    private final ListImports imports;
    private final Idempotency idempotency;
    private final Callers callers;
    private final Programme programme;
    private final HttpHeaders headers;

    ImportResource(
            ListImports imports, Idempotency idempotency, Callers callers, Programme programme, HttpHeaders headers) {
        this.imports = imports;
        this.idempotency = idempotency;
        this.callers = callers;
        this.programme = programme;
        this.headers = headers;
    }

    /**
     * Publishes the pilots of a list. The body is CSV in UTF-8, with or without a byte order mark, or in GBK; columns are
     * found by name: {@code seq, kind, field_zh, field_en, organisation_zh, region_zh, source} and, if there is one,
     * {@code synthetic}. Each row is decided by itself. The same list again changes nothing.
     *
     * <p>The body is read as it comes in and refused as soon as it is too large. Its text is held until the answer: only
     * its end tells the encoding and whether a quotation is closed, and every row has a line in one report; ten thousand
     * rows of usual length are 0.9 MB and take 7 MB so. Rows are written in batches, all in one transaction.
     *
     * @param dryRun {@code true} changes nothing and tells what would happen; it needs no {@code Idempotency-Key}
     * @return 200 with an {@link ImportReport}, or 207 with one where a row was refused; 400 where the file as a whole
     *     cannot be read and 413 where it is too large, nothing being imported then. A repeat with the same key gets the
     *     first report again, in the first language
     */
    @POST
    @Path("/pilots")
    @APIResponseSchema(ImportReport.class)
    @APIResponse(
            responseCode = "207",
            description = "A row was refused",
            content = @Content(schema = @Schema(implementation = ImportReport.class)))
    @Consumes("text/csv")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Caller.PROGRAMME_OFFICE)
    public Response importPilots(InputStream body, @QueryParam("dryRun") @DefaultValue("false") String dryRun) {
        boolean dry = Parameters.flag("dryRun", dryRun);
        var bytes = CsvFile.bytes(body);
        var file = CsvFile.read(bytes);
        if (dry) {
            var report = ImportReport.of(file, imports.foresee(file), true, programme, Languages.of(headers));
            return Response.status(status(report)).entity(report).build();
        }
        return idempotency.once(bytes, () -> {
            var results = imports.run(file, callers.current().name());
            var report = ImportReport.of(file, results, false, programme, Languages.of(headers));
            return new Idempotency.Answer(status(report), null, report);
        });
    }

    private static int status(ImportReport report) {
        return report.summary().refused() > 0 ? MULTI_STATUS : 200;
    }
}
