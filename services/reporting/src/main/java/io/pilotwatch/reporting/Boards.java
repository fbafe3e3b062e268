package io.pilotwatch.reporting;

import io.pilotwatch.platform.Callers;
import io.pilotwatch.reporting.OpenAlerts.OpenAlert;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;

/** The first page's content: what is looked at together is asked for together, so that it costs one look at the database. */
@ApplicationScoped
public class Boards {

    private static final int LATEST_ALERTS = 8;
    private static final int MOVED = 6;

    /**
     * All that the first page shows.
     *
     * @param tag equal ones say that nothing has changed, but for the minute
     * @param version changes whenever there is something new to show; empty for a day that is over
     * @param week what became different in the week up to the day
     * @param alerts the latest open ones of pilots that the caller may see
     */
    public record Board(
            String tag, PortfolioView view, String version, PortfolioChanges.Brief week, List<OpenAlert> alerts) {}

    private final Portfolios portfolios;
    private final PortfolioChanges changes;
    private final OpenAlerts alerts;
    private final Callers callers;

    Boards(Portfolios portfolios, PortfolioChanges changes, OpenAlerts alerts, Callers callers) {
        this.portfolios = portfolios;
        this.changes = changes;
        this.alerts = alerts;
        this.callers = callers;
    }

    /** As of a day that is not after today. */
    public Board on(LocalDate day) {
        var now = portfolios.current();
        var held = portfolios.on(day, now);
        var before = portfolios.on(day.minusWeeks(1), now);
        var tag = held.tag() + " " + before.tag();
        return new Board(
                tag,
                held.view(portfolios.minute(day)),
                held == now ? Portfolios.version(now) : "",
                changes.brief(before, held, 0, MOVED),
                alerts.latest(callers.current(), held, LATEST_ALERTS));
    }
}
