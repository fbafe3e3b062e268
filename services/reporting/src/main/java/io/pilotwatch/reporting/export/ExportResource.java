package io.pilotwatch.reporting.export;

import io.pilotwatch.contracts.Programme;
import io.pilotwatch.contracts.Text;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.Callers;
import io.pilotwatch.platform.Languages;
import io.pilotwatch.platform.Problem;
import io.pilotwatch.reporting.AsOf;
import io.pilotwatch.reporting.Filters;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;

/**
 * Tables to take away, with the figures of the API as of the end of a programme day, {@code asOf}. Only of the pilots that
 * the caller may see, and of those that match the list's filters.
 */
@Path("/reporting/api/v1/exports")
@RolesAllowed({
    Caller.PILOT_TEAM,
    Caller.RECOMMENDER,
    Caller.REGULATOR,
    Caller.PROGRAMME_OFFICE,
    Caller.OPERATOR,
    Caller.VIEWER
})
public class ExportResource {

    private final Exports exports;
    private final Documents documents;
    private final Callers callers;
    private final Programme programme;
    private final AsOf asOf;

    ExportResource(Exports exports, Documents documents, Callers callers, Programme programme, AsOf asOf) {
        this.exports = exports;
        this.documents = documents;
        this.callers = callers;
        this.programme = programme;
        this.asOf = asOf;
    }

    /**
     * A table. CSV is UTF-8 with a byte order mark, and a text that a spreadsheet would take for a formula has an apostrophe
     * before it; in XLSX each cell has its type. 404 for a name or format that there is not.
     *
     * @param name {@code pilots}, {@code milestones}, {@code alerts} or {@code timeline}
     * @param ending {@code csv} or {@code xlsx}
     * @param lang {@code zh} or {@code en}; else what {@code Accept-Language} prefers
     */
    @GET
    @Blocking
    @Path("/{name: [\\w-]+}.{ending: [\\w-]+}")
    public Response table(
            @PathParam("name") String name,
            @PathParam("ending") String ending,
            @BeanParam Filters filters,
            @QueryParam("asOf") String day,
            @QueryParam("lang") String lang,
            @Context HttpHeaders headers) {
        if (!Exports.NAMES.contains(name)) {
            throw Problem.notFound(name);
        }
        var format = Arrays.stream(Format.values())
                .filter(f -> f.ending().equals(ending))
                .findFirst()
                .orElseThrow(() -> Problem.notFound(ending));
        var order = new Exports.Order(
                callers.current(), filters.predicate(programme), asOf.day(day), language(lang, headers));
        StreamingOutput body = out -> exports.write(name, format, order, out);
        return file(name, order.day(), format.ending(), format.mediaType(), body);
    }

    /** A pilot's sheet, with all that its page shows: PDF, tagged. 404 where there is none, 403 where it is not for the caller. */
    @GET
    @Blocking
    @Path("/pilots/{pilotId: [\\w-]+}.pdf")
    public Response pilot(
            @PathParam("pilotId") String pilotId,
            @QueryParam("asOf") String day,
            @QueryParam("lang") String lang,
            @Context HttpHeaders headers) {
        var on = asOf.day(day);
        return pdf(pilotId, on, documents.pilot(pilotId, on, language(lang, headers)));
    }

    /** The whole programme's report: PDF, tagged. */
    @GET
    @Blocking
    @Path("/portfolio.pdf")
    public Response portfolio(
            @QueryParam("asOf") String day, @QueryParam("lang") String lang, @Context HttpHeaders headers) {
        var on = asOf.day(day);
        return pdf("portfolio", on, documents.portfolio(callers.current(), on, language(lang, headers)));
    }

    /** A field's report with its pilots that the caller may see: PDF, tagged. 404 for a field that there is not. */
    @GET
    @Blocking
    @Path("/fields/{code: [\\w-]+}.pdf")
    public Response field(
            @PathParam("code") String code,
            @QueryParam("asOf") String day,
            @QueryParam("lang") String lang,
            @Context HttpHeaders headers) {
        var on = asOf.day(day);
        return pdf(code, on, documents.field(callers.current(), code, on, language(lang, headers)));
    }

    /** The case book: PDF, tagged. */
    @GET
    @Blocking
    @Path("/case-book.pdf")
    public Response caseBook(
            @BeanParam Filters filters,
            @QueryParam("asOf") String day,
            @QueryParam("lang") String lang,
            @Context HttpHeaders headers) {
        var on = asOf.day(day);
        return pdf("case-book", on, documents.caseBook(filters.predicate(programme), on, language(lang, headers)));
    }

    private static Response pdf(String name, LocalDate day, byte[] document) {
        return file(name, day, "pdf", "application/pdf", document);
    }

    private static Response file(String name, LocalDate day, String ending, String mediaType, Object body) {
        return Response.ok(body, mediaType)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"%s\"".formatted(ReportFiles.name(name, day, ending)))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .build();
    }

    private static Locale language(String lang, HttpHeaders headers) {
        if (lang == null || lang.isBlank()) {
            return Languages.of(headers);
        }
        return switch (lang) {
            case "zh" -> Languages.CHINESE;
            case "en" -> Languages.ENGLISH;
            default -> throw Problem.badParameter("lang", new Text("lang 应为 zh 或 en。", "lang is zh or en."));
        };
    }
}
