package io.pilotwatch.reporting;

import io.pilotwatch.contracts.MilestoneState;
import io.pilotwatch.contracts.Named;
import io.pilotwatch.contracts.Period;
import io.pilotwatch.contracts.PilotState;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.contracts.Rating;
import io.pilotwatch.contracts.Severity;
import io.pilotwatch.contracts.Text;
import io.pilotwatch.reporting.PortfolioView.Count;
import io.pilotwatch.reporting.PortfolioView.InPeriod;
import io.pilotwatch.reporting.PortfolioView.Punctuality;
import io.pilotwatch.reporting.PortfolioView.Slice;
import io.pilotwatch.reporting.core.AlertRule;
import io.pilotwatch.reporting.core.Breakdown;
import io.pilotwatch.reporting.core.BurnUp;
import io.pilotwatch.reporting.core.FieldGroup;
import io.pilotwatch.reporting.core.Finish;
import io.pilotwatch.reporting.core.Portfolio;
import io.pilotwatch.reporting.core.Sums;
import io.pilotwatch.reporting.core.Sums.Measure;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Shows sums: a pure step in which every figure that is missing is a zero. */
final class PortfolioViews {

    private static final int RATIO_DECIMALS = 4;

    private final Programme programme;
    private final LocalDate day;

    PortfolioViews(Programme programme, LocalDate day) {
        this.programme = programme;
        this.day = day;
    }

    /** The whole programme at a minute of the portfolio's day. */
    PortfolioView whole(Portfolio portfolio, Instant minute) {
        return view(null, minute, portfolio.sums(), rows(portfolio, Breakdown.FIELD));
    }

    /** One row of it. */
    PortfolioView row(Portfolio portfolio, Instant minute, Breakdown by, String code) {
        var named = Breakdown.named(by.rows(programme, day), code);
        return view(named, minute, portfolio.sums(by, code), List.of());
    }

    private PortfolioView view(Named row, Instant minute, Sums sums, List<Slice> byField) {
        return new PortfolioView(
                new Named(programme.code(), programme.name()),
                row,
                minute.atZone(programme.zone()).toOffsetDateTime(),
                day,
                programme.deadline(),
                ChronoUnit.DAYS.between(day, programme.deadline()),
                pilots(sums),
                counts(PilotState.values(), PilotState::text, sums, Measure.STATE),
                counts(Rating.values(), Rating::text, sums, Measure.RATING),
                counts(Rating.values(), Rating::text, sums, Measure.SELF_RATING),
                byField,
                milestones(sums),
                alerts(sums),
                finishes(sums),
                count(sums, Measure.FORECAST_LATE, ""),
                onTime(sums),
                BurnUp.of(sums, day),
                answers(sums));
    }

    /** All rows: those that the programme knows, in its order, then the others that have pilots. */
    List<Named> names(Portfolio portfolio, Breakdown by) {
        var known = by.rows(programme, day);
        var sums = portfolio.rows(by);
        var others = sums.keySet().stream()
                .filter(code -> known.stream().noneMatch(k -> k.code().equals(code)))
                .filter(code -> sums.get(code).pilots() > 0)
                .map(code -> Breakdown.named(known, code));
        return Stream.concat(known.stream(), others).toList();
    }

    /** The same with their figures. */
    List<Slice> rows(Portfolio portfolio, Breakdown by) {
        var groups = by == Breakdown.FIELD ? FieldGroup.all(programme, day) : List.<FieldGroup>of();
        return names(portfolio, by).stream()
                .map(named -> row(named, group(groups, named.code()), portfolio.sums(by, named.code())))
                .toList();
    }

    private static Optional<FieldGroup> group(List<FieldGroup> groups, String code) {
        return groups.stream().filter(g -> g.code().equals(code)).findFirst();
    }

    private static Slice row(Named named, Optional<FieldGroup> group, Sums sums) {
        return new Slice(
                named,
                group.map(FieldGroup::category).orElse(null),
                group.map(PortfolioView.Lead::of).orElse(null),
                sums.pilots(),
                Math.toIntExact(sums.all(Measure.SYNTHETIC)),
                byCode(PilotState.values(), sums, Measure.STATE),
                byCode(Rating.values(), sums, Measure.RATING),
                count(sums, Measure.FORECAST_LATE, ""),
                Math.toIntExact(sums.all(Measure.SEVERITY)),
                count(sums, Measure.OVERDUE, ""),
                count(sums, Measure.MILESTONE, MilestoneState.REACHED.name()),
                planned(sums),
                reports(sums),
                milestonesOnTime(sums));
    }

    private PortfolioView.Pilots pilots(Sums sums) {
        int synthetic = Math.toIntExact(sums.all(Measure.SYNTHETIC));
        int real = sums.pilots() - synthetic;
        int expected = programme.expectedPilots();
        var text = new Text(
                "已载入 %d 个真实试点中的 %d 个".formatted(expected, real),
                "%d of %d real entries loaded".formatted(real, expected));
        return new PortfolioView.Pilots(expected, real + synthetic, real, synthetic, text);
    }

