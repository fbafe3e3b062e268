package io.pilotwatch.reporting.core;

import static io.pilotwatch.reporting.core.Plans.critical;
import static io.pilotwatch.reporting.core.Plans.day;
import static io.pilotwatch.reporting.core.Plans.expectedOn;
import static io.pilotwatch.reporting.core.Plans.open;
import static io.pilotwatch.reporting.core.Plans.plan;
import static io.pilotwatch.reporting.core.Plans.reached;
import static io.pilotwatch.reporting.core.Plans.risky;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.pilotwatch.contracts.EvidenceLevel;
import io.pilotwatch.contracts.PilotState;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.contracts.Rating;
import io.pilotwatch.contracts.ReportState;
import io.pilotwatch.reporting.core.PilotFacts.Alerts;
import io.pilotwatch.reporting.core.PilotFacts.Indicator;
import io.pilotwatch.reporting.core.PilotFacts.Outcome;
import io.pilotwatch.reporting.core.PilotFacts.Periodic;
import io.pilotwatch.reporting.core.PilotFacts.Plan;
import io.pilotwatch.reporting.core.PilotFacts.Register;
import io.pilotwatch.reporting.core.PilotFacts.Reports;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** On 2022-09-01 a pilot of 2022-01-30 owes the reports of the first two quarters, due on 15 April and 15 July. */
class SystemRatingTest {

    private static final Programme PROGRAMME = Samples.programme();
    private static final String TODAY = "2022-09-01";
    private static final String[] ALL = {
        "2022-Q1", "2022-Q2", "2022-Q3", "2022-Q4", "2023-Q1", "2023-Q2", "2023-Q3", "2023-Q4"
    };
    private static final Alerts CONFIRMED = new Alerts(List.of(), List.of(), 1);
    private static final Plan ON_TRACK =
            plan(reached("m1", "2022-06-30", 40, "2022-06-30"), open("m2", "2023-06-30", 60, 20));

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource
    void isWhatTheFactsSay(String sentence, String expected, PilotFacts facts, String day) {
        var figures = PilotFigures.of(facts, day(day), PROGRAMME);
        var codes = figures.rating().reasons().stream()
                .map(SystemRating.Reason::code)
                .toList();
        assertEquals(expected, figures.rating().rating() + " " + String.join(" ", codes));
    }

