package io.pilotwatch.endtoend.faults;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pilotwatch.endtoend.Dashboards;
import io.pilotwatch.local.App;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What each alert rule is about is brought about on a running fleet, and a real Prometheus raises the alert; then it is
 * mended, and the alert goes. {@link Alarms} says what is shortened. Days are not waited for: a month without a rebuild is tried
 * as one that never came, and the moment at which a daily report arrived is moved back by two days.
 */
@Order(13)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@EnabledIfSystemProperty(named = "runbook", matches = "true", disabledReason = "ten minutes: -Pfaults")
@ExtendWith(SharedFleet.class)
class RunbookIT {

    private static final Duration SOON = Duration.ofMinutes(2);
    private static final Instant TWO_REPORTS_ARE_DUE = Instant.parse("2022-07-20T01:00:00Z");
    private static final Instant NEXT_DAY = Instant.parse("2022-07-21T01:00:00Z");
    private static final String MILESTONES = "pilotwatch.milestones.v1";
    private static final String COMPLIANCE = "compliance_alert";

    /** Overdue before the last, after which it is given up: with more, an endpoint that fails would be left alone for long. */
    private static final String THREE_TRIES = "PILOTWATCH_DELIVERIES_LADDER=0s,5s,45s";

    /** More than may wait. */
    private static final int FLOOD = 12_000;

    /** More than there are connections. */
    private static final int CROWD = 40;

    /** More than a heap may be full, and less than where the process gives up. */
    private static final double NEARLY = 0.93;

    private static Fleet fleet;
    private static Api api;
    private static Client client;
    private static Superuser superuser;
    private static List<Pilots.Pilot> ofTax;

    @AutoClose
    private static Alarms alarms;

    @AutoClose
    private static Endpoint endpoint;

    @AutoClose
    private static Injector injector;

    @BeforeAll
    static void watch(SharedFleet.Ready ready) throws Exception {
        fleet = ready.fleet();
        api = new Api(Doors.of(fleet));
        client = new Client(fleet);
        superuser = new Superuser(fleet);
        ofTax = ready.pilots().stream()
                .filter(pilot -> pilot.lead().equals("regulator-tax"))
                .toList();
        endpoint = new Endpoint();
        injector = new Injector(fleet.broker(), 1);
        alarms = Alarms.watching(fleet);
    }

    @Test
    @Order(1)
    void whatNobodyHasEverDone() {
        var never = new String[] {"PilotwatchRebuildNotChecked", "PilotwatchRegulatorNeverTold{regulator=\"sta\"}"};
        alarms.awaitFired(never);
        rebuild();
        subscribe("/taken");
        alarms.awaitResolved(never);
    }

    @Test
    @Order(2)
    void teamsThatAreLateWithTheirReportsAndTheirWork() throws Exception {
        var late = new String[] {
            "PilotwatchReportsOutstanding{field=\"tax\"}", "PilotwatchFieldForecastLate{field=\"tax\"}"
        };
        ofTax.forEach(pilot -> update(pilot, "m1", 40));
        fleet.step(TWO_REPORTS_ARE_DUE);
        alarms.awaitFired(late);
        ofTax.forEach(RunbookIT::catchUp);
        alarms.awaitResolved(late);
    }

    @Test
    @Order(3)
    void whatIsShownIsNotWhatFollowsFromTheEvents() throws Exception {
        var differs = new String[] {"PilotwatchRecountDiffers", "PilotwatchRebuildDiffers"};
        fleet.awaitSettled();
        var alert = superuser.finds(COMPLIANCE, "select min(alert_id::text) from alert where state = 'OPEN'");
        var set = "update alert set state = '%s' where alert_id = '" + alert + "'";
        superuser.does(COMPLIANCE, set.formatted("CLEARED"));
        superuser.does("reporting", """
                update pilot set report = jsonb_set(report, '{milestones,m1,percent}', '41') where pilot_id = '%s'""".formatted(ofTax.getFirst().id()));
        rebuild();
        alarms.awaitFired(differs);
        superuser.does(COMPLIANCE, set.formatted("OPEN"));
        rebuild();
        alarms.awaitResolved(differs);
    }

