package io.pilotwatch.reporting;

import io.pilotwatch.contracts.Programme;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.Callers;
import io.pilotwatch.platform.Languages;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** Puts what stands around every page around the page at hand. */
@ApplicationScoped
class Frames {

    private final Programme programme;
    private final Callers callers;
    private final HttpHeaders headers;
    private final UriInfo uri;

    Frames(Programme programme, Callers callers, HttpHeaders headers, UriInfo uri) {
        this.programme = programme;
        this.callers = callers;
        this.headers = headers;
        this.uri = uri;
    }

    Caller caller() {
        return callers.current();
    }

    Programme programme() {
        return programme;
    }

    Frame frame() {
        var caller = caller();
        var address = uri.getRequestUri();
        return new Frame(
                Languages.of(headers),
                programme.name(),
                caller.name(),
                caller.roles().stream().sorted().toList(),
                address.getRawQuery() == null
                        ? address.getRawPath()
                        : address.getRawPath() + "?" + address.getRawQuery());
    }

    /** The rendered page. What it says depends on who asks and in which language, so nobody else may keep it. */
    Response page(TemplateInstance template) {
        var language = Languages.of(headers);
        return Response.ok(template.render(), MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .header(HttpHeaders.CONTENT_LANGUAGE, language.toLanguageTag())
                .header(HttpHeaders.VARY, "Accept-Language, Cookie")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .build();
    }
}
