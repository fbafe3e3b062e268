package io.pilotwatch.reporting;

import static io.pilotwatch.reporting.Told.as;
import static io.pilotwatch.reporting.Told.freshPilot;
import static io.pilotwatch.reporting.Told.on;
import static io.pilotwatch.reporting.Told.once;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import io.pilotwatch.contracts.Event;
import io.pilotwatch.contracts.PilotState;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.platform.testing.Owner;
import io.pilotwatch.platform.testing.TestTopics;
import io.pilotwatch.platform.testing.Tokens;
import io.pilotwatch.reporting.core.Difference;
import io.pilotwatch.reporting.core.Facts;
import io.pilotwatch.reporting.core.PilotFacts;
import io.pilotwatch.reporting.core.PilotReport;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The views against the journal, whose other tests' pilots are rebuilt as well. */
@QuarkusTest
class RebuildIT {

    private record Happened(String id, Instant at, Event event) {}

    @Inject
    AgroalDataSource database;

    @Inject
    FactsRows facts;

    @Inject
    RebuildLock lock;

    @Inject
    RebuildMetrics metrics;

    @Inject
    Programme programme;

    @ConfigProperty(name = "quarkus.management.test-port")
    int management;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void repeatedShuffledAndLateEventsMakeTheSameFactsOfEachDayAsInTheirOrder(long seed) {
        var random = new Random(seed);
        var pilot = freshPilot("tax");
        var story = story(pilot);
        var told = new ArrayList<>(story);
        for (int i = 0; i < 5; i++) {
            told.add(story.get(random.nextInt(story.size())));
        }
        Collections.shuffle(told, random);
        told.forEach(h -> TestTopics.send(h.event(), h.at(), h.id()));
        once(pilot, story.size());
        for (var day : days(story)) {
            assertEquals(folded(pilot, story, day), asOf(pilot, day), day.toString());
            assertEquals(folded(pilot, story, day.minusDays(1)), asOf(pilot, day.minusDays(1)), "before " + day);
        }
        var rebuild = rebuilt("");
        assertEquals(List.of(), rebuild.found());
        assertEquals(true, rebuild.equal());
        assertFalse(rebuild.swapped());
        assertEquals(rebuild.ofEvents(), rebuild.events());
        assertEquals(rebuild.ofPilots(), rebuild.pilots());
    }

    @Test
    void aMomentFinerThanTheJournalsIsFoldedAsTheJournalKeepsIt() {
        var pilot = freshPilot("tax");
        TestTopics.send(pilot.approved(), Instant.parse("2022-03-01T01:00:00.123456789Z"));
        TestTopics.send(pilot.submitted("r1", 1, 0), Instant.parse("2022-03-01T15:59:59.999999999Z"));
        once(pilot, 2);
        assertEquals(List.of(), rebuilt("").found());
    }

    @Test
    void whatADayUndoesAgainIsNoDifference() {
        var pilot = freshPilot("tax");
        on("2022-03-01", pilot.approved());
        on("2022-03-02", pilot.filed("m1"));
        on("2022-06-20", pilot.attached("e1"));
        once(pilot, 3);
        // Each in a batch of its own, on one day: raised and gone again.
        on("2022-06-20", pilot.raised("PILOT_STALE", 1));
        once(pilot, 4);
        on("2022-06-20", pilot.cleared("PILOT_STALE", 2));
        once(pilot, 5);
        assertEquals(List.of(), rebuilt("").found());
    }

