package io.pilotwatch.reporting;

import static io.pilotwatch.reporting.Told.as;
import static io.pilotwatch.reporting.Told.freshPilot;
import static io.pilotwatch.reporting.Told.on;
import static io.pilotwatch.reporting.Told.once;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pilotwatch.platform.testing.Tokens;
import io.pilotwatch.reporting.core.Facts;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What other tests have said is rebuilt too, and has to be equal as well. */
@QuarkusTest
class RebuildIT {

    @Inject
    DataSource database;

    @Inject
    Rebuild rebuild;

    private Facts pilot;

    @BeforeEach
    void aPilotWithAStory() {
        pilot = freshPilot("tax");
        on("2022-03-01", pilot.approved());
        on("2022-03-02", pilot.filed("m1"));
        on("2022-06-20", pilot.updated("m1", 2, 40));
        on("2022-07-05", pilot.reached("m1", 3, "2022-07-05"));
        once(pilot, 4);
    }

    @Test
    void whatWasDamagedByHandIsNamedAndMended() throws SQLException {
        var id = "pilot_id = '" + pilot.pilotId() + "'";
        sql("update pilot set revision = 3, newest = '2022-07-06', report = jsonb_set(report, '{taskBook}', 'null') where "
                + id);
        sql("update facts set value = replace(value, 'tax', 'energy') where part = 'REGISTER' and " + id);
        sql("delete from facts where part = 'PLAN' and day = '2022-06-20' and " + id);

        var looked = run(false);
        assertEquals("DONE", looked.getString("run.state"));
        assertEquals(false, looked.getBoolean("run.swapped"));
        assertEquals(looked.getLong("run.events"), looked.getLong("run.folded"));
        assertEquals(
                new TreeSet<>(List.of(
                        "revision",
                        "newest",
                        "report.taskBook",
                        "facts.REGISTER.2022-03-01",
                        "facts.PLAN.2022-06-20")),
                new TreeSet<>(looked.getList("differences.findAll { it.pilotId == '%s' }.field"
                        .formatted(pilot.pilotId()))));
        Map<String, String> newest = looked.getMap(
                "differences.find { it.pilotId == '%s' && it.field == 'newest' }".formatted(pilot.pilotId()));
        assertEquals("2022-07-06", newest.get("live"));
        assertEquals("2022-07-05", newest.get("rebuilt"));
        assertEquals(5, looked.getInt("run.differences"), "nothing else differs: " + looked.prettify());
        scrapedOnce("pilotwatch_reporting_rebuild_equal 0.0");
        scrapedOnce("pilotwatch_reporting_rebuild_differences 5.0");

        assertEquals(true, run(true).getBoolean("run.swapped"));
        assertEquals(List.of("tax"), view().getList("fields.code"));
        var again = run(false);
        assertEquals(0, again.getInt("run.differences"), again.prettify());
        scrapedOnce("pilotwatch_reporting_rebuild_equal 1.0");
    }

    @Test
    void aPilotThatTheJournalDoesNotKnowVanishesAndOneThatWasLostComesBack() throws SQLException {
        var ghost = freshPilot("tax");
        var id = "pilot_id = '" + pilot.pilotId() + "'";
        for (var table : List.of("pilot", "facts")) {
            var row = "jsonb_populate_record(null::%s, replace(to_jsonb(%s)::text, '%s', '%s')::jsonb)"
                    .formatted(table, table, pilot.pilotId(), ghost.pilotId());
            sql("insert into %s select (%s).* from %s where %s".formatted(table, row, table, id));
            sql("delete from %s where %s".formatted(table, id));
        }
        sql("update pilot set changed = pg_current_xact_id() where pilot_id = '" + ghost.pilotId() + "'");
        assertEquals(List.of(ghost.pilotId()), list(ghost));

        run(true);
        assertEquals(List.of(), list(ghost));
        assertEquals(List.of(pilot.pilotId()), list(pilot));
        assertEquals(4, view().getInt("timelineTotal"));
        assertEquals(0, run(false).getInt("run.differences"));
    }

