package io.pilotwatch.endtoend;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The rehearsal: backed up while people work, everything killed and lost, restored. Up to the recovery point nothing is lost,
 * also what not all had heard yet; what was lost after it is named; and work goes on.
 */
@Order(4)
@ExtendWith(SharedPlatform.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BackupIT {

    private static final Path FOLDER = Path.of("target/backup").toAbsolutePath();
    private static final String UPDATES = "/milestones/m1/updates";

    /** Alerts that were ever raised, by compliance-alert's history and by what reporting heard. */
    private static final String RAISED = "select count(*)::text from alert_history where what = 'AlertRaised'";

    private static final String HEARD =
            "select count(*)::text from journal where type = 'io.pilotwatch.alert.raised.v1'";

    private static RunningPlatform platform;
    private static Journey pilot;
    private static String raised;
    private static JsonNode ledger;
    private static String said;

    @BeforeAll
    static void workBackUpWorkOnAndLoseEverything(RunningPlatform shared) throws Exception {
        platform = shared;
        RunningPlatform.delete(FOLDER);
        pilot = Journey.published(platform, "备份演练");
        pilot.team("/task-book", Map.of());
        pilot.lead("/task-book/acceptances", Map.of());
        pilot.team(UPDATES, Map.of("percent", 10));
        pilot.becomes("IN_PROGRESS");
        platform.backUp(FOLDER);

        pilot.team(UPDATES, Map.of("percent", 20));
        await().atMost(Duration.ofSeconds(20)).until(() -> timesTold(20) == 1);
        platform.kill("reporting");
        pilot.team(UPDATES, Map.of("percent", 30));
        allIsSent();
        raised = ask("compliance_alert", RAISED);
        ledger = platform.json(Journey.OFFICE, pilot.ofPlan("/ledger"));
        archive();

        pilot.team(UPDATES, Map.of("percent", 40));
        allIsSent();
        platform.burnDown();
        var begun = Instant.now();
        said = platform.restore(FOLDER);
        platform.startWhatIsMissing();
        System.out.printf(
                "RESTORED in %d s%n%s", Duration.between(begun, Instant.now()).toSeconds(), said);
    }

    /** As happens by itself at least each minute: what is committed by now is archived. */
    private static void archive() throws SQLException {
        var piece = ask("postgres", "select pg_walfile_name(pg_switch_wal())");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> ask(
                                "postgres", "select (last_archived_wal >= '" + piece + "')::text from pg_stat_archiver")
                        .equals("true"));
    }

    @Test
    @Order(1)
    void whatWasAcknowledgedBeforeTheRecoveryPointIsThereForAll() throws Exception {
        // Reporting had not heard of it when everything was lost.
        await().atMost(Duration.ofSeconds(30)).until(() -> timesTold(30) == 1);
        for (int percent : List.of(10, 20)) {
            assertEquals(1, timesTold(percent), percent + " %");
        }
        assertEquals(30, percent());
    }

    @Test
    @Order(2)
    void receiptsOfBeforeAreThereAndTheLedgerIsWhole() throws Exception {
        var restored = platform.json(Journey.OFFICE, pilot.ofPlan("/ledger"));
        assertEquals(ledger.path("receipts"), restored.path("receipts"));
        var verdict = platform.verified(restored);
        assertEquals(0, verdict.code(), verdict.said());
        // The old one verifies by the same key.
        assertEquals(0, platform.verified(ledger).code());
    }

    @Test
    @Order(3)
    void whatWasLostAfterItIsNamed() throws Exception {
        assertEquals(0, timesTold(40));
        var file = Pattern.compile("they are in (\\S+):").matcher(said);
        assertTrue(file.find(), said);
        var lost = Files.readString(Path.of(file.group(1)));
        assertTrue(lost.contains("\\\"percent\\\":40") && lost.contains(pilot.pilotId()), lost);
        assertFalse(lost.contains("\\\"percent\\\":30"), lost);
    }

    @Test
    @Order(4)
    void noAlertIsRaisedAgainAndTheViewsAreWhatTheJournalSays() throws Exception {
        assertEquals(raised, ask("compliance_alert", RAISED));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> ask("reporting", HEARD).equals(raised));
        assertTrue(platform.rebuilt().path("equal").asBoolean());
    }

    @Test
    @Order(5)
    void workGoesOn() throws Exception {
        pilot.team(UPDATES, Map.of("percent", 40));

        await().atMost(Duration.ofSeconds(20)).until(() -> timesTold(40) == 1);
        assertEquals(
                0,
                platform.verified(platform.json(Journey.OFFICE, pilot.ofPlan("/ledger")))
                        .code());
    }

    private static int percent() throws Exception {
        for (var milestone :
                platform.json(Journey.OFFICE, pilot.ofPlan("/task-book")).path("milestones")) {
            if (milestone.path("milestoneId").asText().equals("m1")) {
                return milestone.path("percent").asInt();
            }
        }
        return -1;
    }

    private static long timesTold(int percent) throws Exception {
        return pilot.timeline().stream()
                .filter(entry -> entry.at("/text/en").asText().contains("→ " + percent + "%"))
                .count();
    }

    private static void allIsSent() {
        for (var database : List.of("intake", "milestone", "compliance_alert")) {
            await().atMost(Duration.ofSeconds(20))
                    .until(() ->
                            ask(database, "select count(*)::text from outbox").equals("0"));
        }
    }

    private static String ask(String database, String query) throws SQLException {
        // As the superuser of this machine's demonstration.
        try (var connection = DriverManager.getConnection(platform.database(database), "postgres", "postgres");
                var statement = connection.createStatement();
                var found = statement.executeQuery(query)) {
            found.next();
            return found.getString(1);
        }
    }
}
