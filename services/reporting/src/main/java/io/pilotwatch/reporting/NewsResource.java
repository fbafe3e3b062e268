package io.pilotwatch.reporting;

import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.Callers;
import io.pilotwatch.platform.LiveStream;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Set;
import org.jboss.resteasy.reactive.RestStreamElementType;

/** News of the portfolio for dashboards that stay open. */
@Path("/reporting/api/v1/news")
@RolesAllowed({
    Caller.PILOT_TEAM,
    Caller.RECOMMENDER,
    Caller.REGULATOR,
    Caller.PROGRAMME_OFFICE,
    Caller.OPERATOR,
    Caller.VIEWER
})
public class NewsResource {

    /**
     * What is new.
     *
     * @param version changes whenever there is something new; the same again is a sign of life
     * @param portfolio the figures now
     * @param pilots those that the caller may see and that changed since the news before, as they are now
     */
    public record News(String version, PortfolioView portfolio, List<PilotItem> pilots) {}

    private final Portfolios portfolios;
    private final PilotList list;
    private final Callers callers;
    private final LiveStream live;

    NewsResource(Portfolios portfolios, PilotList list, Callers callers, LiveStream live) {
        this.portfolios = portfolios;
        this.list = list;
        this.callers = callers;
        this.live = live;
    }

    /**
     * Server-sent events: {@link News} at once, then whenever something changed, at most each second, and every 15 seconds
     * as a sign of life. A reader that is too slow misses some, though never the latest figures. It ends with the token.
     *
     * @return 406 STREAM_NOT_ASKED_FOR without {@code Accept: text/event-stream}
     */
    @GET
    @Blocking
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    public Multi<News> news(@Context HttpHeaders headers) {
        var caller = callers.current();
        portfolios.current();
        return live.of(portfolios.news().map(news -> news(news, caller)), headers);
    }

    private News news(Portfolios.News news, Caller caller) {
        var now = portfolios.last();
        return new News(news.version(), now.view(portfolios.minute(now.day())), changed(now, news.pilots(), caller));
    }

    private List<PilotItem> changed(Held now, Set<String> pilotIds, Caller caller) {
        return pilotIds.stream()
                .flatMap(id -> now.pilot(id).stream())
                .filter(p -> list.maySee(caller, p.facts()))
                .map(list::item)
                .toList();
    }
}
