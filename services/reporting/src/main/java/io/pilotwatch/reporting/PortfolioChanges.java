package io.pilotwatch.reporting;

import io.pilotwatch.contracts.Named;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.contracts.Rating;
import io.pilotwatch.contracts.Text;
import io.pilotwatch.platform.Callers;
import io.pilotwatch.reporting.ChangesView.Figure;
import io.pilotwatch.reporting.ChangesView.Standing;
import io.pilotwatch.reporting.core.FieldGroup;
import io.pilotwatch.reporting.core.OnTime;
import io.pilotwatch.reporting.core.PilotFigures;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Compares two days. */
@ApplicationScoped
class PortfolioChanges {

    private final Portfolios portfolios;
    private final PilotList list;
    private final Programme programme;
    private final Callers callers;

    PortfolioChanges(Portfolios portfolios, PilotList list, Programme programme, Callers callers) {
        this.portfolios = portfolios;
        this.list = list;
        this.programme = programme;
        this.callers = callers;
    }

    /** From the end of one day to the end of the other, of the pilots that the caller may see. */
    ChangesView between(LocalDate from, LocalDate to) {
        var before = portfolios.on(from);
        var pilots = list.visible(callers.current(), to)
                .map(after -> pilot(before.pilot(after.facts().pilotId()).orElse(null), after))
                .filter(p -> !Objects.equals(p.before(), p.after()))
                .toList();
        return new ChangesView(from, to, figures(portfolios.view(from), portfolios.view(to)), pilots);
    }

    private ChangesView.Pilot pilot(PilotFigures before, PilotFigures after) {
        var register = after.facts().register();
        return new ChangesView.Pilot(
                after.facts().pilotId(),
                register.number(),
                register.organisation(),
                register.synthetic(),
                FieldGroup.named(after.group(), programme),
                before == null ? null : standing(before),
                standing(after));
    }

    private static Standing standing(PilotFigures pilot) {
        var state = pilot.facts().register().state();
        var rating = pilot.rating().rating();
        return new Standing(
                new Named(state.name(), state.text()),
                new Named(rating.name(), rating.text()),
                pilot.reached(),
                pilot.lateness().overdue(),
                pilot.alerts(),
                pilot.reports().stream().mapToInt(OnTime::received).sum(),
                pilot.forecast() == null ? null : pilot.forecast().likely());
    }

    private static List<Figure> figures(PortfolioView before, PortfolioView after) {
        var figures = new ArrayList<Figure>();
        figures.add(figure(
                "pilots",
                "试点总数",
                "Pilots",
                before.pilots().loaded(),
                after.pilots().loaded()));
        for (var rating : Rating.values()) {
            figures.add(new Figure(
                    rating.name(), rating.text(), count(before.byRating(), rating), count(after.byRating(), rating)));
        }
        var m = after.milestones();
        var was = before.milestones();
        figures.add(figure("milestonesReached", "已完成里程碑", "Milestones reached", was.reached(), m.reached()));
        figures.add(figure("reachedLate", "逾期完成", "Reached late", was.reachedLate(), m.reachedLate()));
        figures.add(figure("overdueMilestones", "逾期里程碑", "Overdue milestones", was.overdue(), m.overdue()));
        figures.add(figure(
                "openAlerts",
                "未解除预警",
                "Open alerts",
                before.alerts().open(),
                after.alerts().open()));
        figures.add(figure(
                "reportsReceived",
                "已收报告",
                "Reports received",
                before.onTime().reports().received(),
                after.onTime().reports().received()));
        figures.add(figure(
                "forecastLate", "预计逾期试点", "Pilots forecast to be late", before.forecastLate(), after.forecastLate()));
        return figures;
    }

    private static Figure figure(String code, String zh, String en, long before, long after) {
        return new Figure(code, new Text(zh, en), before, after);
    }

    private static int count(List<PortfolioView.Count> counts, Rating rating) {
        return counts.stream()
                .filter(c -> c.code().equals(rating.name()))
                .mapToInt(PortfolioView.Count::count)
                .sum();
    }
}
