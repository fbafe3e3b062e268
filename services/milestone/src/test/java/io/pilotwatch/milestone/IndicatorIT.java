package io.pilotwatch.milestone;

import static io.pilotwatch.milestone.TestPilot.LEAD;
import static io.pilotwatch.milestone.TestPilot.TEAM;
import static io.restassured.path.json.JsonPath.from;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.pilotwatch.contracts.RecordEvent.IndicatorCorrected;
import io.pilotwatch.contracts.RecordEvent.IndicatorRecorded;
import io.pilotwatch.contracts.Topic;
import io.pilotwatch.platform.testing.Owner;
import io.pilotwatch.platform.testing.TestTopics;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Values of indicators, recorded and corrected. */
@QuarkusTest
class IndicatorIT {

    private static final String AT = "/indicators/on-chain-records";

    @Test
    void aValueIsRecordedCorrectedAndKeepsWhatItWasBefore() {
        var pilot = TestPilot.approved("special-field");
        var evidence = from(Form.usual()
                        .file("统计.txt", UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8))
                        .post(TEAM, pilot)
                        .body())
                .getString("evidenceId");

        pilot.post(
                        TEAM,
                        AT + "/values",
                        "{\"period\": \"2022-Q3\", \"value\": 1250000.50, \"note\": \"按区块浏览器统计\","
                                + " \"evidenceIds\": [\"" + evidence + "\"]}")
                .then()
                .statusCode(201)
                .header("Location", pilot.path() + AT)
                .body("period.code", equalTo("2022-Q3"))
                .body("value", equalTo(1250000.5f))
                .body("evidenceIds", contains(evidence))
                .body("corrections", hasSize(0));
        pilot.post(TEAM, AT + "/corrections", correction("2022-Q3", "1205000"))
                .then()
                .statusCode(201)
                .body("value", equalTo(1205000))
                .body("corrections[0].previousValue", equalTo(1250000.5f))
                .body("corrections[0].reason", equalTo("重复计入测试数据。"))
                .body("corrections[0].by", equalTo(TEAM));