    @Test
    void aDamagedViewIsNamedAndMended() throws SQLException {
        var pilot = freshPilot("tax");
        on("2022-03-01", pilot.approved());
        on("2022-03-02", pilot.filed("m1"));
        on("2022-06-20", pilot.updated("m1", 2, 40));
        once(pilot, 3);
        var path = "/reporting/api/v1/pilots/" + pilot.pilotId();
        var tag = as("office").get(path).header("ETag");
        var portfolio = as("office").get("/reporting/api/v1/portfolio/field/tax?asOf=2022-07-04");
        damage(
                "update pilot set report = jsonb_set(report, '{milestones,m1,percent}', '41') where pilot_id = ?",
                pilot);
        damage("delete from facts where day = '2022-03-02' and part = 'PLAN' and pilot_id = ?", pilot);
        damage("update facts set value = replace(value, '40', '42') where day = '2022-06-20' and pilot_id = ?", pilot);
        assertEquals(List.of(41), as("office").get(path).jsonPath().getList("milestones.percent"));

        var rebuild = rebuilt("");

        assertEquals(false, rebuild.equal());
        assertTrue(rebuild.swapped());
        var found = rebuild.found();
        assertTrue(found.stream().allMatch(d -> d.pilotId().equals(pilot.pilotId())), found.toString());
        assertTrue(found.contains(new Difference(pilot.pilotId(), "report/milestones/m1/percent", "41", "40")));
        assertTrue(found.contains(
                new Difference(pilot.pilotId(), "facts/2022-06-20/PLAN/milestones/0/percent", "42", "40")));
        assertTrue(found.stream()
                .anyMatch(d -> d.field().equals("facts/2022-03-02/PLAN") && d.live() == null && d.rebuilt() != null));
        assertEquals(found.size(), rebuild.differences());
        metrics.look();
        assertTrue(scraped().contains("pilotwatch_reporting_rebuild_equal 0.0"));
        assertTrue(scraped().contains("pilotwatch_reporting_rebuild_differences " + (double) found.size()));

        var mended = as("office").get(path);
        assertEquals(List.of(40), mended.jsonPath().getList("milestones.percent"));
        assertNotEquals(tag, mended.header("ETag"), "what a reader kept of the damaged view is not good any more");
        assertEquals(
                portfolio.jsonPath().getMap("milestones"),
                as("office")
                        .get("/reporting/api/v1/portfolio/field/tax?asOf=2022-07-04")
                        .jsonPath()
                        .getMap("milestones"));
        assertEquals(true, rebuilt("").equal());
        metrics.look();
        assertTrue(scraped().contains("pilotwatch_reporting_rebuild_equal 1.0"));
    }

    @Test
    void whatComesInWhileTheViewsAreSwappedIsInThem() {
        var pilots = new ArrayList<Facts>();
        var sender = Thread.ofPlatform().start(() -> {
            for (int i = 0; i < 20; i++) {
                var pilot = freshPilot("energy");
                on("2022-03-01", pilot.approved());
                on("2022-03-02", pilot.filed("m1", "m2"));
                on("2022-06-20", pilot.updated("m1", 2, 40));
                on("2022-06-10", pilot.raised("PILOT_STALE", 1));
                pilots.add(pilot);
            }
        });
        while (sender.isAlive()) {
            assertTrue(rebuilt("?swap=true").swapped());
        }
        pilots.forEach(p -> once(p, 4));
        var rebuild = rebuilt("");
        assertEquals(List.of(), rebuild.found());
        assertEquals(true, rebuild.equal());
    }

    @Test
    void oneThatWasKilledLeavesNothingWrong() throws SQLException {
        // As it is when a process dies in the middle: tables with something in them, a row that says it runs.
        damage("select begin_rebuild() where ? <> ''", freshPilot());
        damage("insert into rebuilt.pilot select * from pilot where pilot_id <> ?", freshPilot());
        damage("insert into rebuild (cause, started_at) select 'OPERATOR', now() where ? <> ''", freshPilot());

        var rebuild = rebuilt("");

        assertEquals(true, rebuild.equal(), rebuild.toString());
        given().port(management)
                .auth()
                .oauth2(Tokens.of("operator"))
                .get("/q/rebuild")
                .then()
                .statusCode(200)
                .body("rebuildId", is((int) rebuild.rebuildId()));
    }

    @Test
    void oneRunsAtATime() {
        try (var _ = lock.tryTake().orElseThrow()) {
            operator().post("/q/rebuild").then().statusCode(409).body("code", is("REBUILD_RUNNING"));
        }
        assertEquals(true, rebuilt("").equal());
    }

