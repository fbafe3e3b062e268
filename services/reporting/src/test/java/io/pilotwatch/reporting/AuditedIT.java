package io.pilotwatch.reporting;

import static io.pilotwatch.reporting.Told.as;
import static io.pilotwatch.reporting.Told.freshPilot;
import static io.pilotwatch.reporting.Told.once;
import static io.pilotwatch.reporting.Told.say;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.pilotwatch.platform.audit.AuditRows;
import io.pilotwatch.platform.audit.AuditRows.Wanted;
import io.pilotwatch.reporting.core.Facts;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is seen and done here is in the audit log, once each. */
@QuarkusTest
class AuditedIT {

    private static final String API = "/reporting/api/v1";
    private static final Wanted ALL = new Wanted(null, null, null, null);
    private static final Facts PILOT = freshPilot("tax");

    @Inject
    AuditRows rows;

    private long before;

    @BeforeEach
    void thereIsAPilot() {
        say(PILOT.approved("special-field", "示例单位-028", true));
        once(PILOT, 1);
        before = rows.latest(ALL, Long.MAX_VALUE, 1).stream()
                .mapToLong(AuditRows.Written::position)
                .sum();
    }

    @Test
    void aReadARefusedReadAChangeAnExportAPageAndAStreamLeaveOneEntryEach() {
        var id = PILOT.pilotId();
        as("team-028").get(API + "/pilots/" + id).then().statusCode(200);
        as("team-029").get(API + "/pilots/" + id).then().statusCode(403);
        as("viewer")
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID())
                .body(Map.of("name", "mine " + id, "filter", Map.of("q", "unsaid")))
                .post(API + "/saved-views")
                .then()
                .statusCode(201);
        as("office").get(API + "/exports/pilots.xlsx?field=tax").then().statusCode(200);
        as("team-029").accept("text/html").get("/reporting/pilots/" + id).then().statusCode(403);
        as("office").get(API + "/news").then().statusCode(406);

        var exports = " GET " + API + "/exports/{name}.{ending} ";
        assertEquals(
                List.of(
                        "seen team-028 GET " + API + "/pilots/{pilotId} " + id + " 200 {}",
                        "refused team-029 GET " + API + "/pilots/{pilotId} " + id + " 403 {}",
                        "done viewer POST " + API + "/saved-views - 201 {}",
                        "seen office" + exports + "- 200 {\"field\":[\"tax\"]}",
                        "refused team-029 GET /reporting/pilots/{pilotId} " + id + " 403 {}",
                        "refused office GET " + API + "/news - 406 {}"),
                rows.latest(ALL, Long.MAX_VALUE, 50).reversed().stream()
                        .filter(written -> written.position() > before)
                        .map(rows::read)
                        .map(AuditedIT::words)
                        .toList());
    }

    private static String words(JsonNode entry) {
        return "%s %s %s %s %s %s %s"
                .formatted(
                        entry.path("outcome").asText(),
                        entry.path("account").asText(),
                        entry.path("method").asText(),
                        entry.path("route").asText(),
                        entry.path("pilot").asText("-"),
                        entry.path("status").asText(),
                        entry.has("asked") ? entry.path("asked") : "{}");
    }
}
