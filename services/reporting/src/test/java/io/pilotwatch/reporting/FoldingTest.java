package io.pilotwatch.reporting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.pilotwatch.contracts.Event;
import io.pilotwatch.contracts.PilotState;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.reporting.JournalRows.Entry;
import io.pilotwatch.reporting.core.Facts;
import io.pilotwatch.reporting.core.PilotFacts;
import io.pilotwatch.reporting.core.PilotReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FoldingTest {

    private static final Facts PILOT = Facts.of(1);
    private static final Programme PROGRAMME = programme();

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void factsTakenStepByStepAreThoseOfTheWholeReport(long seed) {
        var story = story();
        Collections.shuffle(story, new Random(seed));
        var folding = new Folding(PilotReport.empty(PILOT.pilotId()), PROGRAMME);
        for (var entry : story) {
            folding.with(entry);
            assertEquals(
                    PilotFacts.of(folding.report(), PROGRAMME),
                    folding.takeChange().after(),
                    entry.event().toString());
        }
    }

    @Test
    void theFactsOfEachDayAreThoseOfTheEventsUpToIt() {
        var rows = new FactsRows(null, new ObjectMapper().registerModule(new JavaTimeModule()));
        var fold = new Refolded.Fold(PILOT.pilotId(), rows, PROGRAMME);
        story().forEach(fold::with);
        var folded = fold.end();
        assertEquals(story().size(), folded.revision());
        assertEquals(day(story().getLast()), folded.newest());
        var days = story().stream().map(FoldingTest::day).distinct().toList();
        for (int i = 0; i < days.size(); i++) {
            var day = days.get(i);
            var changes = new Folding(upTo(i == 0 ? null : days.get(i - 1)), PROGRAMME);
            story().stream().filter(e -> day(e).equals(day)).forEach(changes::with);
            assertEquals(
                    rows.changed(changes.takeChange(), day),
                    folded.facts().stream().filter(r -> r.day().equals(day)).toList(),
                    day.toString());
        }
    }

    private static PilotReport upTo(LocalDate day) {
        var report = PilotReport.empty(PILOT.pilotId());
        for (var entry : story()) {
            if (day != null && !day(entry).isAfter(day)) {
                report = PilotReport.fold(report, entry.event(), entry.happenedAt());
            }
        }
        return report;
    }

    /** Some of it on one day, in the order in which it happened. */
    private static List<Entry> story() {
        var events = List.<Event>of(
                PILOT.approved(),
                PILOT.filed("m1", "m2"),
                PILOT.advanced(2, PilotState.IN_PROGRESS),
                PILOT.delegated(3, "别的单位"),
                PILOT.updated("m1", 2, 10),
                PILOT.raised("PILOT_STALE", 1),
                PILOT.acknowledged("PILOT_STALE", 2),
                PILOT.attached("e1"),
                PILOT.shared("e1", 2, "BP-003"),
                PILOT.recorded("2022-Q2", 1, 1200),
                PILOT.cleared("PILOT_STALE", 3),
                PILOT.muted("REPORT_OVERDUE", 1),
                PILOT.submitted("r1", 1, 3),
                PILOT.incident("停机"),
                PILOT.ordered("x1"),
                PILOT.claimed("m1", 3),
                PILOT.reached("m1", 4, "2022-07-05"),
                PILOT.extended("m2", 2, "2022-09-30"),
                PILOT.answered("x1"),
                PILOT.accepted("x1"),
                PILOT.suspended(4),
                PILOT.terminated(5));
        var story = new ArrayList<Entry>();
        for (int i = 0; i < events.size(); i++) {
            story.add(new Entry(
                    "e" + i, Instant.parse("2022-03-01T02:00:00Z").plus(Duration.ofHours(13L * i)), events.get(i)));
        }
        return story;
    }

    private static LocalDate day(Entry entry) {
        return PROGRAMME.dayOf(entry.happenedAt());
    }

    private static Programme programme() {
        try (var in = Programme.class.getResourceAsStream("/programmes/blockchain-pilots.yaml")) {
            return YAMLMapper.builder().addModule(new JavaTimeModule()).build().readValue(in, Programme.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
