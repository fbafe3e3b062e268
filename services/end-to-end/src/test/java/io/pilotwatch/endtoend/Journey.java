package io.pilotwatch.endtoend;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.pilotwatch.local.replay.Form;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * One application of {@code team-101} in the field of taxes, and the pilot that comes of it: who acts, where, and what the
 * whole platform then knows.
 */
record Journey(RunningPlatform platform, String pilotId) {

    static final String TEAM = "team-101";
    static final String LEAD = "regulator-tax";
    static final String SECOND_LEAD = "regulator-tax-2";
    static final String OFFICE = "office";

    /** An application that is still a draft. */
    static Journey begin(RunningPlatform platform, String scenario) throws Exception {
        var draft = platform.done(TEAM, "/intake/api/v1/applications", application(scenario));
        return new Journey(platform, draft.path("pilotId").asText());
    }

    /** What it says. */
    static Map<String, Object> application(String scenario) {
        return Map.of(
                "kind",
                "special-field",
                "fields",
                List.of("tax"),
                "organisation",
                "示例单位-101",
                "region",
                "北京市",
                "summary",
                "示例：" + scenario,
                "scenarios",
                List.of(scenario),
                "level",
                "county",
                "synthetic",
                true);
    }

    /** A draft that becomes a pilot without any trouble. */
    static Journey published(RunningPlatform platform, String scenario) throws Exception {
        var journey = begin(platform, scenario);
        journey.apply(TEAM, "/submissions", Map.of());
        journey.hearTheExperts();
        journey.apply(OFFICE, "/shortlistings", Map.of());
        platform.stepTo(platform.today().plusDays(8));
        journey.apply(OFFICE, "/approval", Map.of());
        journey.isKnownToMilestone();
        return journey;
    }

    /** From the recommendation to the last expert's opinion. */
    void hearTheExperts() throws Exception {
        apply("recommender-beijing", "/recommendations", Map.of("note", "符合本地规划"));
        apply(OFFICE, "/review-openings", Map.of());
        var scores = Map.of("need", 80, "soundness", 70, "organisation", 90, "replicability", 60);
        for (int expert = 1; expert <= 3; expert++) {
            apply("expert-" + expert, "/reviews", Map.of("scores", scores, "supports", true, "opinion", "场景明确"));
        }
    }

    /** Waits until the team can hand in its plan. */
    void isKnownToMilestone() {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> platform.get(OFFICE, ofPlan("/ledger")).statusCode() == 200);
    }

    /** Attaches a file to a milestone; its id. */
    String attach(String milestone, String name) throws Exception {
        var about = Map.of("milestoneId", milestone, "kind", "document", "level", "THIRD_PARTY");
        var pdf = "%PDF-1.4\n1 0 obj <</Type/Catalog>> endobj\ntrailer <</Root 1 0 R>>\n%%EOF\n";
        var form = new Form(about, name + ".pdf", "application/pdf", pdf.getBytes(StandardCharsets.US_ASCII));
        return platform.attached(TEAM, ofPlan("/evidence"), form)
                .path("evidenceId")
                .asText();
    }

    JsonNode apply(String user, String path, Object body) throws Exception {
        return platform.done(user, ofApplication(path), body);
    }

    /** Under the application. */
    String ofApplication(String path) {
        return "/intake/api/v1/applications/" + pilotId + path;
    }

    JsonNode team(String path, Object body) throws Exception {
        return platform.done(TEAM, ofPlan(path), body);
    }

    JsonNode lead(String path, Object body) throws Exception {
        return platform.done(LEAD, ofPlan(path), body);
    }

    /** The office decides over the pilot. */
    JsonNode decree(String path, Object body) throws Exception {
        return platform.done(OFFICE, ofRegister(path), body);
    }

    /** Under the pilot, at milestone. */
    String ofPlan(String path) {
        return "/milestone/api/v1/pilots/" + pilotId + path;
    }

    /** Under the pilot, at intake. */
    String ofRegister(String path) {
        return "/intake/api/v1/pilots/" + pilotId + path;
    }

    /** As reporting shows it. */
    JsonNode report() throws Exception {
        return platform.json("viewer", "/reporting/api/v1/pilots/" + pilotId);
    }

    /** Waits until the register, and reporting with it, says so. */
    void becomes(String state) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertEquals(
                    state,
                    platform.json(OFFICE, ofRegister("")).at("/state/code").asText());
            assertEquals(state, report().at("/state/code").asText());
        });
    }

    /** The events of its timeline, newest first. */
    List<JsonNode> timeline() throws Exception {
        return StreamSupport.stream(report().path("timeline").spliterator(), false)
                .toList();
    }
}
