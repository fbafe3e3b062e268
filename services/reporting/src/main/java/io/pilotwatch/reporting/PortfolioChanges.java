package io.pilotwatch.reporting;

import io.pilotwatch.contracts.Named;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.contracts.Rating;
import io.pilotwatch.contracts.Text;
import io.pilotwatch.platform.Callers;
import io.pilotwatch.reporting.ChangesView.Figure;
import io.pilotwatch.reporting.ChangesView.Standing;
import io.pilotwatch.reporting.core.FieldGroup;
import io.pilotwatch.reporting.core.OnTime;
import io.pilotwatch.reporting.core.PilotFacts;
import io.pilotwatch.reporting.core.PilotFigures;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compares two days. Which pilots differ is found once, however many ask, as long as nothing changes: it takes a look at each.
 */
@ApplicationScoped
public class PortfolioChanges {

    /** Comparisons that are kept. */
    private static final int KEPT = 8;

    /** Two days, each as it was known. */
    private record Days(LocalDate from, String before, LocalDate to, String after) {
        private static Days of(Held before, Held after) {
            return new Days(before.day(), before.tag(), after.day(), after.tag());
        }
    }

    /** A pilot that changed, and by what it is told who may see it. */
    private record Changed(ChangesView.Pilot pilot, PilotFacts facts) {}

    /** The pilots that changed, in both orders that they are asked for in. */
    private record Known(List<Changed> inList, List<Changed> gravestFirst) {}

    /**
     * The same in brief.
     *
     * @param pilots how many changed
     * @param gravest some of them that need somebody's eyes first
     */
    public record Brief(
            LocalDate from, LocalDate to, List<Figure> figures, int pilots, List<ChangesView.Pilot> gravest) {}

    private final Portfolios portfolios;
    private final PilotList list;
    private final Programme programme;
    private final Callers callers;
    private final Map<Days, Known> known = Collections.synchronizedMap(new LatestOf<>(KEPT));

    PortfolioChanges(Portfolios portfolios, PilotList list, Programme programme, Callers callers) {
        this.portfolios = portfolios;
        this.list = list;
        this.programme = programme;
        this.callers = callers;
    }

    /** From the end of one day to the end of the other, of the pilots that the caller may see. */
    public ChangesView between(LocalDate from, LocalDate to) {
        var now = portfolios.current();
        var before = portfolios.on(from, now);
        var after = portfolios.on(to, now);
        var pilots = visible(known(before, after).inList()).toList();
        return new ChangesView(from, to, figures(view(before), view(after)), pilots);
    }

    /** From the end of one day to the end of the other, the gravest first, after so many of them. */
    public Brief brief(LocalDate from, LocalDate to, long after, int limit) {
        var now = portfolios.current();
        return brief(portfolios.on(from, now), portfolios.on(to, now), after, limit);
    }

    Brief brief(Held before, Held after, long skipped, int limit) {
        var changed = known(before, after).gravestFirst();
        int pilots = callers.current().seesAll()
                ? changed.size()
                : Math.toIntExact(visible(changed).count());
        return new Brief(
                before.day(),
                after.day(),
                figures(view(before), view(after)),
                pilots,
                visible(changed).skip(skipped).limit(limit).toList());
    }

    private Stream<ChangesView.Pilot> visible(List<Changed> changed) {
        var caller = callers.current();
        return changed.stream().filter(c -> list.maySee(caller, c.facts())).map(Changed::pilot);
    }

    private Known known(Held before, Held after) {
        return known.computeIfAbsent(Days.of(before, after), d -> {
            var changed = changed(before, after);
            return new Known(
                    changed,
                    changed.stream()
                            .sorted(Comparator.comparing(Changed::pilot, Gravity.GRAVEST_FIRST))
                            .toList());
        });
    }

    private PortfolioView view(Held held) {
        return held.view(portfolios.minute(held.day()));
    }

    private List<Changed> changed(Held before, Held after) {
        var groups = FieldGroup.all(programme, programme.start()).stream()
                .collect(Collectors.toMap(FieldGroup::code, g -> new Named(g.code(), g.name())));
        return after.pilots().stream()
                .flatMap(now -> changed(before.pilot(now.facts().pilotId()).orElse(null), now, groups).stream())
                .toList();
    }

    private static Optional<Changed> changed(
            @Nullable PilotFigures before, PilotFigures after, Map<String, Named> groups) {
        var was = before == null ? null : standing(before);
        var is = standing(after);
        if (is.equals(was)) {
            return Optional.empty();
        }
        var register = after.facts().register();
        return Optional.of(new Changed(
                new ChangesView.Pilot(
                        after.facts().pilotId(),
                        register.number(),
                        register.organisation(),
                        register.synthetic(),
                        groups.getOrDefault(after.group(), Named.ofCode(after.group())),
                        was,
                        is),
                after.facts()));
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
