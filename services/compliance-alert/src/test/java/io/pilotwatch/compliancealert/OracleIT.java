package io.pilotwatch.compliancealert;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pilotwatch.compliancealert.FactsRows.OthersRows;
import io.pilotwatch.compliancealert.oracle.AsEvents;
import io.pilotwatch.compliancealert.oracle.Oracle;
import io.pilotwatch.compliancealert.oracle.Oracle.Look;
import io.pilotwatch.compliancealert.oracle.Oracle.Said;
import io.pilotwatch.compliancealert.oracle.Oracle.What;
import io.pilotwatch.compliancealert.oracle.Tale;
import io.pilotwatch.compliancealert.oracle.Tale.Rectifying;
import io.pilotwatch.compliancealert.oracle.Tales;
import io.pilotwatch.contracts.AlertEvent;
import io.pilotwatch.contracts.Event;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.contracts.Topic;
import io.pilotwatch.platform.Inbox;
import io.pilotwatch.platform.testing.TestTopics;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/**
 * The whole service against an oracle that shares nothing with it: hundreds of days, at odd hours, with the sweep stopped
 * for hours to weeks, with two of them racing when it runs, and with events that come late, in batches and twice.
 *
 * <p>Sizes and seed are system properties: {@code oracle.pilots}, {@code oracle.days}, {@code oracle.seed}.
 */
@QuarkusTest
@TestProfile(OracleIT.Profile.class)
class OracleIT {

    /** See {@link OwnSchema}. */
    public static class Profile extends OwnSchema {
        @Override
        String schema() {
            return "oracle";
        }
    }

    private static final int PILOTS = Integer.getInteger("oracle.pilots", 60);
    private static final int DAYS = Integer.getInteger("oracle.days", 700);
    private static final long SEED = Long.getLong("oracle.seed", 20231231);
    private static final LocalDate FIRST_DAY = LocalDate.of(2022, 5, 1);
    private static final int BATCH = 100;

    /** An instant to which the clock steps, and whether the sweep runs then. */
    private record Step(Instant at, boolean sweeps) {}

    /** A pilot, what is said of it, and who looked at it when. */
    private static final class Watched {
        final Tale tale;
        final List<Event> events;
        final List<Look> looks = new ArrayList<>();
        int known;

        Watched(Tale tale, List<Event> events) {
            this.tale = tale;
            this.events = events;
        }

        /** Whether the next event has happened by then. */
        boolean hasNext(Instant now) {
            return known < events.size() && !tale.happenings().get(known).at().isAfter(now);
        }

        boolean isNextSaidHere() {
            return tale.happenings().get(known) instanceof Rectifying;
        }
    }

    @Inject
    Inbox inbox;

    @Inject
    Hearing hearing;

    @Inject
    Sweep sweep;

    @Inject
    Recount recount;

    @Inject
    Programme programme;

    @Inject
    DataSource database;

    private final Random random = new Random(SEED);
    private final List<ConsumerRecord<String, byte[]>> polledBefore = new ArrayList<>();
    private long offset;

    @Test
    void what_is_raised_is_the_oracles_list_whatever_stops_and_races() throws SQLException {
        var steps = steps();
        var instants = steps.stream().map(Step::at).toList();
        var pilots = IntStream.range(0, PILOTS)
                .mapToObj(i -> watched(Tales.tell("BP-%05d".formatted(i), programme, instants, SEED + i)))
                .toList();
        for (var step : steps) {
            OwnClock.stepTo(step.at());
            hear(pilots, step.at());
            if (step.sweeps()) {
                twoSweepsRace();
                pilots.forEach(pilot -> pilot.looks.add(new Look(step.at(), pilot.known)));
            }
        }

        var expected = new TreeMap<String, List<Said>>();
        var counts = new TreeMap<String, Long>();
        for (var pilot : pilots) {
            var oracle = new Oracle(programme, pilot.tale);
            expected.putAll(oracle.histories(pilot.looks));
            oracle.counts().forEach((what, count) -> counts.merge(what, count, Long::sum));
        }
        System.out.printf(
                "oracle: %d pilots, %d events, %d steps of the clock, %d alerts, %d lines of history, %s%n",
                PILOTS,
                pilots.stream().mapToInt(pilot -> pilot.known).sum(),
                steps.size(),
                expected.size(),
                expected.values().stream().mapToInt(List::size).sum(),
                sums(counts));
        var raised = histories();
        assertAll(
                () -> assertEquals("", differences(expected, raised, pilots)),
                () -> assertEquals(counts, tally()),
                () -> assertEquals(List.of(), recount.recount().examples()),
                () -> raised.forEach(OracleIT::assertThatNothingIsRaisedTwice),
                () -> assertTrue(
                        expected.values().stream().flatMap(List::stream).anyMatch(Said::late)));
    }

