package io.pilotwatch.endtoend;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Traps seen in the peers for which a real process has to die. Each test is named after its row; all rows are listed at
 * compliance-alert's {@code TrapsIT}.
 */
@Order(4)
@ExtendWith(SharedPlatform.class)
class TrapProcessesIT {

    private static final int CLOCK = 9083;
    private static final Duration LONG = Duration.ofSeconds(90);

    private static RunningPlatform platform;
    private static Journey pilot;

    @BeforeAll
    static void promiseMilestones(RunningPlatform shared) throws Exception {
        platform = shared;
        pilot = Journey.published(platform, "发票流转上链");
        pilot.team("/task-book", Map.of());
        pilot.lead("/task-book/acceptances", Map.of());
        await().atMost(LONG).until(() -> !pilot.report().path("milestones").isEmpty());
    }

    /**
     * The clock is there and the sweep waits for the pilot's row when the database dies beneath it. Nobody steps again: what
     * raises the alert is the timer that has failed meanwhile.
     */
    @Test
    void timer_dead_after_a_database_outage() throws Exception {
        var due = next();
        platform.stepTo(due.at().minusSeconds(1).toString());
        var step = CompletableFuture.<Void>completedFuture(null);
        try (var lock = database();
                var other = database()) {
            lock.setAutoCommit(false);
            count(
                    lock,
                    "select count(*) from (select 1 from pilot_facts where pilot_id = '%s' for update) mine"
                            .formatted(pilot.pilotId()));
            step = CompletableFuture.runAsync(() -> stepTo(due.at()));
            await().atMost(LONG).until(() -> platform.clock(CLOCK).equals(due.at()));
            await().atMost(LONG).until(() -> count(other, "select count(*) from pg_locks where not granted") > 0);

            platform.kill("postgres");
        } catch (SQLException closingOnADeadServer) {
            // Its connections are gone, and with them the lock.
        }
        platform.startWhatIsMissing();

        await().atMost(LONG).until(() -> alert(due).isPresent());
        assertEquals(false, alert(due).get().path("lateDetected").asBoolean());
        step.handle((_, _) -> null).join();
        // The others had no chance to follow.
        platform.stepTo(due.at().toString());
    }

    /** The alert is saved and the broker is away, so that it is not sent when the process dies. */
    @Test
    void save_and_send_side_by_side() throws Exception {
        var due = next();
        platform.stepTo(due.at().minusSeconds(1).toString());
        platform.pause("kafka");
        platform.stepTo(due.at().toString());
        assertEquals(true, alert(due).isPresent());
        platform.kill("compliance-alert");
        platform.resume("kafka");

        platform.startWhatIsMissing();

        await().atMost(LONG)
                .until(() -> pilot.report().path("openAlerts").toString().contains(due.rule()));
    }

    /** A request is answered, its process dies, and no other request comes. */
    @Test
    void outbox_rows_sent_only_by_the_same_request() throws Exception {
        var due = next();
        platform.stepTo(due.at().toString());
        var alert = "/compliance-alert/api/v1/alerts/" + due.alertId(pilot.pilotId());
        platform.pause("kafka");
        platform.done(Journey.LEAD, alert + "/acknowledgements", Map.of("note", "已知悉"));
        platform.kill("compliance-alert");
        platform.resume("kafka");

        platform.startWhatIsMissing();

        await().atMost(LONG).until(() -> told("io.pilotwatch.alert.acknowledged.v1") > 0);
        assertEquals(1, told("io.pilotwatch.alert.acknowledged.v1"));
    }

    private static long told(String type) throws Exception {
        return pilot.timeline().stream()
                .filter(e -> e.path("type").asText().equals(type))
                .count();
    }

    /** A threshold of a milestone that is still to come. */
    private record Due(String rule, String milestone, int level, Instant at) {
        private String alertId(String pilotId) {
            return "%s.%s.%s.1".formatted(pilotId, rule, milestone);
        }
    }

    /** The next one. */
    private static Due next() throws Exception {
        var now = platform.clock(CLOCK);
        return StreamSupport.stream(pilot.report().path("milestones").spliterator(), false)
                .flatMap(TrapProcessesIT::thresholds)
                .filter(due -> due.at().isAfter(now.plusSeconds(1)))
                .min(Comparator.comparing(Due::at))
                .orElseThrow();
    }

    private static Stream<Due> thresholds(JsonNode milestone) {
        var id = milestone.path("milestoneId").asText();
        var due = LocalDate.parse(milestone.path("due").asText());
        var soon = List.of(30, 14, 7, 1);
        var over = List.of(1, 7, 30, 60);
        return Stream.concat(
                soon.stream()
                        .map(d -> new Due("MILESTONE_DUE_SOON", id, soon.indexOf(d) + 1, startOf(due.minusDays(d)))),
                over.stream()
                        .map(d -> new Due("MILESTONE_OVERDUE", id, over.indexOf(d) + 1, startOf(due.plusDays(d)))));
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZoneId.of("Asia/Shanghai")).toInstant();
    }

    /** The alert at this level or a higher one. */
    private static Optional<JsonNode> alert(Due due) throws Exception {
        var answer = platform.json(Journey.OFFICE, "/compliance-alert/api/v1/alerts/" + due.alertId(pilot.pilotId()));
        var alert = answer.path("alert");
        return alert.path("level").asInt() >= due.level() ? Optional.of(alert) : Optional.empty();
    }

    private static void stepTo(Instant at) {
        try {
            platform.stepTo(at.toString());
        } catch (Exception theDatabaseDied) {
            throw new IllegalStateException(theDatabaseDied);
        }
    }

    private static Connection database() throws SQLException {
        return DriverManager.getConnection(
                platform.database("compliance_alert"), "compliance_alert", "compliance_alert");
    }

    private static long count(Connection connection, String select) throws SQLException {
        try (var statement = connection.createStatement();
                var found = statement.executeQuery(select)) {
            found.next();
            return found.getLong(1);
        }
    }
}
