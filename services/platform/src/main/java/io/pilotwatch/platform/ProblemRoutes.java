package io.pilotwatch.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.pilotwatch.contracts.Text;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.RouteConstants;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.net.URISyntaxException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.common.util.MediaTypeHelper;

/** Problem answers to what never reaches a resource: a request that nothing could read, an address that nobody has. */
@ApplicationScoped
class ProblemRoutes {

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
        } else if (context.request().path().contains("%00")) {
            // Nothing is named by a character that the database cannot hold.
            answer(context, Problem.of(404));
        } else if (length(context.request()) > largest) {
            // What was announced is not waited for.
            context.response().putHeader(HttpHeaderNames.CONNECTION, "close");
            answer(context, Problem.of(413));
        } else {
            context.next();
        }
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

    private void answer(RoutingContext context, Problem problem) {
        var language = Languages.of(context.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        try {
            context.response()
                    .setStatusCode(problem.status())
                    .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                    .putHeader(HttpHeaders.CONTENT_LANGUAGE, language.toLanguageTag())
                    .end(mapper.writeValueAsString(ProblemAnswers.Body.of(
                            problem, language, context.request().path())));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