    private Watched watched(Tale tale) {
        var field = programme.fields().get(random.nextInt(programme.fields().size()));
        return new Watched(tale, AsEvents.of(programme, tale, List.of(field.code())));
    }

    /** Soon after midnight, when thresholds are crossed, on most days; and at any hour on many. */
    private List<Step> steps() {
        var steps = new ArrayList<Step>();
        boolean sweeps = true;
        var changes = FIRST_DAY.atStartOfDay(OwnClock.ZONE).toInstant();
        for (int day = 0; day < DAYS; day++) {
            var midnight = FIRST_DAY.plusDays(day).atStartOfDay(OwnClock.ZONE).toInstant();
            var minutes = new ArrayList<Integer>();
            if (random.nextInt(10) < 9) {
                minutes.add(random.nextInt(62));
            }
            if (random.nextInt(10) < 5) {
                minutes.add(62 + random.nextInt(1440 - 62));
            }
            for (var minute : minutes) {
                var at = midnight.plusSeconds(60L * minute);
                if (at.isAfter(changes)) {
                    sweeps = !sweeps;
                    changes = at.plusSeconds(3600L * hours(sweeps));
                }
                steps.add(new Step(at, sweeps));
            }
        }
        return steps;
    }

    /** It runs for days to weeks, and stops for hours, days or weeks. */
    private int hours(boolean runs) {
        return runs
                ? 24 * (2 + random.nextInt(30))
                : switch (random.nextInt(3)) {
                    case 0 -> 1 + random.nextInt(23);
                    case 1 -> 24 * (1 + random.nextInt(6));
                    default -> 24 * (7 + random.nextInt(22));
                };
    }

    private void twoSweepsRace() {
        Stream.of(OthersRows.SKIP, OthersRows.SKIP)
                .map(others -> CompletableFuture.runAsync(() -> sweep.sweep(others)))
                .toList()
                .forEach(CompletableFuture::join);
    }

    private void hear(List<Watched> pilots, Instant now) {
        for (int from = 0; from < pilots.size(); from += BATCH) {
            hearSome(pilots.subList(from, Math.min(from + BATCH, pilots.size())), now);
        }
        for (var pilot : pilots) {
            while (pilot.hasNext(now)) {
                var event = (AlertEvent) pilot.events.get(pilot.known);
                QuarkusTransaction.requiringNew().run(() -> hearing.said(event, now));
                pilot.known++;
                pilot.looks.add(new Look(now, pilot.known));
            }
        }
    }

    /** One poll: what has happened to these pilots since, and now and then something that was polled before. */
    private void hearSome(List<Watched> pilots, Instant now) {
        var polled = new ArrayList<ConsumerRecord<String, byte[]>>();
        for (var pilot : pilots) {
            int before = pilot.known;
            while (pilot.hasNext(now) && !pilot.isNextSaidHere()) {
                polled.add(record(pilot));
                pilot.known++;
            }
            if (pilot.known > before) {
                pilot.looks.add(new Look(now, pilot.known));
            }
        }
        if (polled.isEmpty()) {
            return;
        }
        polledBefore.addAll(polled);
        // The last ones are enough, and leave room for thousands of pilots.
        polledBefore.subList(0, Math.max(0, polledBefore.size() - 2_000)).clear();
        if (random.nextInt(10) == 0) {
            IntStream.range(0, 5).forEach(_ -> polled.add(polledBefore.get(random.nextInt(polledBefore.size()))));
        }
        var byPartition = new HashMap<TopicPartition, List<ConsumerRecord<String, byte[]>>>();
        polled.forEach(r -> byPartition
                .computeIfAbsent(new TopicPartition(r.topic(), r.partition()), _ -> new ArrayList<>())
                .add(r));
        inbox.accept(new ConsumerRecords<>(byPartition, Map.of()), hearing::heard);
    }