    @Test
    @Order(4)
    void anEventThatNobodyCanHandle() {
        var put = new String[] {
            "PilotwatchEventDeadLettered{job=\"reporting\",type=\"MilestoneUpdated\"}",
            "PilotwatchDeadLettersWaiting{job=\"reporting\"}"
        };
        var cut = "{\"pilotId\":\"BP-001\",".getBytes(StandardCharsets.UTF_8);
        var headers = injector.headers("io.pilotwatch.milestone.updated.v1");
        injector.poison("cut off", MILESTONES, "BP-001", headers, cut, Map.of());
        alarms.awaitFired(put);
        List.of("intake", "compliance-alert", "reporting").forEach(RunbookIT::closeLetters);
        alarms.awaitResolved(put);
    }

    @Test
    @Order(5)
    void anAuditLogThatCannotBeWritten() throws Exception {
        var unwritten =
                new String[] {"PilotwatchAuditUnwritten{job=\"intake\"}", "PilotwatchServerErrors{job=\"intake\"}"};
        superuser.does("intake", "revoke insert on audit_entry from intake");
        try (var _ = crowd(1, fleet.replicas(App.INTAKE).getFirst(), "/intake/api/v1/pilots")) {
            alarms.awaitFired(unwritten);
            superuser.does("intake", "grant insert on audit_entry to intake");
            alarms.awaitResolved(unwritten);
        }
    }

    @Test
    @Order(6)
    void aRegulatorWhoIsNotTold() throws Exception {
        var untold = new String[] {
            "PilotwatchHeartbeatMissing{regulator=\"sta\"}",
            "PilotwatchDeliveryOverdue",
            "PilotwatchDeliveryGivenUp{channel=\"WEBHOOK\"}"
        };
        superuser.does(COMPLIANCE, """
                update delivery set settled_at = settled_at - interval '2 days'
                where state = 'DELIVERED' and notice_id in (select notice_id from heartbeat)""");
        for (var watcher : fleet.replicas(App.COMPLIANCE_ALERT)) {
            watcher.stop();
            watcher.start(List.of("env", THREE_TRIES));
        }
        fleet.awaitWhole();
        subscribe("/refused");
        alarms.awaitFired(untold);
        endpoint.takesAll();
        fleet.step(NEXT_DAY);
        alarms.awaitResolved(untold);
    }

    @Test
    @Order(7)
    void aBrokerThatIsAway() {
        var stuck =
                new String[] {"PilotwatchOutboxStuck{job=\"milestone\"}", "PilotwatchRelayStopped{job=\"milestone\"}"};
        fleet.brokerCable().cut();
        try {
            update(ofTax.getFirst(), "m2", 61);
            alarms.awaitFired(stuck);
            awaitWritten("outbox relay: ", App.MILESTONE);
        } finally {
            fleet.brokerCable().mend();
        }
        alarms.awaitResolved(stuck);
    }

    @Test
    @Order(8)
    void aTableThatSomebodyHoldsWhileManyAsk() throws Exception {
        var milestone = fleet.replicas(App.MILESTONE).getLast();
        var held = new String[] {
            "PilotwatchDatabasePoolExhausted" + of(milestone),
            "PilotwatchServerErrors{job=\"milestone\"}",
            "PilotwatchSlow{job=\"milestone\"}"
        };
        try (var _ = superuser.holds("milestone", "lock table task_book");
                var _ = crowd(CROWD, milestone, "/milestone/api/v1/pilots/BP-001/task-book")) {
            alarms.awaitFired(held);
        }
        alarms.awaitResolved(held);
    }

    @Test
    @Order(9)
    void aTableThatNobodyCanReadFrom() throws Exception {
        var still = new String[] {
            "PilotwatchEventsNotHandled{job=\"compliance-alert\"}", "PilotwatchSweepStopped", "PilotwatchRecountStopped"
        };
        try (var _ = superuser.holds(COMPLIANCE, "lock table pilot_facts")) {
            update(ofTax.getFirst(), "m2", 62);
            alarms.awaitFired(still);
        }
        alarms.awaitResolved(still);
    }

