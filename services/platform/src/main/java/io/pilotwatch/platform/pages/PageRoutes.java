package io.pilotwatch.platform.pages;

import io.pilotwatch.platform.Languages;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What the pages of each service need beside themselves: {@code GET /SERVICE/language?lang=&to=} keeps the chosen language in a
 * cookie and goes back to a path of ours (open to all, since it tells nothing), {@code GET /SERVICE/login} is where the
 * identity provider sends a browser back to; whoever comes by himself goes to the start page.
 */
@ApplicationScoped
class PageRoutes {

    private final String service;

    PageRoutes(@ConfigProperty(name = "quarkus.application.name") String service) {
        this.service = service;
    }

    void register(@Observes Router router) {
        router.get("/" + service + "/language").handler(this::language);
        router.get("/" + service + "/login").handler(request -> goTo(request, "/"));
    }

    private void language(RoutingContext request) {
        var chosen = "en".equals(request.queryParams().get("lang")) ? Languages.ENGLISH : Languages.CHINESE;
        request.response()
                .addCookie(Cookie.cookie(Languages.COOKIE, chosen.toLanguageTag())
                        .setPath("/")
                        .setMaxAge(Duration.ofDays(365).toSeconds())
                        .setHttpOnly(true)
                        .setSecure(request.request().isSSL())
                        .setSameSite(CookieSameSite.LAX));
        var to = request.queryParams().get("to");
        goTo(request, isOurs(to) ? to : "/");
    }

    private static void goTo(RoutingContext request, String path) {
        request.response()
                .setStatusCode(303)
                .putHeader(HttpHeaders.LOCATION, path)
                .end();
    }

    /** A path on this server and nothing that a browser could take for another server's address. */
    private static boolean isOurs(String to) {
        return to != null && to.matches("/([\\w\\-.~?&=+:@,;/]|%[0-9A-Fa-f]{2})*") && !to.startsWith("//");
    }
}
