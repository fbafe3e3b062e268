package io.pilotwatch.reporting;

import io.pilotwatch.contracts.MilestoneState;
import io.pilotwatch.contracts.Named;
import io.pilotwatch.contracts.PilotState;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.contracts.Severity;
import io.pilotwatch.contracts.Text;
import io.pilotwatch.reporting.PortfolioRows.Counts;
import io.pilotwatch.reporting.PortfolioView.ByField;
import io.pilotwatch.reporting.PortfolioView.Count;
import io.pilotwatch.reporting.core.AlertRule;
import io.pilotwatch.reporting.core.FieldGroup;
import io.pilotwatch.reporting.core.Finish;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/** Makes the portfolio of counts: a pure step, so that every figure that is missing is a zero. */
final class PortfolioFigures {

    private final Programme programme;
    private final LocalDate today;
    private final Counts counts;

    private PortfolioFigures(Programme programme, LocalDate today, Counts counts) {
        this.programme = programme;
        this.today = today;
        this.counts = counts;
    }

    static PortfolioView of(Programme programme, Instant minute, Counts counts) {
        var today = programme.dayOf(minute);
        var figures = new PortfolioFigures(programme, today, counts);
        return new PortfolioView(
                new Named(programme.code(), programme.name()),
                minute.atZone(programme.zone()).toOffsetDateTime(),
                today,
                programme.deadline(),
                ChronoUnit.DAYS.between(today, programme.deadline()),
                figures.pilots(),
                figures.byState(),
                FieldGroup.all(programme, today).stream().map(figures::field).toList(),
                figures.milestones(),
                figures.alerts(),
                figures.finishes());
    }

    private PortfolioView.Pilots pilots() {
        int synthetic = pilots(PortfolioRows.Pilots::synthetic);
        int real = pilots(p -> !p.synthetic());
        int expected = programme.expectedPilots();
        var text = new Text(
                "已载入 %d 个真实试点中的 %d 个".formatted(expected, real),
                "%d of %d real entries loaded".formatted(real, expected));
        return new PortfolioView.Pilots(expected, real + synthetic, real, synthetic, text);
    }

    private List<Count> byState() {
        return Arrays.stream(PilotState.values())
                .map(s -> new Count(s.name(), s.text(), pilots(p -> p.state() == s)))
                .toList();
    }

    private ByField field(FieldGroup group) {
        var code = group.code();
        return new ByField(
                new Named(code, group.name()),
                group.category(),
                PortfolioView.Lead.of(group),
                pilots(p -> p.group().equals(code)),
                pilots(p -> p.group().equals(code) && p.synthetic()),
                states(code),
                sum(counts.alerts(), a -> a.group().equals(code), PortfolioRows.Alerts::count),
                sum(counts.milestones(), m -> m.group().equals(code), PortfolioRows.Milestones::overdue),
                milestones(m -> m.group().equals(code) && m.state() == MilestoneState.REACHED),
                milestones(m -> m.group().equals(code) && m.state() != MilestoneState.CANCELLED));
    }

    private Map<String, Integer> states(String group) {
        var states = new LinkedHashMap<String, Integer>();
        for (var state : PilotState.values()) {
            states.put(state.name(), pilots(p -> p.group().equals(group) && p.state() == state));
        }
        return states;
    }

    private PortfolioView.Milestones milestones() {
        return new PortfolioView.Milestones(
                milestones(m -> m.state() != MilestoneState.CANCELLED),
                milestones(m -> m.state() == MilestoneState.REACHED),
                sum(counts.milestones(), m -> m.state() == MilestoneState.REACHED, PortfolioRows.Milestones::late),
                sum(counts.milestones(), m -> true, PortfolioRows.Milestones::overdue),
                Arrays.stream(MilestoneState.values())
                        .map(s -> new Count(s.name(), s.text(), milestones(m -> m.state() == s)))
                        .toList());
    }

    private PortfolioView.Alerts alerts() {
        var severities = Arrays.stream(Severity.values())
                .sorted((a, b) -> b.compareTo(a))
                .map(s -> new Count(s.name(), s.text(), alerts(a -> a.severity() == s)))
                .toList();
        // The programme's rules in its order, then any that stands open though the programme no longer names it.
        var rules = Stream.concat(
                        programme.rules().keySet().stream(),
                        counts.alerts().stream().map(PortfolioRows.Alerts::rule).sorted())
                .distinct()
                .map(AlertRule::named)
                .map(r -> new Count(r.code(), r.name(), alerts(a -> a.rule().equals(r.code()))))
                .toList();
        return new PortfolioView.Alerts(alerts(a -> true), severities, rules);
    }

    private PortfolioView.Finishes finishes() {
        return new PortfolioView.Finishes(
                finished(Finish.BY_DEADLINE),
                finished(Finish.LATE),
                finished(Finish.NOT_FINISHED),
                finished(Finish.UNDECIDED),
                finished(Finish.ENDED_OTHERWISE));
    }

    private int finished(Finish finish) {
        return sum(
                counts.finished(),
                f -> Finish.on(today, f.state(), f.on().orElse(null), programme.deadline()) == finish,
                PortfolioRows.Finished::count);
    }

    private int pilots(Predicate<PortfolioRows.Pilots> which) {
        return sum(counts.pilots(), which, PortfolioRows.Pilots::count);
    }

    private int milestones(Predicate<PortfolioRows.Milestones> which) {
        return sum(counts.milestones(), which, PortfolioRows.Milestones::count);
    }

    private int alerts(Predicate<PortfolioRows.Alerts> which) {
        return sum(counts.alerts(), which, PortfolioRows.Alerts::count);
    }

    private static <T> int sum(List<T> counts, Predicate<T> which, ToIntFunction<T> count) {
        return counts.stream().filter(which).mapToInt(count).sum();
    }
}
