package io.pilotwatch.milestone;

import static io.restassured.path.json.JsonPath.from;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pilotwatch.platform.testing.AccessCheck;
import io.pilotwatch.platform.testing.Users;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.http.ManagementInterface;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessIT extends AccessCheck {

    private static final String REPORT = "{\"summary\": \"%s\", \"selfRating\": \"GREEN\"}";

    /** A pilot of which there is everything to see. */
    private record Subject(TestPilot pilot, String word, String update, String evidence, String feed) {

        static Subject of(TestPilot pilot, String reader) {
            var word = "秘" + UUID.randomUUID();
            var update = pilot.post(
                            pilot.team(), "/milestones/m1/updates", "{\"percent\": 1, \"note\": \"" + word + "\"}")
                    .<String>path("updateId");
            var attached = Form.usual()
                    .field("milestoneId", "m1")
                    .file(word + ".txt", word.getBytes(StandardCharsets.UTF_8))
                    .post(pilot.team(), pilot);
            pilot.post(pilot.team(), "/indicators/availability/values", "{\"period\": \"2022-Q2\", \"value\": 1}");
            pilot.post(pilot.team(), "/reports/2022-Q1/submissions", REPORT.formatted(word));
            return new Subject(pilot, word, update, from(attached.body()).getString("evidenceId"), feed(pilot, reader));
        }

        private static String feed(TestPilot pilot, String user) {
            return pilot.post(user, "/calendar-feeds", "{}").path("feedId");
        }
    }

    private final Map<String, Subject> subjects = new HashMap<>();
    private String token;

    void remember(@Observes ManagementInterface management) {
        know(management.router());
    }

    @BeforeEach
    void thereAreSubjects() {
        if (!subjects.isEmpty()) {
            return;
        }
        subjects.put("own", Subject.of(TestPilot.filed(), TestPilot.SECOND_LEAD));
        subjects.put("foreign", Subject.of(TestPilot.elsewhere(), TestPilot.OTHER_REGULATOR));
        subjects.put(
                "comprehensive", Subject.of(TestPilot.approved("comprehensive").file(), TestPilot.SECOND_LEAD));
        var own = subjects.get("own").pilot();
        token = own.post("office", "/calendar-feeds", "{}").<String>path("url").replaceFirst(".*/(.*)\\.ics", "$1");
    }

    @Override
    protected String thing(String parameter, Cell cell) {
        boolean owns = cell.relation().equals("owns");
        var subject = subjects.get(owns || cell.subject().isEmpty() ? "own" : cell.subject());
        return switch (parameter) {
            case "service" -> "milestone";
            case "pilotId" -> subject == null ? null : subject.pilot().id();
            case "milestoneId", "item" -> "m1";
            case "updateId" -> subject.update();
            case "evidenceId" -> subject.evidence();
            case "version" -> cell.path().contains("changes") ? "2" : "1";
            case "code" ->
                cell.path().contains("/fields/")
                        ? cell.subject().equals(FOREIGN) ? "energy" : "manufacturing"
                        : "availability";
            case "key" -> "2022-Q1";
            case "period" -> "2022-Q2";
            case "kind" -> "claim";
            case "token" -> token;
            case "feedId" ->
                cell.takesAway()
                        ? Subject.feed(subjects.get("own").pilot(), Users.of(cell.role()))
                        : subjects.get("own").feed();
            default -> null;
        };
    }

    @Override
    protected Map<String, String> form(Cell cell) {
        return cell.path().contains("evidence")
                ? Map.of(
                        "kind",
                        "test-report",
                        "level",
                        "DECLARED",
                        "file",
                        UUID.randomUUID().toString())
                : Map.of("kind", "claim", "revision", "1", "period", "2022-Q2");
    }

    @Test
    void nobodyLearnsWhetherAPilotIsFiledByTryingToFileForIt() {
        var pilot = TestPilot.approved("special-field");

        assertEquals(403, pilot.post(TestPilot.LEAD, "/task-book", "{}").statusCode());
        assertEquals(404, pilot.get(TestPilot.TEAM, "/task-book").statusCode());
    }

    @Test
    void whatABodyNamesMustBeOfThePilotThatItIsFor() {
        var own = subjects.get("own").pilot();
        var foreign = subjects.get(FOREIGN);
        var value = "{\"period\": \"2022-Q3\", \"value\": 1, \"evidenceIds\": [\"" + foreign.evidence() + "\"]}";
        var answer = own.post(own.team(), "/indicators/availability/values", value);
        assertEquals(422, answer.statusCode());
        assertEquals("EVIDENCE_UNKNOWN", answer.path("code"));
    }

    @Override
    protected List<String> whole() {
        var path = subjects.get(FOREIGN).pilot().path();
        return List.of(
                path + "/task-book",
                path + "/milestones/m1",
                path + "/evidence",
                path + "/reports",
                path + "/indicators",
                path + "/ledger");
    }

    @Override
    protected List<String> marks(String subject) {
        return List.of(subjects.get(subject).pilot().id(), subjects.get(subject).word());
    }
}