    private static PortfolioView.Milestones milestones(Sums sums) {
        return new PortfolioView.Milestones(
                planned(sums),
                count(sums, Measure.MILESTONE, MilestoneState.REACHED.name()),
                count(sums, Measure.REACHED_LATE, ""),
                count(sums, Measure.OVERDUE, ""),
                sums.of(Measure.DAYS_LATE, ""),
                counts(MilestoneState.values(), MilestoneState::text, sums, Measure.MILESTONE));
    }

    private static int planned(Sums sums) {
        return Math.toIntExact(
                sums.all(Measure.MILESTONE) - sums.of(Measure.MILESTONE, MilestoneState.CANCELLED.name()));
    }

    private PortfolioView.Alerts alerts(Sums sums) {
        var severities = Arrays.stream(Severity.values())
                .sorted(Comparator.reverseOrder())
                .map(s -> new Count(s.name(), s.text(), count(sums, Measure.SEVERITY, s.name())))
                .toList();
        // The programme's rules in its order, then any that stands open though the programme no longer names it.
        var rules = Stream.concat(programme.rules().keySet().stream(), sums.of(Measure.RULE).keySet().stream())
                .distinct()
                .map(AlertRule::named)
                .map(r -> new Count(r.code(), r.name(), count(sums, Measure.RULE, r.code())))
                .toList();
        return new PortfolioView.Alerts(Math.toIntExact(sums.all(Measure.SEVERITY)), severities, rules);
    }

    private static PortfolioView.Finishes finishes(Sums sums) {
        Function<Finish, Integer> of = finish -> count(sums, Measure.FINISH, finish.name());
        return new PortfolioView.Finishes(
                of.apply(Finish.BY_DEADLINE),
                of.apply(Finish.LATE),
                of.apply(Finish.NOT_FINISHED),
                of.apply(Finish.UNDECIDED),
                of.apply(Finish.ENDED_OTHERWISE));
    }

    private static PortfolioView.OnTime onTime(Sums sums) {
        return new PortfolioView.OnTime(
                reports(sums),
                byPeriod(sums, Measure.REPORTS_EXPECTED, Measure.REPORTS_RECEIVED, Measure.REPORTS_ON_TIME),
                milestonesOnTime(sums),
                byPeriod(sums, Measure.MILESTONES_EXPECTED, Measure.MILESTONES_REACHED, Measure.MILESTONES_ON_TIME));
    }

    private static Punctuality reports(Sums sums) {
        return punctuality(
                sums.all(Measure.REPORTS_EXPECTED),
                sums.all(Measure.REPORTS_RECEIVED),
                sums.all(Measure.REPORTS_ON_TIME));
    }

    private static Punctuality milestonesOnTime(Sums sums) {
        return punctuality(
                sums.all(Measure.MILESTONES_EXPECTED),
                sums.all(Measure.MILESTONES_REACHED),
                sums.all(Measure.MILESTONES_ON_TIME));
    }

    private static List<InPeriod> byPeriod(Sums sums, Measure expected, Measure received, Measure onTime) {
        return sums.of(expected).keySet().stream()
                .sorted(Comparator.comparing(PortfolioViews::end).thenComparing(Comparator.naturalOrder()))
                .map(code -> new InPeriod(
                        RecordViews.period(code),
                        punctuality(sums.of(expected, code), sums.of(received, code), sums.of(onTime, code))))
                .toList();
    }

    private static LocalDate end(String period) {
        return Period.ofCode(period).map(Period::to).orElse(LocalDate.MIN);
    }

    static Punctuality punctuality(long expected, long received, long onTime) {
        return new Punctuality(
                Math.toIntExact(expected),
                Math.toIntExact(received),
                Math.toIntExact(onTime),
                expected == 0
                        ? null
                        : BigDecimal.valueOf(onTime)
                                .divide(BigDecimal.valueOf(expected), RATIO_DECIMALS, RoundingMode.HALF_UP));
    }

    private List<PortfolioView.Answers> answers(Sums sums) {
        return sums.of(Measure.ASKED).entrySet().stream()
                .map(asked -> answers(asked.getKey(), asked.getValue(), sums))
                .toList();
    }

    private PortfolioView.Answers answers(String agency, long asked, Sums sums) {
        long acknowledged = sums.of(Measure.ACKNOWLEDGED, agency);
        long cleared = sums.of(Measure.CLEARED, agency);
        return new PortfolioView.Answers(
                new Named(agency, programme.agency(agency).nameOn(day)),
                asked,
                acknowledged,
                acknowledged == 0 ? null : sums.of(Measure.ACKNOWLEDGED_SECONDS, agency) / acknowledged,
                cleared,
                cleared == 0 ? null : sums.of(Measure.CLEARED_SECONDS, agency) / cleared);
    }

    private static <E extends Enum<E>> List<Count> counts(
            E[] codes, Function<E, Text> text, Sums sums, Measure measure) {
        return Arrays.stream(codes)
                .map(code -> new Count(code.name(), text.apply(code), count(sums, measure, code.name())))
                .toList();
    }

    private static <E extends Enum<E>> Map<String, Integer> byCode(E[] codes, Sums sums, Measure measure) {
        var counts = new LinkedHashMap<String, Integer>();
        for (var code : codes) {
            counts.put(code.name(), count(sums, measure, code.name()));
        }
        return counts;
    }

    private static int count(Sums sums, Measure measure, String code) {
        return Math.toIntExact(sums.of(measure, code));
    }
}
