package io.pilotwatch.reporting.core;

import static io.pilotwatch.reporting.core.Plans.day;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pilotwatch.contracts.Event;
import io.pilotwatch.contracts.Programme;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class BurnUpTest {

    private static final Programme PROGRAMME = Samples.programme();

    @Test
    void eachMonthSaysWhatWasPromisedIsPlannedAndIsReachedByItsEnd() {
        var pilot = Facts.of(101);
        var report = PilotReport.empty(pilot.pilotId());
        for (Event event : List.of(
                pilot.approved(),
                pilot.filed("m1", "m2"),
                pilot.reached("m1", 2, "2022-08-03"),
                pilot.extended("m2", 2, "2022-09-30"))) {
            report = PilotReport.fold(report, event, Instant.parse("2022-08-03T01:00:00Z"));
        }
        var portfolio = Portfolio.of(List.of(PilotFacts.of(report, PROGRAMME)), PROGRAMME, day("2022-08-15"));
        var months = BurnUp.of(portfolio.sums(), day("2022-08-15")).stream()
                .map(m -> "%s %s %s %s".formatted(m.month(), m.promised(), m.planned(), m.reached()))
                .toList();
        assertEquals(
                List.of(
                        "2022-06 100.0 50.0 0.0",
                        "2022-07 100.0 50.0 0.0",
                        "2022-08 100.0 50.0 50.0",
                        "2022-09 100.0 100.0 null"),
                months);
        assertEquals(List.of(), BurnUp.of(new Sums(PROGRAMME), day("2022-08-15")));
    }
}
