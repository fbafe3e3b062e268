package io.pilotwatch.platform.pages;

import io.pilotwatch.contracts.Programme;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.Callers;
import io.pilotwatch.platform.Languages;
import io.pilotwatch.platform.Problem;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** Puts what stands around every page around the page at hand. */
@ApplicationScoped
public class Frames {

    private final Programme programme;
    private final Callers callers;
    private final FormTokens tokens;
    private final HttpHeaders headers;
    private final UriInfo uri;

    Frames(Programme programme, Callers callers, FormTokens tokens, HttpHeaders headers, UriInfo uri) {
        this.programme = programme;
        this.callers = callers;
        this.tokens = tokens;
        this.headers = headers;
        this.uri = uri;
    }

    /** Who reads. */
    public Caller caller() {
        return callers.current();
    }

    /** What is read about. */
    public Programme programme() {
        return programme;
    }

    /** Around a page that each service has under its own name; another's is not here. */
    Frame frame(String service) {
        if (!service.equals(tokens.service())) {
            throw Problem.notFound("/" + service);
        }
        return frame();
    }

    /** Around the present request's page. */
    public Frame frame() {
        var caller = caller();
        var address = uri.getRequestUri();
        return new Frame(
                Languages.of(headers),
                programme.name(),
                tokens.service(),
                caller.name(),
                caller.roles().stream().sorted().toList(),
                address.getRawQuery() == null
                        ? address.getRawPath()
                        : address.getRawPath() + "?" + address.getRawQuery(),
                tokens.ofSession(),
                tokens.freshKey(),
                Menu.of(caller.roles(), address.getPath()));
    }

    /** The rendered page. What it says depends on who asks and in which language, so nobody else may keep it. */
    public Response page(TemplateInstance template) {
        return page(200, template);
    }

    /** The rendered page with a status that is not 200, such as that of the problem that it tells of. */
    public Response page(int status, TemplateInstance template) {
        return Response.status(status)
                .entity(template.render())
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .header(HttpHeaders.CONTENT_LANGUAGE, Languages.of(headers).toLanguageTag())
                .header(HttpHeaders.VARY, "Accept-Language, Cookie")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .build();
    }
}
