package io.pilotwatch.reporting.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pilotwatch.platform.Languages;
import io.pilotwatch.platform.Sha256;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HexFormat;

/**
 * The programme's open data, for everybody without signing in, hence without roles: {@link OpenData} says what is in it. As
 * of the present programme day. Each answer has a strong ETag made of what it says; 304 when {@code If-None-Match} names it.
 * Anyone on the way may keep it for a minute.
 */
@Path("/reporting/open-data/v1")
public class OpenDataResource {

    private static final String KEPT = "public, max-age=60";

    private final OpenFigures figures;
    private final ObjectMapper json;

    OpenDataResource(OpenFigures figures, ObjectMapper json) {
        this.figures = figures;
        this.json = json;
    }

    /** All pilots: {@link OpenData.Pilots}. */
    @GET
    @Blocking
    @PermitAll
    @Path("/pilots.json")
    public Response pilots(@Context Request request) throws JsonProcessingException {
        return answer(request, json.writeValueAsBytes(figures.pilots()), MediaType.APPLICATION_JSON)
                .build();
    }

    /** All pilots as CSV, UTF-8 with a byte order mark, in the language of {@code Accept-Language}. */
    @GET
    @Blocking
    @PermitAll
    @Path("/pilots.csv")
    public Response pilotsCsv(@Context Request request, @Context HttpHeaders headers) throws IOException {
        var language = Languages.of(headers);
        var open = figures.pilots();
        var out = new ByteArrayOutputStream();
        Format.CSV.write(Tables.open(open.asOf(), open.licence()), open.pilots().stream(), language, out);
        return answer(request, out.toByteArray(), Format.CSV.mediaType())
                .header(HttpHeaders.CONTENT_LANGUAGE, language.toLanguageTag())
                .header(HttpHeaders.VARY, "Accept-Language, Cookie")
                .build();
    }

    /** The programme in figures: {@link OpenData.Portfolio}. */
    @GET
    @Blocking
    @PermitAll
    @Path("/portfolio.json")
    public Response portfolio(@Context Request request) throws JsonProcessingException {
        return answer(request, json.writeValueAsBytes(figures.portfolio()), MediaType.APPLICATION_JSON)
                .build();
    }

    private static Response.ResponseBuilder answer(Request request, byte[] body, String mediaType) {
        var tag = new EntityTag(HexFormat.of().formatHex(Sha256.of(body)));
        var known = request.evaluatePreconditions(tag);
        var answer = known == null ? Response.ok(body, mediaType) : known;
        return answer.tag(tag).header(HttpHeaders.CACHE_CONTROL, KEPT);
    }
}