    private ConsumerRecord<String, byte[]> record(Watched pilot) {
        var event = pilot.events.get(pilot.known);
        var id = pilot.tale.pilotId() + "-" + pilot.known;
        var partition = Math.floorMod(pilot.tale.pilotId().hashCode(), Topic.PARTITIONS);
        return TestTopics.polled(event, pilot.tale.happenings().get(pilot.known).at(), id, partition, offset++);
    }

    private Map<String, List<Said>> histories() throws SQLException {
        var histories = new TreeMap<String, List<Said>>();
        try (var connection = database.getConnection();
                var select =
                        connection.prepareStatement("select alert_id, at, what, level, severity, late_detected, muted"
                                + " from alert_history where what = any(?) order by alert_id, revision")) {
            select.setArray(1, connection.createArrayOf("text", What.values()));
            var found = select.executeQuery();
            while (found.next()) {
                var at = found.getObject("at", OffsetDateTime.class).toInstant();
                var what = What.valueOf(found.getString("what"));
                histories
                        .computeIfAbsent(found.getString("alert_id"), _ -> new ArrayList<>())
                        .add(
                                what != What.AlertRaised
                                        ? new Said(at, what, 0, "", false, false)
                                        : new Said(
                                                at,
                                                what,
                                                found.getInt("level"),
                                                found.getString("severity"),
                                                found.getBoolean("late_detected"),
                                                found.getBoolean("muted")));
            }
        }
        return histories;
    }

    private Map<String, Long> tally() throws SQLException {
        var tally = new TreeMap<String, Long>();
        try (var connection = database.getConnection();
                var found = connection.createStatement().executeQuery("select rule, outcome, count from alert_tally")) {
            while (found.next()) {
                tally.put(found.getString(1) + " " + found.getString(2), found.getLong(3));
            }
        }
        return tally;
    }

    private static void assertThatNothingIsRaisedTwice(String alertId, List<Said> history) {
        int level = 0;
        for (var said : history) {
            if (said.what() == What.AlertRaised) {
                assertTrue(said.level() > level, alertId + " is raised again without a higher level");
                level = said.level();
            }
            level = said.what() == What.AlertCleared ? 0 : level;
        }
    }

    private static String sums(Map<String, Long> counts) {
        var sums = new TreeMap<String, Long>();
        counts.forEach((what, count) -> sums.merge(what.substring(what.indexOf(' ') + 1), count, Long::sum));
        return sums.toString();
    }

    private static String differences(
            Map<String, List<Said>> expected, Map<String, List<Said>> raised, List<Watched> pilots) {
        var ids = Stream.concat(expected.keySet().stream(), raised.keySet().stream())
                .distinct()
                .filter(id -> !Objects.equals(expected.get(id), raised.get(id)))
                .toList();
        return ids.stream()
                .limit(10)
                .map(id -> "%n%s (one of %d)%n  expected %s%n  raised   %s%n  %s"
                        .formatted(id, ids.size(), expected.get(id), raised.get(id), tale(id, pilots)))
                .collect(joining());
    }

    private static String tale(String alertId, List<Watched> pilots) {
        return pilots.stream()
                .filter(pilot -> alertId.startsWith(pilot.tale.pilotId() + "."))
                .flatMap(pilot -> pilot.tale.happenings().stream())
                .map(Object::toString)
                .filter(h -> !h.contains("milestone=") || h.contains("milestone=" + alertId.split("\\.")[2]))
                .collect(joining("\n  "));
    }
}
