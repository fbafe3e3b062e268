package io.pilotwatch.reporting;

import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.Languages;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;

/** What the pages need beside themselves: news of changes, the language switch, the way back from signing in. */
@Path("/")
@RolesAllowed({
    Caller.PILOT_TEAM,
    Caller.RECOMMENDER,
    Caller.REGULATOR,
    Caller.PROGRAMME_OFFICE,
    Caller.OPERATOR,
    Caller.VIEWER
})
public class PageRoutes {

    private static final int YEAR = Math.toIntExact(Duration.ofDays(365).toSeconds());

    private final Portfolios portfolios;

    PageRoutes(Portfolios portfolios) {
        this.portfolios = portfolios;
    }

    /**
     * Server-sent events: the version of what pages show, at once and whenever it changes, at most each second; the same
     * again every 15 seconds as a sign of life. It says nothing about any pilot.
     */
    @GET
    @Path("/reporting/live")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public Multi<String> live() {
        return portfolios.news().map(Portfolios.News::version);
    }

    /** Keeps the chosen language in a cookie and goes back to {@code to}, a path of ours. Open to all: it tells nothing. */
    @GET
    @Path("/reporting/language")
    @PermitAll
    public Response language(@QueryParam("lang") String lang, @QueryParam("to") String to) {
        var cookie = new NewCookie.Builder(Languages.COOKIE)
                .value("en".equals(lang) ? Languages.ENGLISH.toLanguageTag() : Languages.CHINESE.toLanguageTag())
                .path("/")
                .maxAge(YEAR)
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.LAX)
                .build();
        return Response.seeOther(URI.create(isOurs(to) ? to : "/"))
                .cookie(cookie)
                .build();
    }

    /** A path on this server and nothing that a browser could take for another server's address. */
    private static boolean isOurs(String to) {
        return to != null && to.matches("/([\\w\\-.~?&=+:@,;/]|%[0-9A-Fa-f]{2})*") && !to.startsWith("//");
    }

    /** Where Keycloak sends a browser back to; whoever comes by himself goes to the dashboard. */
    @GET
    @Path("/reporting/login")
    public Response login() {
        return Response.seeOther(URI.create("/")).build();
    }
}