    @Test
    void whatComesWhileItRunsIsInItOrInTheLiveViews() {
        var others = List.of(freshPilot("tax"), freshPilot("tax"), freshPilot("tax"));
        asOperator().post("/q/rebuild").then().statusCode(200);
        for (var other : others) {
            on("2022-03-01", other.approved());
            on("2022-03-02", other.filed("m1"));
        }
        others.forEach(other -> once(other, 2));
        done();
        var after = run(false);
        assertEquals(0, after.getInt("run.differences"), after.prettify());
    }

    @Test
    void viewsOfOtherCodeAreFoldedAnewBeforeTheStart() throws SQLException {
        var id = "pilot_id = '" + pilot.pilotId() + "'";
        sql("update views set version = version - 1");
        sql("update pilot set report = '{\"shape\": \"of yesterday\"}' where " + id);
        rebuild.renew();
        assertEquals(4, view().getInt("timelineTotal"));
        var run = asOperator().get("/q/rebuild").jsonPath();
        assertEquals("START", run.getString("run.cause"));
        rebuild.renew();
        assertEquals(
                run.getLong("run.run"),
                asOperator().get("/q/rebuild").jsonPath().getLong("run.run"),
                "the views are up to date now");
        assertEquals(0, run(false).getInt("run.differences"));
    }

    @Test
    void oneRunsAtATimeAndWhatAKilledOneLeftIsThrownAway() throws SQLException {
        try (var elsewhere = database.getConnection();
                var statement = elsewhere.createStatement()) {
            statement.execute("select pg_advisory_lock(" + RebuildRows.LOCK + ")");
            sql("insert into rebuild (cause) values ('OPERATOR')");
            sql("insert into rebuilt_pilot values ('BP-KILLED', 1, '2022-01-01', '{}')");
            assertEquals("RUNNING", asOperator().get("/q/rebuild").jsonPath().getString("run.state"));
            asOperator().post("/q/rebuild").then().statusCode(409).body("code", is("ALREADY_RUNNING"));
            statement.execute("select pg_advisory_unlock(" + RebuildRows.LOCK + ")");
        }
        assertEquals("INTERRUPTED", asOperator().get("/q/rebuild").jsonPath().getString("run.state"));
        assertEquals(0, run(true).getInt("run.differences"));
    }

    @Test
    void onlyAnOperatorMay() {
        onManagement().post("/q/rebuild").then().statusCode(401);
        onManagement()
                .header("Authorization", "Bearer " + Tokens.of("office"))
                .post("/q/rebuild")
                .then()
                .statusCode(403);
        asOperator().post("/q/rebuild?swap=maybe").then().statusCode(400).body("code", is("BAD_PARAMETER"));
    }

    private JsonPath run(boolean swap) {
        asOperator().post("/q/rebuild?swap=" + swap).then().statusCode(200);
        return done();
    }

    private static JsonPath done() {
        return await().atMost(Duration.ofMinutes(1))
                .until(() -> asOperator().get("/q/rebuild").jsonPath(), told -> !"RUNNING"
                        .equals(told.getString("run.state")));
    }

    private JsonPath view() {
        return as("office").get("/reporting/api/v1/pilots/" + pilot.pilotId()).jsonPath();
    }

    private static List<String> list(Facts pilot) {
        return as("office")
                .queryParam("q", pilot.pilotId())
                .get("/reporting/api/v1/pilots")
                .jsonPath()
                .getList("items.pilotId");
    }

    private static void scrapedOnce(String line) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> onManagement().get("/q/metrics").then().body(containsString(line)));
    }

    private static RequestSpecification asOperator() {
        return onManagement()
                .header("Authorization", "Bearer " + Tokens.of("operator"));
    }

    private static RequestSpecification onManagement() {
        return RestAssured.given()
                .port(ConfigProvider.getConfig().getValue("quarkus.management.test-port", Integer.class));
    }

    private void sql(String statement) throws SQLException {
        try (var connection = database.getConnection();
                var execute = connection.createStatement()) {
            assertTrue(execute.executeUpdate(statement) > 0, statement);
        }
    }
}
