package io.pilotwatch.milestone.evidence;

import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.milestone.Remark;
import io.pilotwatch.milestone.evidence.core.Disposition;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.Callers;
import io.pilotwatch.platform.Idempotency;
import io.pilotwatch.platform.Idempotency.Answer;
import io.pilotwatch.platform.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/**
 * Files that back up what a team says (佐证材料). 404 for a pilot or a piece that is not there, 403 for a pilot that the
 * caller may not reach or not in this way.
 */
@Path(EvidenceResource.PATH + "{pilotId}/evidence")
public class EvidenceResource {

    static final String PATH = "/milestone/api/v1/pilots/";

    private final Idempotency idempotency;
    private final Callers callers;
    private final EvidenceDesk desk;
    private final EvidenceDoor door;
    private final ContentRows contents;

    EvidenceResource(
            Idempotency idempotency, Callers callers, EvidenceDesk desk, EvidenceDoor door, ContentRows contents) {
        this.idempotency = idempotency;
        this.callers = callers;
        this.desk = desk;
        this.door = door;
        this.contents = contents;
    }

    /** The pilot's evidence, a {@link Page}, oldest first; {@code milestoneId} picks those of one milestone. */
    @GET
    @RolesAllowed({
        Caller.PILOT_TEAM,
        Caller.RECOMMENDER,
        Caller.REGULATOR,
        Caller.PROGRAMME_OFFICE,
        Caller.OPERATOR,
        Caller.VIEWER
    })
    public Page<EvidenceView> list(
            @PathParam("pilotId") String pilotId,
            @QueryParam("milestoneId") String milestoneId,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor,
            @Context UriInfo uri) {
        int most = Page.limit(limit);
        var found = desk.list(callers.current(), pilotId, milestoneId, after(cursor), most + 1);
        return Page.of(found, most, piece -> piece.evidenceId().toString(), uri);
    }

    @Nullable
    private static UUID after(@Nullable String cursor) {
        try {
            var after = Page.after(cursor);
            return after.isEmpty() ? null : UUID.fromString(after);
        } catch (IllegalArgumentException e) {
            throw Page.foreignCursor();
        }
    }

    /** One piece, without its content. */
    @GET
    @Path("/{evidenceId}")
    @RolesAllowed({
        Caller.PILOT_TEAM,
        Caller.RECOMMENDER,
        Caller.REGULATOR,
        Caller.PROGRAMME_OFFICE,
        Caller.OPERATOR,
        Caller.VIEWER
    })
    public EvidenceView look(@PathParam("pilotId") String pilotId, @PathParam("evidenceId") UUID evidenceId) {
        return desk.look(callers.current(), pilotId, evidenceId);
    }

    /**
     * The file, to be saved under the name that the team gave it and never to be shown in place. Its ETag is its SHA-256: a
     * file never changes.
     */
    @GET
    @Path("/{evidenceId}/content")
    @Produces(MediaType.WILDCARD)
    @RolesAllowed({
        Caller.PILOT_TEAM,
        Caller.RECOMMENDER,
        Caller.REGULATOR,
        Caller.PROGRAMME_OFFICE,
        Caller.OPERATOR,
        Caller.VIEWER
    })
    public Response content(
            @PathParam("pilotId") String pilotId, @PathParam("evidenceId") UUID evidenceId, @Context Request request) {
        var piece = desk.look(callers.current(), pilotId, evidenceId);
        var tag = new EntityTag(piece.sha256());
        var known = request.evaluatePreconditions(tag);
        if (known != null) {
            return known.build();
        }
        StreamingOutput bytes = out -> contents.read(piece.sha256(), out);
        return Response.ok(bytes, piece.mediaType())
                .tag(tag)
                .header(HttpHeaders.CONTENT_DISPOSITION, Disposition.attachment(piece.fileName()))
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .build();
    }

    /**
     * The team attaches a file: 201 with the piece and a receipt. The form has {@code file}, {@code kind}, {@code level}
     * ({@code DECLARED} or {@code THIRD_PARTY}) and may have {@code milestoneId}, {@code periodFrom} and {@code periodTo}.
     * 413 {@code FILE_TOO_LARGE} over 20 MB; 422 at the field for a file or a value that is not taken: {@code FILE_MISSING},
     * {@code FILE_EMPTY}, {@code FILE_NAME_REFUSED}, {@code FILE_TYPE_REFUSED}, {@code FILE_UNPACKS_TOO_FAR}, {@code FILE_NAME_CONTRADICTS_CONTENT}, {@code
     * EVIDENCE_KIND_UNKNOWN}, {@code EVIDENCE_LEVEL_UNKNOWN}, {@code MILESTONE_UNKNOWN}, {@code PERIOD_INCOMPLETE}, {@code
     * PERIOD_BACKWARDS}; 409 {@code EVIDENCE_ALREADY_ATTACHED} for the same file again, to the same milestone and as the
     * same kind.
     */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Caller.PILOT_TEAM)
    public Response attach(
            @PathParam("pilotId") String pilotId,
            @RestForm(FileUpload.ALL) List<FileUpload> files,
            @BeanParam AttachmentForm form) {
        var upload = Upload.of(files);
        var in = form.with(upload);
        return idempotency.once(in, () -> {
            var made = door.attach(callers.current(), pilotId, in, upload);
            return Answer.created(address(pilotId, made.made().evidenceId()), made);
        });
    }

    /** The lead regulator vouches for it: 201 with the piece. 409 {@code EVIDENCE_ALREADY_VERIFIED} the second time. */
    @POST
    @Path("/{evidenceId}/verifications")
    @RolesAllowed({Caller.REGULATOR, Caller.PROGRAMME_OFFICE})
    public Response verify(
            @PathParam("pilotId") String pilotId,
            @PathParam("evidenceId") UUID evidenceId,
            @NotNull @Valid Remark body) {
        return idempotency.once(
                body,
                () -> Answer.created(
                        address(pilotId, evidenceId),
                        desk.verify(callers.current(), pilotId, evidenceId, body.note())));
    }

    static String address(String pilotId, UUID evidenceId) {
        return PATH + pilotId + "/evidence/" + evidenceId;
    }
}
