package io.pilotwatch.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.pilotwatch.contracts.Text;
import io.pilotwatch.platform.pages.Paths;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.RouteConstants;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.common.util.MediaTypeHelper;

/** Problem answers to what never reaches a resource: a request that nothing could read, an address that nobody has. */
@ApplicationScoped
public class ProblemRoutes {

    /** Before anything that looks at the address or the headers. */
    private static final int FIRST = 1000;

    private final ObjectMapper mapper;
    private final long largest;

    ProblemRoutes(ObjectMapper mapper, @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize largest) {
        this.mapper = mapper;
        this.largest = largest.asLongValue();
    }

    void register(@Observes Filters filters) {
        filters.register(this::refuseUnreadable, FIRST);
    }

    void register(@Observes Router router) {
        router.route().order(RouteConstants.ROUTE_ORDER_BEFORE_DEFAULT).failureHandler(this::answer);
        router.route().order(Integer.MAX_VALUE).handler(request -> answer(request, Problem.of(404)));
    }

    private void refuseUnreadable(RoutingContext context) {
        var wrong = unreadable(context.request());
        if (wrong != null) {
            var text = new Text("%s 无法读取。".formatted(wrong), "%s cannot be read.".formatted(wrong));
            answer(context, Problem.badParameter(wrong, text));
        } else if (context.request().headers().getAll(HttpHeaders.AUTHORIZATION).size() > 1) {
            // Whoever stands in front of us might have looked at the other one.
            answer(context, new Problem(401, "NOT_SIGNED_IN", HttpTexts.of(401)));
        } else if (namesNothing(context.request().path())) {
            answer(context, Problem.of(404));
        } else if (length(context.request()) > largest) {
            // What was announced is not waited for.
            context.response().putHeader(HttpHeaderNames.CONNECTION, "close");
            answer(context, Problem.of(413));
        } else {
            context.next();
        }
    }

    /** A character that the database cannot hold; or two slashes at an end, which whoever counts requests takes for one. */
    private static boolean namesNothing(String path) {
        return path.contains("%00") || path.startsWith("//") || path.endsWith("//");
    }

    private static long length(HttpServerRequest request) {
        var length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? 0 : Long.parseLong(length);
    }

    /** What the libraries below would fail at, and not as the caller's fault; null where there is nothing. */
    private static String unreadable(HttpServerRequest request) {
        try {
            // The address as the proxy in front tells it.
            new URI(request.absoluteURI());
            request.remoteAddress();
            length(request);
            if (String.valueOf(request.query()).contains("%00")) {
                return "URI";
            }
        } catch (URISyntaxException | RuntimeException e) {
            return "URI";
        }
        try {
            request.headers().getAll(HttpHeaders.ACCEPT).forEach(MediaTypeHelper::parseHeader);
        } catch (RuntimeException e) {
            return HttpHeaders.ACCEPT;
        }
        return null;
    }

    /** Signing in fails in ways of its own, which are left to it. */
    private void answer(RoutingContext context) {
        var status = context.statusCode();
        if (status >= 400 && status < 500 && status != 401 && status != 403) {
            answer(context, Problem.of(status));
        } else {
            context.next();
        }
    }

    /** The answer to the present request, of which nobody knows yet whose it is. */
    public void answer(RoutingContext context, Problem problem) {
        var request = context.request();
        var language = Languages.of(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        boolean page = isPage(request);
        var response = context.response()
                .setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, page ? "text/html; charset=UTF-8" : "application/problem+json")
                .putHeader(HttpHeaders.CONTENT_LANGUAGE, language.toLanguageTag());
        if (problem instanceof Later later) {
            response.putHeader(HttpHeaders.RETRY_AFTER, Long.toString(later.seconds()));
        }
        response.end(page ? barePage(problem, language) : json(problem, language, request.path()));
    }

    private static boolean isPage(HttpServerRequest request) {
        return !Paths.isApi(request.path())
                && String.valueOf(request.getHeader(HttpHeaders.ACCEPT)).contains(MediaType.TEXT_HTML);
    }

    /** Without menu and name, for which it would have to be known who reads it. Nothing in it comes from the request. */
    private static String barePage(Problem problem, Locale language) {
        var title = HttpTexts.of(problem.status()).in(language);
        return "<!doctype html><html lang=\"%s\"><title>%s</title><h1>%s</h1><p>%s</p></html>"
                .formatted(
                        language.toLanguageTag(), title, title, problem.text().in(language));
    }

    private String json(Problem problem, Locale language, String path) {
        try {
            return mapper.writeValueAsString(ProblemAnswers.Body.of(problem, language, path));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