    @Test
    void whatIsNeitherYesNorNoIsRefused() {
        operator().post("/q/rebuild?swap=maybe").then().statusCode(400).body("code", is("BAD_PARAMETER"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"GET", "POST"})
    void onlyAnOperatorMay(String method) {
        given().port(management).request(method, "/q/rebuild").then().statusCode(401);
        given().port(management)
                .auth()
                .oauth2(Tokens.of("office"))
                .request(method, "/q/rebuild")
                .then()
                .statusCode(403);
    }

    @Test
    void theJournalIsKeptByMonthsAndOnlyAddedTo() throws SQLException {
        var pilot = freshPilot("tax");
        on("2031-05-10", pilot.approved());
        on("1971-01-01", pilot.filed("m1"));
        once(pilot, 2);
        assertEquals(List.of("journal_2031_05", "journal_other"), partitions(pilot));
        for (var table : List.of("journal", "journal_2031_05", "journal_other")) {
            for (var statement :
                    List.of("update %s set topic = '' where pilot_id = '%s'", "delete from %s where pilot_id = '%s'")) {
                var refused = assertThrows(
                        SQLException.class, () -> Owner.execute(statement.formatted(table, pilot.pilotId())));
                assertTrue(refused.getMessage().contains("append-only"), refused.getMessage());
            }
            assertThrows(SQLException.class, () -> Owner.execute("truncate " + table));
        }
    }

    /** Everything that can befall a pilot, on days of its own, two things on some of them. */
    private static List<Happened> story(Facts pilot) {
        var events = List.of(
                pilot.approved(),
                pilot.filed("m1", "m2"),
                pilot.advanced(2, PilotState.IN_PROGRESS),
                pilot.updated("m1", 2, 10),
                pilot.raised("PILOT_STALE", 1),
                pilot.updated("m2", 2, 30),
                pilot.raised("MILESTONE_OVERDUE", 1),
                pilot.attached("e1"),
                pilot.recorded("2022-Q2", 1, 1200),
                pilot.cleared("PILOT_STALE", 2),
                pilot.submitted("r1", 1, 3),
                pilot.ordered("x1"),
                pilot.reached("m1", 4, "2022-07-05"),
                pilot.answered("x1"),
                pilot.suspended(3));
        var story = new ArrayList<Happened>();
        for (int i = 0; i < events.size(); i++) {
            var at = Instant.parse("2022-03-01T02:00:00Z").plus(Duration.ofHours(17L * i));
            story.add(new Happened(UUID.randomUUID().toString(), at, events.get(i)));
        }
        return story;
    }

    private List<LocalDate> days(List<Happened> story) {
        return story.stream().map(h -> programme.dayOf(h.at())).distinct().toList();
    }

    /** Of those events alone that had happened by then; null before it was approved. */
    private PilotFacts folded(Facts pilot, List<Happened> story, LocalDate day) {
        var report = PilotReport.empty(pilot.pilotId());
        for (var happened : story) {
            if (!programme.dayOf(happened.at()).isAfter(day)) {
                report = PilotReport.fold(report, happened.event(), happened.at());
            }
        }
        return PilotFacts.of(report, programme);
    }

    private PilotFacts asOf(Facts pilot, LocalDate day) {
        return facts.changedSince(FactsRows.Mark.BEGINNING, day).pilots().stream()
                .map(FactsRows.Known::facts)
                .filter(f -> f.pilotId().equals(pilot.pilotId()))
                .findFirst()
                .orElse(null);
    }

    /** Rebuilds and waits for the end. */
    private Rebuild rebuilt(String parameters) {
        long id = operator()
                .post("/q/rebuild" + parameters)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getLong("rebuildId");
        await().atMost(Duration.ofMinutes(1))
                .until(() -> operator().get("/q/rebuild").jsonPath().get("endedAt") != null);
        var rebuild = operator().get("/q/rebuild").as(Rebuild.class);
        assertEquals(id, rebuild.rebuildId());
        assertEquals(null, rebuild.failure());
        // Its lock is given back just after it has ended.
        await().until(() -> {
            var free = lock.tryTake();
            free.ifPresent(RebuildLock.Taken::close);
            return free.isPresent();
        });
        return rebuild;
    }

    private RequestSpecification operator() {
        return given().port(management).auth().oauth2(Tokens.of("operator"));
    }

    private String scraped() {
        return given().port(management).get("/q/metrics").asString();
    }

    private List<String> partitions(Facts pilot) throws SQLException {
        var names = new ArrayList<String>();
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "select distinct tableoid::regclass::text from journal where pilot_id = ? order by 1")) {
            select.setString(1, pilot.pilotId());
            try (var found = select.executeQuery()) {
                while (found.next()) {
                    names.add(found.getString(1));
                }
            }
        }
        return names;
    }

    private void damage(String statement, Facts pilot) throws SQLException {
        try (var connection = database.getConnection();
                var prepared = connection.prepareStatement(statement)) {
            prepared.setString(1, pilot.pilotId());
            prepared.execute();
        }
    }
}