    /** Comes back to much that waits, a row that somebody holds, and an audit log that was changed. */
    @Test
    @Order(10)
    void aServiceThatIsDownWhileMuchComes() throws Exception {
        var watchers = fleet.replicas(App.COMPLIANCE_ALERT);
        var down = new String[] {
            "PilotwatchServiceDown{job=\"compliance-alert\"}", "PilotwatchInstanceDown" + of(watchers.getLast())
        };
        var behind = new String[] {
            "PilotwatchConsumerBehind{job=\"compliance-alert\"}", "PilotwatchAuditNotSigned{job=\"compliance-alert\"}"
        };
        var pilot = ofTax.getFirst();
        // By the office, and later than what was signed last.
        api.get("compliance-alert", "/compliance-alert/api/v1/alerts");
        watchers.forEach(Replica::kill);
        update(pilot, "m2", 63);
        await().atMost(SOON).until(() -> superuser.finds("milestone", "select count(*) from outbox"), "0"::equals);
        injector.flood(MILESTONES, pilot.id(), FLOOD);
        alarms.awaitFired(down);
        blame("office", "nobody");
        var row = "select from pilot_facts where pilot_id = '" + pilot.id() + "' for update";
        try (var _ = superuser.holds(COMPLIANCE, row)) {
            fleet.awaitWhole();
            alarms.awaitFired(behind);
        }
        blame("nobody", "office");
        // The hourly look at the audit log may be an hour away; whoever takes it has it looked at, too.
        api.operator("compliance-alert", "/q/audit");
        alarms.awaitResolved(down);
        alarms.awaitResolved(behind);
    }

    @Test
    @Order(11)
    void aProcessThatAnswersAndIsIll() throws Exception {
        var intake = fleet.replicas(App.INTAKE).getLast();
        var ill = new String[] {"PilotwatchConsumerStopped" + of(intake), "PilotwatchHeapNearlyFull" + of(intake)};
        intake.stop();
        var debugger = Debugger.starting(intake);
        debugger.hang("smallrye-kafka-consumer-thread");
        debugger.fillHeap(NEARLY);
        alarms.awaitFired(ill);
        intake.kill();
        fleet.awaitWhole();
        alarms.awaitResolved(ill);
    }

    @Test
    @Order(12)
    void thatWasEveryRule() throws IOException {
        var rules = new TreeSet<String>();
        Dashboards.rules().forEach(rule -> rules.add(rule.path("alert").asText()));
        assertEquals(rules, alarms.fired());
    }

    /** Has reporting's views compared with its journal. */
    private static void rebuild() {
        api.operatorPosts("reporting", "/q/rebuild");
        await().atMost(SOON)
                .until(() -> !api.operator("reporting", "/q/rebuild")
                        .orElseThrow()
                        .path("endedAt")
                        .isNull());
    }

    private static void subscribe(String path) {
        var wish = Map.of("channel", "WEBHOOK", "target", endpoint.address(path), "heartbeat", true);
        api.post("regulator-tax", "compliance-alert", "/compliance-alert/api/v1/subscriptions", wish);
    }

    private static void update(Pilots.Pilot pilot, String milestone, int percent) {
        post(pilot, "/milestones/" + milestone + "/updates", Map.of("percent", percent));
    }

    /** As its team: the reports that are due, and progress that is ahead of the plan. */
    private static void catchUp(Pilots.Pilot pilot) {
        for (var period : List.of("2022-Q1", "2022-Q2")) {
            var report = Map.of("summary", "各项任务有序推进。", "selfRating", "GREEN", "nextPlan", "继续推进场景上线。");
            post(pilot, "/reports/" + period + "/submissions", report);
        }
        update(pilot, "m1", 100);
        update(pilot, "m2", 60);
    }

    private static void post(Pilots.Pilot pilot, String path, Object body) {
        var key = UUID.randomUUID().toString();
        client.done(client.json("milestone", "/milestone/api/v1/pilots/" + pilot.id() + path, pilot.team(), key, body));
    }

    private static void closeLetters(String service) {
        for (var letter : api.operator(service, "/q/dead-letters?state=WAITING")
                .orElseThrow()
                .path("items")) {
            var path = "/q/dead-letters/" + letter.path("id").asText() + "/close";
            api.operatorPosts(service, path, Map.of("reason", "no event at all"));
        }
    }

    /** Changes who it was in the audit log. */
    private static void blame(String account, String another) throws SQLException {
        superuser.does(COMPLIANCE, """
                update audit_entry set entry = replace(entry::text, '"%1$s"', '"%2$s"')::json
                where entry ->> 'account' = '%1$s'""".formatted(account, another));
    }

    /** What the runbook sends people to, in the log of one of its replicas. */
    private static void awaitWritten(String text, App app) {
        await(text).atMost(SOON).until(() -> {
            for (var replica : fleet.replicas(app)) {
                if (fleet.wrote(replica, text)) {
                    return true;
                }
            }
            return false;
        });
    }

    private static Crowd crowd(int people, Replica replica, String path) {
        return new Crowd(people, URI.create("http://127.0.0.1:" + replica.port() + path), fleet.token("office"));
    }

    private static String of(Replica replica) {
        return "{instance=\"127.0.0.1:" + replica.managementPort() + "\"}";
    }
}
