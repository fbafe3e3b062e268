package io.pilotwatch.reporting;

import static io.pilotwatch.reporting.Told.as;
import static io.pilotwatch.reporting.Told.freshPilot;
import static io.pilotwatch.reporting.Told.once;
import static io.pilotwatch.reporting.Told.say;

import io.pilotwatch.platform.testing.AccessCheck;
import io.pilotwatch.platform.testing.Users;
import io.pilotwatch.reporting.core.Facts;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.http.ManagementInterface;
import jakarta.enterprise.event.Observes;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;

@QuarkusTest
class AccessTableIT extends AccessCheck {

    /** Whose views and reports are foreign. */
    private static final String OTHER = "office-2";

    private static final Map<String, Facts> PILOTS =
            Map.of("own", freshPilot("manufacturing"), FOREIGN, freshPilot("energy"));
    private static final Map<String, String> VIEWS = new HashMap<>();
    private static final Map<String, String> REPORTS = new HashMap<>();

    void remember(@Observes ManagementInterface management) {
        know(management.router());
    }

    @BeforeEach
    void thereAreSubjects() {
        if (VIEWS.isEmpty()) {
            say(PILOTS.get("own").approved("special-field", "示例单位-028", true));
            say(PILOTS.get(FOREIGN).approved("special-field", "示例单位-029", "重庆市", true));
            once(PILOTS.get("own"), 1);
            once(PILOTS.get(FOREIGN), 1);
            Users.ROLES.stream()
                    .map(Users::of)
                    .filter(user -> !user.startsWith("expert"))
                    .forEach(AccessTableIT::keep);
            keep(OTHER);
        }
    }

    private static void keep(String user) {
        VIEWS.put(user, view(user));
        REPORTS.put(user, report(user));
    }

    private static String view(String user) {
        return post(user, "/saved-views", "{\"name\": \"%s\", \"filter\": {}}".formatted(UUID.randomUUID()), "viewId");
    }

    private static String report(String user) {
        return post(
                user,
                "/report-subscriptions",
                "{\"report\": \"pilots.xlsx\", \"filter\": {}, \"language\": \"en\", \"email\": \"a@example.cn\"}",
                "subscriptionId");
    }

    private static String post(String user, String at, String body, String id) {
        return as(user).header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body(body)
                .post("/reporting/api/v1" + at)
                .then()
                .statusCode(201)
                .extract()
                .path(id);
    }

    @Override
    protected String thing(String parameter, Cell cell) {
        var owner = cell.subject().equals(FOREIGN) ? OTHER : Users.of(cell.role());
        var pilotId =
                PILOTS.get(cell.subject().isEmpty() ? "own" : cell.subject()).pilotId();
        return switch (parameter) {
            case "service" -> "reporting";
            case "pilotId" -> pilotId;
            // Found all the same, and told apart from what is found.
            case "typed" -> pilotId.toLowerCase(Locale.ROOT);
            case "viewId" -> cell.takesAway() ? view(owner) : VIEWS.get(owner);
            case "subscriptionId" -> cell.takesAway() ? report(owner) : REPORTS.get(owner);
            case "by" -> "field";
            case "code" -> "manufacturing";
            case "name" -> "pilots";
            case "ending" -> "csv";
            default -> null;
        };
    }

    @Override
    protected String teller() {
        return OTHER;
    }

    @Override
    protected List<String> whole() {
        return List.of(
                "/reporting/api/v1/saved-views/" + VIEWS.get(teller()),
                "/reporting/api/v1/report-subscriptions/" + REPORTS.get(teller()));
    }

    @Override
    protected List<String> marks(String subject) {
        return List.of(PILOTS.get(subject).pilotId());
    }
}