        pilot.get(LEAD, "/indicators")
                .then()
                .statusCode(200)
                .body("benefits", hasSize(5))
                .body("benefits[0].indicators[1].code", equalTo("on-chain-records"))
                .body("benefits[0].indicators[1].type", equalTo("CUMULATIVE"))
                .body("benefits[0].indicators[1].unit.en", equalTo("records"))
                .body("benefits[0].indicators[1].series[0].note", equalTo("按区块浏览器统计"))
                .body("benefits[0].indicators[1].series[0].value", equalTo(1205000));
        var told = TestTopics.read(Topic.MILESTONES.wireName(), pilot.id(), r -> r.size() >= 3).stream()
                .map(TestTopics::event)
                .skip(1)
                .toList();
        assertEquals(
                new BigDecimal("1250000.5"),
                ((IndicatorRecorded) told.get(0)).value().value());
        assertEquals(new BigDecimal("1250000.5"), ((IndicatorCorrected) told.get(1)).previousValue());
        assertEquals(2, told.get(1).revision());
    }

    @Test
    void theTaskBookInForceSaysWhereAnIndicatorStartsAndWhereItIsToBe() {
        var pilot = TestPilot.approved("special-field");
        pilot.get(LEAD, "/indicators/handling-hours").then().body("baseline", nullValue());

        pilot.file("{\"indicators\": [{\"indicator\": \"handling-hours\", \"baseline\": 48, \"target\": 12.5}]}");

        pilot.get(LEAD, "/indicators/handling-hours")
                .then()
                .body("baseline", equalTo(48))
                .body("target", equalTo(12.5f))
                .body("direction", equalTo("DOWN"));
        pilot.get(LEAD, "/indicators").then().body("benefits[1].indicators[0].target", equalTo(12.5f));
        pilot.get(LEAD, AT).then().body("target", nullValue());
    }

    @Test
    void whatIsNotTakenIsRefusedAtItsPlace() {
        var pilot = TestPilot.approved("special-field");
        pilot.post(TEAM, AT + "/values", value("2022-Q3", "100")).then().statusCode(201);

        pilot.post(TEAM, AT + "/values", value("2022-Q4", "99"))
                .then()
                .statusCode(422)
                .body("code", equalTo("CUMULATIVE_FELL"))
                .body("errors[0].pointer", equalTo("/value"))
                .body("detail", containsString("100"));
        refused(pilot, AT + "/values", value("2022-Q3", "100"), 409, "VALUE_ALREADY_RECORDED");
        refused(pilot, AT + "/corrections", correction("2022-Q4", "100"), 409, "VALUE_NOT_RECORDED");
        refused(pilot, AT + "/corrections", correction("2022-Q3", "100.0"), 422, "VALUE_UNCHANGED");
        refused(pilot, AT + "/values", value("2021-Q4", "1"), 422, "PERIOD_BEFORE_PILOT");
        refused(pilot, AT + "/values", value("2099-Q4", "1"), 422, "PERIOD_NOT_BEGUN");
        refused(pilot, AT + "/values", value("2022-07", "1"), 422, "PERIOD_UNKNOWN");
        refused(pilot, AT + "/values", value("2022-Q2", "-1"), 422, "VALUE_NEGATIVE");
        refused(pilot, AT + "/values", value("2022-Q2", "1e2000000000"), 422, "VALUE_TOO_LONG");
        refused(pilot, "/indicators/availability/values", value("2022-Q2", "100.1"), 422, "RATIO_OUT_OF_RANGE");
        refused(
                pilot,
                AT + "/values",
                "{\"period\": \"2022-Q4\", \"value\": 100, \"evidenceIds\": [\"" + UUID.randomUUID() + "\"]}",
                422,
                "EVIDENCE_UNKNOWN");
        refused(pilot, AT + "/values", "{\"period\": \"2022-Q4\", \"value\": \"many\"}", 400, "UNREADABLE_BODY");
        refused(pilot, AT + "/values", "{\"period\": \"2022-Q4\"}", 400, "INVALID_REQUEST");
        refused(pilot, "/indicators/happiness/values", value("2022-Q4", "1"), 404, "NOT_FOUND");
        pilot.get(TEAM, AT).then().body("series", hasSize(1)).body("series[0].value", equalTo(100));
    }

    private static void refused(TestPilot pilot, String at, String body, int status, String code) {
        pilot.post(TEAM, at, body).then().statusCode(status).body("code", equalTo(code));
    }

    @Test
    void ofEightThatRecordOnePeriodAtOnceOneIsOnRecord() throws Exception {
        var pilot = TestPilot.approved("special-field");

        var statuses = new ArrayList<Integer>();
        try (var threads = Executors.newFixedThreadPool(8)) {
            var calls = IntStream.range(0, 8)
                    .mapToObj(i -> (Callable<Integer>) () -> pilot.post(TEAM, AT + "/values", value("2022-Q3", "" + i))
                            .statusCode())
                    .toList();
            for (var answer : threads.invokeAll(calls)) {
                statuses.add(answer.get());
            }
        }

        assertEquals(1, statuses.stream().filter(s -> s == 201).count());
        assertEquals(7, statuses.stream().filter(s -> s == 409).count());
        pilot.get(TEAM, AT).then().body("series", hasSize(1));
    }

    @Test
    void whatWasRecordedIsNeverUnsaid() {
        var pilot = TestPilot.approved("special-field");
        pilot.post(TEAM, AT + "/values", value("2022-Q3", "100")).then().statusCode(201);

        for (var table : List.of("indicator_value", "report_entry", "evidence_content", "evidence_chunk")) {
            var refused = assertThrows(SQLException.class, () -> Owner.execute("delete from " + table));
            assertEquals("23001", refused.getSQLState(), table);
        }
    }

    private static String value(String period, String value) {
        return "{\"period\": \"%s\", \"value\": %s}".formatted(period, value);
    }

    private static String correction(String period, String value) {
        return "{\"period\": \"%s\", \"value\": %s, \"reason\": \"重复计入测试数据。\"}".formatted(period, value);
    }
}