    static Stream<Arguments> isWhatTheFactsSay() {
        return Stream.of(
                arguments("all is as it should be", "GREEN ON_TRACK", facts(ON_TRACK), TODAY),
                arguments(
                        "silence is never green: no task book",
                        "NOT_RATED NO_TASK_BOOK",
                        facts(new Plan(null, ON_TRACK.milestones())),
                        TODAY),
                arguments(
                        "silence is never green: no word",
                        "NOT_RATED NO_WORD",
                        with(facts(ON_TRACK), Reports.NONE),
                        TODAY),
                arguments(
                        "nor does confirmed conduct rate the silent",
                        "NOT_RATED NO_WORD",
                        with(with(facts(ON_TRACK), Reports.NONE), CONFIRMED),
                        TODAY),
                arguments("14 days late is still green", "GREEN ON_TRACK", facts(late("2022-08-18")), TODAY),
                arguments("15 days late is amber", "AMBER MILESTONE_LATE", facts(late("2022-08-17")), TODAY),
                arguments(
                        "60 days late is amber, critical or not",
                        "AMBER MILESTONE_LATE",
                        facts(lateCritical("2022-07-03")),
                        TODAY),
                arguments(
                        "61 days late is red when critical",
                        "RED CRITICAL_MILESTONE_LATE",
                        facts(lateCritical("2022-07-02")),
                        TODAY),
                arguments("and amber when not", "AMBER MILESTONE_LATE", facts(late("2022-07-02")), TODAY),
                arguments(
                        "reached late is lateness, not a rating",
                        "GREEN ON_TRACK",
                        facts(plan(
                                critical(reached("m1", "2022-03-01", 40, "2022-06-30")),
                                open("m2", "2023-06-30", 60, 40))),
                        TODAY),
                arguments(
                        "the team's own forecast after the deadline",
                        "RED TEAM_FORECAST_LATE",
                        facts(plan(
                                reached("m1", "2022-06-30", 40, "2022-06-30"),
                                expectedOn(open("m2", "2023-06-30", 60, 20), "2024-01-01"))),
                        TODAY),
                arguments(
                        "on the deadline it is in time",
                        "GREEN ON_TRACK",
                        facts(plan(
                                reached("m1", "2022-06-30", 40, "2022-06-30"),
                                expectedOn(open("m2", "2023-06-30", 60, 20), "2023-12-31"))),
                        TODAY),
                arguments(
                        "the system's, once enough was planned",
                        "RED FORECAST_LATE",
                        facts(plan(open("m1", "2022-08-25", 40, 20), open("m2", "2023-06-30", 60, 0))),
                        TODAY),
                arguments(
                        "but not on the first percent",
                        "GREEN ON_TRACK",
                        facts(plan(open("m1", "2023-06-30", 40, 1), open("m2", "2023-11-30", 60, 0))),
                        "2022-02-25"),
                arguments(
                        "a report overdue",
                        "AMBER REPORT_OVERDUE",
                        with(facts(ON_TRACK), reports("2022-Q1")),
                        "2022-07-16"),
                arguments(
                        "not on its due day",
                        "GREEN ON_TRACK",
                        with(facts(ON_TRACK), reports("2022-Q1")),
                        "2022-07-15"),
                arguments(
                        "30 days overdue is amber",
                        "AMBER REPORT_OVERDUE",
                        with(facts(ON_TRACK), reports("2022-Q1")),
                        "2022-08-14"),
                arguments(
                        "31 is red",
                        "RED REPORT_LONG_OVERDUE",
                        with(facts(ON_TRACK), reports("2022-Q1")),
                        "2022-08-15"),
                arguments(
                        "one given back is owed again",
                        "AMBER REPORT_OVERDUE",
                        with(facts(ON_TRACK), returned("2022-Q1", "2022-Q2")),
                        "2022-07-16"),
                arguments(
                        "past the deadline with anything open",
                        "RED DEADLINE_MISSED MILESTONE_LATE",
                        with(facts(late("2023-12-10")), reports(ALL)),
                        "2024-01-01"),
                arguments(
                        "finished, but after it",
                        "RED FINISHED_LATE",
                        with(facts(plan(reached("m1", "2023-12-15", 100, "2024-01-05"))), reports(ALL)),
                        "2024-01-06"),
                arguments("confirmed conduct", "RED CONDUCT_CONFIRMED", with(facts(ON_TRACK), CONFIRMED), TODAY),
                arguments(
                        "an indicator below 70 % of its path",
                        "AMBER INDICATOR_BEHIND", with(facts(ON_TRACK), value("140")), TODAY),
                arguments("one above it", "GREEN ON_TRACK", with(facts(ON_TRACK), value("141")), TODAY),
                arguments(
                        "a high risk without a response",
                        "AMBER HIGH_RISK",
                        facts(plan(
                                reached("m1", "2022-06-30", 40, "2022-06-30"),
                                risky(open("m2", "2023-06-30", 60, 20)))),
                        TODAY),
                arguments(
                        "the weightiest first, and all of them",
                        "RED CONDUCT_CONFIRMED CRITICAL_MILESTONE_LATE MILESTONE_LATE",
                        with(
                                facts(plan(
                                        reached("m0", "2022-06-30", 90, "2022-06-30"),
                                        critical(open("m1", "2022-05-01", 5, 90)),
                                        open("m2", "2022-08-01", 5, 90))),
                                CONFIRMED),
                        TODAY),
                arguments(
                        "of a pilot that has ended, as of then",
                        "AMBER MILESTONE_LATE",
                        in(PilotState.TERMINATED, "2022-09-01", facts(late("2022-08-17"))),
                        "2024-01-01"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("isWhatTheFactsSay")
    void eachReasonIsInBothLanguages(String sentence, String expected, PilotFacts facts, String day) {
        PilotFigures.of(facts, day(day), PROGRAMME).rating().reasons().forEach(r -> {
            assertTrue(r.text().zh().endsWith("。"), r.text().zh());
            assertTrue(r.text().en().endsWith("."), r.text().en());
        });
        assertTrue(Rating.valueOf(expected.split(" ")[0]).text().zh().length() > 1);
    }

    private static Plan late(String due) {
        return plan(reached("m1", "2022-06-30", 90, "2022-06-30"), open("m2", due, 10, 50));
    }

    private static Plan lateCritical(String due) {
        return plan(reached("m1", "2022-06-30", 90, "2022-06-30"), critical(open("m2", due, 10, 50)));
    }

    private static PilotFacts facts(Plan plan) {
        return new PilotFacts(
                "BP-101",
                register(PilotState.IN_PROGRESS, "2022-03-01"),
                plan,
                Alerts.NONE,
                reports("2022-Q1", "2022-Q2"),
                Outcome.NONE);
    }

    private static Register register(PilotState state, String changedOn) {
        return new Register(
                101,
                "special-field",
                List.of("tax"),
                "示例单位-101",
                List.of(),
                List.of(),
                "北京",
                true,
                Plans.START,
                state,
                null,
                day(changedOn));
    }

    private static Reports reports(String... periods) {
        var periodic = Stream.of(periods)
                .map(p -> new Periodic(p, due(p), due(p), 0, ReportState.ACCEPTED))
                .toList();
        return new Reports(day("2022-02-25"), periodic, List.of(), Rating.RED, false);
    }

    /** The last of them was given back. */
    private static Reports returned(String... periods) {
        var all = reports(periods);
        var last = all.periodic().getLast();
        var changed = new ArrayList<>(all.periodic());
        changed.set(
                changed.size() - 1,
                new Periodic(last.period(), last.due(), last.submittedOn(), 0, ReportState.RETURNED));
        return new Reports(all.lastOn(), changed, List.of(), Rating.GREEN, false);
    }

    private static LocalDate due(String period) {
        return PROGRAMME
                .reports()
                .due(io.pilotwatch.contracts.Period.ofCode(period).orElseThrow());
    }

    /** From 100 to 400 over 679 days; at the end of the second quarter, after 130 days, 157 was planned. */
    private static Outcome value(String value) {
        return new Outcome(
                List.of(new Indicator(
                        "on-chain-records",
                        new BigDecimal("100"),
                        new BigDecimal("400"),
                        "2022-Q2",
                        new BigDecimal(value),
                        new BigDecimal(value),
                        BigDecimal.ZERO,
                        BigDecimal.ZERO,
                        EvidenceLevel.DECLARED)),
                0,
                0,
                0);
    }

    private static PilotFacts with(PilotFacts f, Reports reports) {
        return new PilotFacts(f.pilotId(), f.register(), f.plan(), f.alerts(), reports, f.outcome());
    }

    private static PilotFacts with(PilotFacts f, Alerts alerts) {
        return new PilotFacts(f.pilotId(), f.register(), f.plan(), alerts, f.reports(), f.outcome());
    }

    private static PilotFacts with(PilotFacts f, Outcome outcome) {
        return new PilotFacts(f.pilotId(), f.register(), f.plan(), f.alerts(), f.reports(), outcome);
    }

    private static PilotFacts in(PilotState state, String since, PilotFacts f) {
        return new PilotFacts(f.pilotId(), register(state, since), f.plan(), f.alerts(), f.reports(), f.outcome());
    }
}
