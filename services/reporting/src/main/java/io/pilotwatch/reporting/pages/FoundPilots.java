package io.pilotwatch.reporting.pages;

import io.pilotwatch.contracts.Programme;
import io.pilotwatch.platform.Callers;
import io.pilotwatch.platform.Page;
import io.pilotwatch.reporting.AsOf;
import io.pilotwatch.reporting.Filters;
import io.pilotwatch.reporting.PilotList;
import io.pilotwatch.reporting.Portfolios;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;

/** What the list of pilots shows. */
@ApplicationScoped
class FoundPilots {

    private final Portfolios portfolios;
    private final PilotList list;
    private final Callers callers;
    private final Programme programme;
    private final AsOf asOf;

    FoundPilots(Portfolios portfolios, PilotList list, Callers callers, Programme programme, AsOf asOf) {
        this.portfolios = portfolios;
        this.list = list;
        this.callers = callers;
        this.programme = programme;
        this.asOf = asOf;
    }

    Days days(String day) {
        return new Days(asOf.day(day), programme.start(), asOf.today());
    }

    Choices choices(Filters filters, Days days) {
        return Choices.of(filters, portfolios.names(days.day(), Choices.BREAKDOWNS));
    }

    PilotListPages.Found page(Filters filters, Days days, String cursor, UriInfo uri) {
        int limit = Page.limit(null);
        var caller = callers.current();
        var filter = filters.predicate(programme);
        var found = list.find(caller, filter, days.day(), Page.after(cursor), limit + 1);
        return new PilotListPages.Found(
                Page.of(found, limit, PilotList::sortKey, uri),
                list.count(caller, filter, days.day()),
                cursor == null,
                days.past() ? "" : portfolios.version());
    }
}
