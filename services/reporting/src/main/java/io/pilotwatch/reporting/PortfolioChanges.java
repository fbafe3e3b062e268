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
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

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

    /** A figure that is compared. */
    private record Compared(String code, Text name, Function<PortfolioView, Integer> of) {
        private Compared(String code, String zh, String en, Function<PortfolioView, Integer> of) {
            this(code, new Text(zh, en), of);
        }
    }

    private static final List<Compared> COMPARED = List.of(
            new Compared("pilots", "试点总数", "Pilots", v -> v.pilots().loaded()),
            rated(Rating.GREEN),
            rated(Rating.AMBER),
            rated(Rating.RED),
            rated(Rating.NOT_RATED),
            new Compared(
                    "milestonesReached",
                    "已完成里程碑",
                    "Milestones reached",
                    v -> v.milestones().reached()),
            new Compared(
                    "reachedLate", "逾期完成", "Reached late", v -> v.milestones().reachedLate()),
            new Compared(
                    "overdueMilestones",
                    "逾期里程碑",
                    "Overdue milestones",
                    v -> v.milestones().overdue()),
            new Compared("openAlerts", "未解除预警", "Open alerts", v -> v.alerts().open()),
            new Compared(
                    "reportsReceived",
                    "已收报告",
                    "Reports received",
                    v -> v.onTime().reports().received()),
            new Compared("forecastLate", "预计逾期试点", "Pilots forecast to be late", PortfolioView::forecastLate));

    private static Compared rated(Rating rating) {
        return new Compared(rating.name(), rating.text(), view -> count(view.byRating(), rating));
    }

    private static List<Figure> figures(PortfolioView before, PortfolioView after) {
        return COMPARED.stream()
                .map(c -> new Figure(c.code(), c.name(), c.of().apply(before), c.of().apply(after)))
                .toList();
    }

    private static int count(List<PortfolioView.Count> counts, Rating rating) {
        return counts.stream()
                .filter(c -> c.code().equals(rating.name()))
                .mapToInt(PortfolioView.Count::count)
                .sum();
    }
}
