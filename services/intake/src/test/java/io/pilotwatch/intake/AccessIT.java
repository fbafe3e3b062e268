package io.pilotwatch.intake;

import io.pilotwatch.contracts.ApplicationState;
import io.pilotwatch.platform.testing.AccessCheck;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.http.ManagementInterface;
import jakarta.enterprise.event.Observes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;

@QuarkusTest
class AccessIT extends AccessCheck {

    /** An application and a pilot of the same unit, field and region; and another to which somebody objected. */
    private record Subject(String application, String pilot, String word, Candidate disputed, String objection) {

        static Subject of(String team, String organisation, String field, String region) {
            var word = "秘" + UUID.randomUUID();
            var id = handedIn(team, organisation, field, region, word);
            int number = Api.freshNumbers(1);
            Api.imported(Api.HEADER
                            + "%d,special,,%s,%s,%s,%s,true\n".formatted(number, field, organisation, region, word))
                    .statusCode(200);
            var disputed = Candidate.in(ApplicationState.SHORTLISTED).go(Candidate.Move.OBJECT);
            return new Subject(id, Api.idOf(number), word, disputed, disputed.objection());
        }

        static String handedIn(String team, String organisation, String field, String region, String word) {
            var application = Api.application(organisation, field, word).replace("北京市", region);
            var id = Api.post(team, Api.APPLICATIONS, application)
                    .statusCode(201)
                    .extract()
                    .<String>path("pilotId");
            new Candidate(id).post(team, "/submissions", "").statusCode(201);
            return id;
        }
    }

    private static final Map<String, Subject> SUBJECTS = new HashMap<>();
    private static String reviewed;

    /** Nobody else moves it, as whoever recommends may not give back what was recommended or is back. */
    private static String recommendable;

    void remember(@Observes ManagementInterface management) {
        know(management.router());
    }

    @BeforeEach
    void thereAreSubjects() {
        if (SUBJECTS.isEmpty()) {
            SUBJECTS.put("own", Subject.of("team-028", "示例单位-028", "manufacturing", "北京市"));
            SUBJECTS.put(FOREIGN, Subject.of("team-029", "示例单位-029", "energy", "重庆市"));
            reviewed = Candidate.in(ApplicationState.UNDER_REVIEW).id();
            recommendable = Subject.handedIn("team-028", "示例单位-028", "manufacturing", "北京市", "秘");
        }
    }

    @Override
    protected String thing(String parameter, Cell cell) {
        var subject = SUBJECTS.getOrDefault(cell.subject(), SUBJECTS.get("own"));
        return switch (parameter) {
            case "service" -> "intake";
            case "pilotId" -> pilotId(cell, subject);
            case "act" -> act(cell);
            case "section" -> "summary";
            case "organisation" -> "示例单位-030";
            case "objectionId" -> subject.objection();
            default -> null;
        };
    }

    private static String pilotId(Cell cell, Subject subject) {
        if (cell.subject().equals("reviewed")) {
            return reviewed;
        }
        if (cell.relation().equals("returns")
                && cell.role().equals("recommender")
                && cell.subject().equals("own")) {
            return recommendable;
        }
        if (cell.path().contains("{objectionId}")) {
            return subject.disputed().id();
        }
        return cell.path().contains("/applications/") ? subject.application() : subject.pilot();
    }

    private static String act(Cell cell) {
        return cell.path().contains("/applications/")
                ? "rejection"
                : cell.relation().equals("decides") ? "suspension" : "delegation";
    }

    @Override
    protected List<String> whole() {
        var foreign = SUBJECTS.get(FOREIGN);
        return List.of(
                Api.APPLICATIONS + "/" + foreign.application(),
                Api.APPLICATIONS + "/" + foreign.application() + "/history",
                Api.APPLICATIONS + "/" + foreign.application() + "/ledger",
                Api.PILOTS + "/" + foreign.pilot(),
                Api.PILOTS + "/" + foreign.pilot() + "/history");
    }

    @Override
    protected List<String> marks(String subject) {
        return List.of(SUBJECTS.get(subject).pilot(), SUBJECTS.get(subject).application());
    }
}
