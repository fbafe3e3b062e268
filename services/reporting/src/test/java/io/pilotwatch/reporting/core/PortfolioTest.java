package io.pilotwatch.reporting.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pilotwatch.contracts.Event;
import io.pilotwatch.contracts.PilotState;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.reporting.core.Sums.Measure;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class PortfolioTest {

    private static final Programme PROGRAMME = Samples.programme();
    private static final LocalDate DAY = LocalDate.parse("2022-09-01");
    private static final List<String> FIELDS = List.of("tax", "energy", "health");

    @RepeatedTest(50)
    void changingOnePilotAfterTheOtherComesToTheSameAsCountingAllAnew(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var reports = new HashMap<String, PilotReport>();
        var changing = new Portfolio(PROGRAMME, DAY);
        for (int i = 0; i < 60; i++) {
            var pilot = new Facts(1 + random.nextInt(8), List.of(FIELDS.get(random.nextInt(3))));
            var report = fold(reports.getOrDefault(pilot.pilotId(), PilotReport.empty(pilot.pilotId())), random, pilot);
            reports.put(pilot.pilotId(), report);
            changing.put(PilotFacts.of(report, PROGRAMME));
        }
        var anew = Portfolio.of(
                reports.values().stream().map(r -> PilotFacts.of(r, PROGRAMME)).toList(), PROGRAMME, DAY);
        assertEquals(anew.sums(), changing.sums());
        assertEquals(List.copyOf(anew.pilots()), List.copyOf(changing.pilots()));
        for (var by : Breakdown.values()) {
            changing.rows(by).forEach((code, sums) -> assertEquals(anew.sums(by, code), sums, by + " " + code));
        }
        assertEquals(reports.size(), changing.sums().pilots());
    }

    /** An approval that comes again with another field is an amendment: the pilot moves to another row. */
    private static PilotReport fold(PilotReport report, Random random, Facts pilot) {
        var events = new ArrayList<Event>(List.of(
                pilot.approved(),
                pilot.filed("m1", "m2"),
                pilot.updated("m1", 2 + random.nextInt(9), random.nextInt(100)),
                pilot.reached("m2", 20, "2022-07-0" + (1 + random.nextInt(9))),
                pilot.raised("PILOT_STALE", 1 + random.nextInt(9)),
                pilot.cleared("PILOT_STALE", 5),
                pilot.submitted("r1", 1, random.nextInt(3)),
                pilot.advanced(2 + random.nextInt(9), PilotState.values()[random.nextInt(4)])));
        var told = report.pilot() == null ? events : List.of(events.get(1 + random.nextInt(events.size() - 1)));
        for (var event : told) {
            report = PilotReport.fold(report, event, Instant.parse("2022-03-01T01:00:00Z"));
        }
        return report;
    }

    @Test
    void aPilotThatSeveralAgenciesLeadIsInEachOnesRow() {
        var pilot = new Facts(7, List.of("tax", "energy"));
        var report = PilotReport.fold(
                PilotReport.empty(pilot.pilotId()),
                pilot.approved("comprehensive", "示例单位-007", true),
                Instant.parse("2022-03-01T01:00:00Z"));
        var portfolio = Portfolio.of(List.of(PilotFacts.of(report, PROGRAMME)), PROGRAMME, DAY);
        assertEquals(
                List.of("cac", "nea", "sta"),
                List.copyOf(portfolio.rows(Breakdown.REGULATOR).keySet()));
        assertEquals(1, portfolio.sums().of(Measure.STATE, "APPROVED"));
        assertEquals(1, portfolio.sums(Breakdown.FIELD, "comprehensive").pilots());
        assertEquals(Map.of("NOT_RATED", 1L), portfolio.sums().of(Measure.RATING));
        assertEquals(
                Arrays.asList(1, 0),
                List.of(
                        portfolio.sums(Breakdown.CATEGORY, "not-stated").pilots(),
                        portfolio.sums(Breakdown.CATEGORY, "fintech").pilots()));
    }
}
