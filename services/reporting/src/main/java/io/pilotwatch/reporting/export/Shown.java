package io.pilotwatch.reporting.export;

import io.pilotwatch.platform.Caller;
import io.pilotwatch.reporting.PilotItem;
import io.pilotwatch.reporting.PilotList;
import io.pilotwatch.reporting.PilotView;
import io.pilotwatch.reporting.PilotViews;
import io.pilotwatch.reporting.PortfolioView;
import io.pilotwatch.reporting.Portfolios;
import io.pilotwatch.reporting.core.Breakdown;
import io.pilotwatch.reporting.core.PilotFigures;
import io.pilotwatch.reporting.outcome.Cases;
import io.pilotwatch.reporting.outcome.core.CaseBook;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;

/** What documents are made of: the very views that the API answers with, hence for the caller's eyes only. */
@ApplicationScoped
class Shown {

    private final PilotViews views;
    private final PilotList list;
    private final Portfolios portfolios;
    private final Cases cases;

    Shown(PilotViews views, PilotList list, Portfolios portfolios, Cases cases) {
        this.views = views;
        this.list = list;
        this.portfolios = portfolios;
        this.cases = cases;
    }

    PilotView pilot(String pilotId, LocalDate day) {
        return views.view(views.require(pilotId, day), day);
    }

    PortfolioView portfolio(LocalDate day) {
        return portfolios.view(day);
    }

    /** 404 for a field that there is not. */
    PortfolioView field(String code, LocalDate day) {
        return portfolios.row(day, Breakdown.FIELD, code);
    }

    List<PilotItem> pilots(Caller caller, LocalDate day, Predicate<PilotFigures> which) {
        return list.visible(caller, day).filter(which).map(list::item).toList();
    }

    CaseBook caseBook(Predicate<PilotFigures> which, LocalDate day) {
        return cases.book(which, day);
    }
}
