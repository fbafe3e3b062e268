package io.pilotwatch.compliancealert.core;

import static io.pilotwatch.compliancealert.core.Rows.row;
import static io.pilotwatch.compliancealert.core.Story.at;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pilotwatch.contracts.Severity;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** When the rules hold that judge what a team has done. */
class ConductRulesTest {

    private static Story posted(String note) {
        return Story.filed("2022-11-15", "2022-12-31").updated("2022-12-01T10:00", "m1", "2022-12-31", 1, note);
    }

    @TestFactory
    Stream<DynamicTest> words_of_prohibited_conduct_are_spoken_of_at_once_by_their_grade() {
        return Rows.of(
                "PROHIBITED_CONTENT",
                row("just before it was posted", posted("本周组织挖矿。"), "2022-12-01T09:59:59"),
                row("from the moment it was posted", posted("本周组织挖矿。"), "2022-12-01T10:00", "m1.2 2"),
                row("two categories in one text are one alert", posted("本周组织挖矿和炒币。"), "2022-12-02", "m1.2 2"),
                row("a mention holds nothing", posted("严禁挖矿。"), "2022-12-02"),
                row(
                        "a suspension leaves it standing",
                        posted("本周组织挖矿。").suspended("2022-12-02"),
                        "2022-12-03",
                        "m1.2 2"),
                row("so does a termination", posted("本周组织挖矿。").terminated("2022-12-02"), "2022-12-03", "m1.2 2"),
                row("and the final evaluation", posted("本周组织挖矿。").completed("2022-12-02"), "2022-12-03", "m1.2 2"));
    }

    @Test
    void plain_words_are_critical() {
        var breach = Rules.breaches(posted("本周组织挖矿。").facts(), Story.SHIPPED, at("2022-12-02")).stream()
                .filter(b -> b.rule().equals("PROHIBITED_CONTENT"))
                .findFirst()
                .orElseThrow();
        assertEquals(Severity.CRITICAL, breach.severity());
        assertEquals(2, breach.threshold());
        assertEquals(at("2022-12-01T10:00"), breach.expectedAt());
    }

    @TestFactory
    Stream<DynamicTest> a_shared_file_is_spoken_of_at_once_and_for_ever() {
        var shared = Story.filed("2022-11-15", "2022-12-31")
                .attachedTo("2022-12-01", "e1", "m1")
                .shared("2022-12-01T10:00", "e1", "BP-002")
                .shared("2022-12-09T10:00", "e1", "BP-002", "BP-003");
        return Rows.of(
                "EVIDENCE_SHARED",
                row("before it came out", shared, "2022-12-01T09:59:59"),
                row("when it came out", shared, "2022-12-01T10:00", "evidence:e1.1 1"),
                row("a third pilot is the same alert", shared, "2022-12-10", "evidence:e1.1 1"),
                row(
                        "the pilot's end changes nothing",
                        shared.completed("2023-01-10"),
                        "2023-01-11",
                        "evidence:e1.1 1"));
    }
}
