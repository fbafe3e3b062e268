package io.pilotwatch.endtoend;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.pilotwatch.contracts.Topic;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** The four services as real processes behind the one address: what one says reaches the others, whatever is killed. */
@Order(1)
@ExtendWith(SharedPlatform.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ProcessesIT {

    private static final String PILOT = "BP-028";
    private static final String TEAM = "team-028";
    private static final String LEAD = "regulator-manufacturing";
    private static final String TASK_BOOK = "/milestone/api/v1/pilots/" + PILOT + "/task-book";
    private static final String MILESTONES = "/milestone/api/v1/pilots/" + PILOT + "/milestones/m1";

    private static RunningPlatform platform;

    @BeforeAll
    static void take(RunningPlatform shared) {
        platform = shared;
    }

    @Test
    @Order(1)
    void theRealEntriesAndTheSyntheticOnesAreLoadedAndMarked() throws Exception {
        var portfolio = platform.json("viewer", "/reporting/api/v1/portfolio");

        assertEquals(179, portfolio.at("/pilots/expected").asInt());
        assertEquals(27, portfolio.at("/pilots/real").asInt());
        assertEquals(152, portfolio.at("/pilots/synthetic").asInt());
        assertEquals(
                "27 of 179 real entries loaded", portfolio.at("/pilots/text/en").asText());
        assertTrue(platform.get("viewer", "/").body().contains("27"));
        assertTrue(report().path("synthetic").asBoolean());
    }

    @Test
    @Order(1)
    void aTokenForScriptsOpensTheApi() throws Exception {
        var request = HttpRequest.newBuilder(RunningPlatform.address("/reporting/api/v1/pilots/" + PILOT))
                .header("Authorization", "Bearer " + platform.printedToken("viewer"));
        try (var http = HttpClient.newHttpClient()) {
            assertEquals(
                    200, http.send(request.build(), BodyHandlers.discarding()).statusCode());
        }
    }

    @Test
    @Order(2)
    void anUpdatePostedAtOneEndIsReadAtTheOther() throws Exception {
        platform.done(TEAM, TASK_BOOK, Map.of());
        platform.done(LEAD, TASK_BOOK + "/acceptances", Map.of());

        update(35, "2022-06-20");

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(
                        () -> assertEquals(35, milestone().path("percent").asInt()));
        assertEquals("2022-06-20", milestone().path("forecast").asText());
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() ->
                        assertEquals("IN_PROGRESS", report().at("/state/code").asText()));
    }

    @Test
    @Order(3)
    void anAlertComesOnItsProgrammeDayAndReachesReporting() throws Exception {
        // m1 is due on 2022-06-30: thirty days before, in Shanghai, begins 2022-05-31.
        platform.stepTo("2022-05-30T23:59:59+08:00");
        assertEquals(List.of(), alerts("MILESTONE_DUE_SOON"));

        platform.stepTo("2022-05-31T00:00:00+08:00");

        var alerts = alerts("MILESTONE_DUE_SOON");
        assertEquals(1, alerts.size());
        assertEquals(
                PILOT + ".MILESTONE_DUE_SOON.m1.1",
                alerts.getFirst().path("alertId").asText());
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(
                        () -> assertTrue(report().path("openAlerts").toString().contains("MILESTONE_DUE_SOON")));
    }

    @Test
    @Order(4)
    void whatWasCommittedBeforeAKillArrivesOnceAfterIt() throws Exception {
        platform.pause("kafka");
        update(60, "2022-06-25");
        platform.kill("milestone");
        platform.resume("kafka");

        platform.startWhatIsMissing();

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> assertEquals(60, milestone().path("percent").asInt()));
        assertEquals(1, timesTold(60));
        // The broker may have it twice, always under the one id.
        assertEquals(
                1,
                platform.records(Topic.MILESTONES).stream()
                        .filter(r -> new String(r.value(), StandardCharsets.UTF_8).contains("\"percent\":60"))
                        .map(r -> new String(r.headers().lastHeader("ce_id").value(), StandardCharsets.UTF_8))
                        .distinct()
                        .count());
    }

    /** The log's head is locked, so that the change is there and its entry is not when the process dies. */
    @Test
    @Order(5)
    void whatWasCommittedBeforeAKillIsInTheAuditLogAfterIt() throws Exception {
        try (var client = Executors.newSingleThreadExecutor();
                var lock = database();
                var other = database()) {
            lock.setAutoCommit(false);
            count(lock, "select position from audit_head for update");
            client.submit(() -> platform.post(TEAM, MILESTONES + "/updates", Map.of("percent", 65, "note", "无答复")));
            await().until(() -> count(other, "select count(*) from audit_owed") > 0);

            platform.kill("milestone");
            lock.rollback();
            assertEquals(0, unanswered(other));
            platform.startWhatIsMissing();

            await().atMost(Duration.ofSeconds(60)).until(() -> unanswered(other) > 0);
            assertEquals(1, unanswered(other));
            assertEquals(0, count(other, "select count(*) from audit_owed"));
        }
    }

    @Test
    @Order(6)
    void theFiguresAreThereForPrometheus() throws Exception {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertTrue(platform.metrics(9082).contains("\npilotwatch_outbox_backlog "), "outbox backlog");
            assertTrue(platform.metrics(9082).contains("\npilotwatch_outbox_oldest_age_seconds "), "oldest age");
            assertTrue(platform.metrics(9083).contains("pilotwatch_events_total{"), "events");
            assertTrue(platform.metrics(9083).contains("pilotwatch_event_age_seconds_bucket{"), "age");
            assertTrue(platform.metrics(9083).contains("pilotwatch_alerts_open{"), "open alerts");
            assertTrue(platform.metrics(9084).contains("pilotwatch_pilots{"), "pilots");
            assertTrue(platform.metrics(9084).contains("pilotwatch_deadline_timestamp_seconds"), "deadline");
        });
        for (int port = 9081; port <= 9084; port++) {
            assertEquals(-1, platform.metrics(port).indexOf("BP-0"), "no pilot id is a label");
        }
    }

    private static Connection database() throws SQLException {
        return DriverManager.getConnection(platform.database("milestone"), "milestone", "milestone");
    }

    private static long unanswered(Connection database) throws SQLException {
        return count(
                database,
                "select count(*) from audit_entry where entry ->> 'outcome' = 'unanswered'"
                        + " and entry ->> 'account' = '" + TEAM + "' and entry ->> 'pilot' = '" + PILOT + "'");
    }

    private static long count(Connection database, String select) throws SQLException {
        try (var statement = database.createStatement();
                var found = statement.executeQuery(select)) {
            found.next();
            return found.getLong(1);
        }
    }

    private static void update(int percent, String forecast) throws Exception {
        platform.done(
                TEAM, MILESTONES + "/updates", Map.of("percent", percent, "forecastDate", forecast, "note", "接口联调完成"));
    }

    private static JsonNode report() throws IOException, InterruptedException {
        return platform.json("viewer", "/reporting/api/v1/pilots/" + PILOT);
    }

    private static JsonNode milestone() throws IOException, InterruptedException {
        for (var milestone : report().path("milestones")) {
            if (milestone.path("milestoneId").asText().equals("m1")) {
                return milestone;
            }
        }
        return MissingNode.getInstance();
    }

    private static List<JsonNode> alerts(String rule) throws IOException, InterruptedException {
        var found = new ArrayList<JsonNode>();
        platform.json("office", "/compliance-alert/api/v1/alerts?pilotId=" + PILOT + "&rule=" + rule + "&state=OPEN")
                .path("items")
                .forEach(found::add);
        return found;
    }

    private static long timesTold(int percent) throws IOException, InterruptedException {
        var times = 0;
        for (var entry : report().path("timeline")) {
            times += entry.at("/text/en").asText().contains(percent + "%")
                            || entry.at("/text/en").asText().contains(percent + " %")
                    ? 1
                    : 0;
        }
        return times;
    }
}
