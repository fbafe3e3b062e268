package io.pilotwatch.platform;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** A resource to try what every service's resources share. Its thing stands at revision 7. */
@Path("/platform/api/v1/echo")
@PermitAll
public class EchoResource {

    /** Anything that someone wrote. */
    public record Said(@Words String text) {}

    private final IfMatch ifMatch;

    EchoResource(IfMatch ifMatch) {
        this.ifMatch = ifMatch;
    }

    @GET
    public Said get(@QueryParam("limit") Integer limit) {
        return new Said("limit " + limit);
    }

    @GET
    @Path("/{id}")
    public Said one(@PathParam("id") UUID id, @QueryParam("limit") Integer limit) {
        return new Said(id.toString());
    }

    @PUT
    public Response put(@NotNull @Valid Said said) {
        ifMatch.required(7);
        return Response.ok(said).tag(ifMatch.tag(8)).build();
    }

    @POST
    public Said post(@NotNull @Valid Said said) {
        ifMatch.honoured(7);
        return said;
    }

    @POST
    @Path("/files")
    @Consumes("text/csv")
    public Said file(byte[] file) {
        return new Said(file.length + " bytes");
    }
}
