package io.pilotwatch.milestone.core;

import static io.pilotwatch.milestone.core.Stage.GROUND;
import static io.pilotwatch.milestone.core.Stage.book;
import static io.pilotwatch.milestone.core.Stage.day;
import static io.pilotwatch.milestone.core.Stage.planned;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pilotwatch.contracts.MilestoneEvent.IndicatorTarget;
import io.pilotwatch.contracts.MilestoneEvent.Plan;
import io.pilotwatch.contracts.MilestoneEvent.PlannedMilestone;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class PlanCheckTest {

    /** A plan, and each of its faults as {@code kind pointer}. */
    record Row(
            String sentence, List<PlannedMilestone> milestones, List<IndicatorTarget> indicators, List<String> faults) {
        Row(String sentence, List<PlannedMilestone> milestones, String... faults) {
            this(sentence, milestones, List.of(), List.of(faults));
        }

        Row(String sentence, IndicatorTarget first, IndicatorTarget second, String... faults) {
            this(sentence, List.of(planned("m1", "2022-06-30", 100)), List.of(first, second), List.of(faults));
        }

        @Override
        public String toString() {
            return sentence;
        }
    }

    static final List<Row> FIRST_PLANS = List.of(
            new Row(
                    "Milestones one after the other",
                    List.of(planned("m1", "2022-06-30", 40), planned("m2", "2022-12-31", 60, "m1"))),
            new Row(
                    "They may be named in any order",
                    List.of(planned("m1", "2022-12-31", 40, "m2"), planned("m2", "2022-06-30", 60))),
            new Row(
                    "The programme's first and last day are days of it",
                    List.of(planned("m1", "2022-01-30", 40), planned("m2", "2023-12-31", 60))),
            new Row(
                    "The days around it are not",
                    List.of(planned("m1", "2022-01-29", 40), planned("m2", "2024-01-01", 60)),
                    "DUE_OUTSIDE_PROGRAMME /milestones/0/due",
                    "DUE_OUTSIDE_PROGRAMME /milestones/1/due"),
            new Row(
                    "An id is one milestone's",
                    List.of(planned("m1", "2022-06-30", 40), planned("m1", "2022-12-31", 60)),
                    "PLAN_ID_TWICE /milestones/1/milestoneId"),
            new Row(
                    "A milestone has a title",
                    List.of(new PlannedMilestone("m1", null, day("2022-06-30"), 100, false, null, List.of())),
                    "PLAN_TITLE_MISSING /milestones/0/title"),
            new Row(
                    "What is depended on is in the plan, once",
                    List.of(planned("m1", "2022-06-30", 40), planned("m2", "2022-12-31", 60, "m1", "m1", "m7")),
                    "DEPENDENCY_TWICE /milestones/1/dependsOn/1",
                    "DEPENDENCY_UNKNOWN /milestones/1/dependsOn/2"),
            new Row(
                    "What comes after is not due before",
                    List.of(planned("m1", "2022-12-31", 40), planned("m2", "2022-06-30", 60, "m1")),
                    "DUE_BEFORE_DEPENDENCY /milestones/1/due"),
            new Row(
                    "Nothing depends on itself",
                    List.of(planned("m1", "2022-06-30", 100, "m1")),
                    "DEPENDENCY_CYCLE /milestones/0/dependsOn"),
            new Row(
                    "Each circle is found, and who only waits for one is not blamed",
                    List.of(
                            planned("m1", "2022-06-30", 20, "m2"),
                            planned("m2", "2022-06-30", 20, "m1"),
                            planned("m3", "2022-06-30", 20, "m2"),
                            planned("m4", "2022-06-30", 20, "m5"),
                            planned("m5", "2022-06-30", 20, "m4")),
                    "DEPENDENCY_CYCLE /milestones/0/dependsOn",
                    "DEPENDENCY_CYCLE /milestones/3/dependsOn"),
            new Row(
                    "The weights are the whole",
                    List.of(planned("m1", "2022-06-30", 40), planned("m2", "2022-12-31", 59)),
                    "WEIGHTS_NOT_100 /milestones"),
            new Row(
                    "Up is better for some, down for others",
                    target("online-share", 40, 90),
                    target("handling-hours", 48, 12)),
            new Row(
                    "To hold what is there is a target too",
                    target("online-share", 90, 90),
                    target("tamper-failures", 0, 0)),
            new Row(
                    "A target is not worse than where it starts",
                    target("online-share", 40, 39),
                    target("handling-hours", 48, 49),
                    "TARGET_NOT_BETTER /indicators/0/target",
                    "TARGET_NOT_BETTER /indicators/1/target"),
            new Row(
                    "An indicator is promised once",
                    target("online-share", 40, 90),
                    target("online-share", 40, 95),
                    "INDICATOR_TWICE /indicators/1/indicator"),
            new Row(
                    "It is one of the programme's",
                    target("online-share", 40, 90),
                    target("happiness", 40, 95),
                    "INDICATOR_UNKNOWN /indicators/1/indicator"));

    private static IndicatorTarget target(String indicator, int baseline, int target) {
        return new IndicatorTarget(indicator, BigDecimal.valueOf(baseline), BigDecimal.valueOf(target));
    }

    @ParameterizedTest
    @FieldSource("FIRST_PLANS")
    void everyFaultIsNamedAtItsPlace(Row row) {
        assertEquals(row.faults(), shown(PlanCheck.of(GROUND, new Plan(1, row.milestones(), row.indicators()))));
    }

    @Test
    void nothingIsDueBeforeThePilotWasApproved() {
        var ground = new Ground(Stage.PROGRAMME, day("2022-07-01"));
        var plan = new Plan(1, List.of(planned("m1", "2022-06-30", 100)), List.of());

        assertEquals(List.of("DUE_OUTSIDE_PROGRAMME /milestones/0/due"), shown(PlanCheck.of(ground, plan)));
    }

    @Test
    void aCircleIsNamedFromItsFirstMilestoneRoundToIt() {
        var plan = new Plan(
                1,
                List.of(
                        planned("m1", "2022-06-30", 10),
                        planned("m2", "2022-06-30", 30, "m1", "m3"),
                        planned("m3", "2022-06-30", 30, "m4"),
                        planned("m4", "2022-06-30", 30, "m2")),
                List.of());

        var fault = PlanCheck.of(GROUND, plan).getFirst();

        assertEquals("/milestones/1/dependsOn", fault.pointer());
        assertTrue(fault.text().en().contains("m2 → m3 → m4 → m2"), fault.text().en());
    }

    /** The book has m1, due 2022-06-30, and m2 after it, due 2022-12-31; here m1 is claimed and m9 cancelled. */
    static final List<Row> CHANGES = List.of(
            new Row(
                    "What stays as it is",
                    List.of(planned("m1", "2022-06-30", 40), planned("m2", "2022-12-31", 60, "m1"))),
            new Row(
                    "A due day moves by an extension alone",
                    List.of(planned("m1", "2022-06-30", 40), planned("m2", "2022-12-30", 60, "m1")),
                    "DUE_MOVES_BY_EXTENSION /milestones/1/due"),
            new Row(
                    "A claimed milestone is not altered",
                    List.of(planned("m1", "2022-06-30", 41), planned("m2", "2022-12-31", 59, "m1")),
                    "MILESTONE_SETTLED /milestones/0"),
            new Row("Nor left out", List.of(planned("m2", "2022-12-31", 100)), "MILESTONE_SETTLED /milestones"),
            new Row(
                    "An open one may be left out, and its weight taken over",
                    List.of(planned("m1", "2022-06-30", 40), planned("m3", "2023-03-31", 60, "m1"))),
            new Row(
                    "The id of a cancelled one is not used again",
                    List.of(planned("m1", "2022-06-30", 40), planned("m9", "2022-09-30", 60)),
                    "PLAN_ID_CANCELLED /milestones/1/milestoneId"),
            new Row(
                    "Nothing depends on what is left out",
                    List.of(planned("m1", "2022-06-30", 40), planned("m3", "2023-03-31", 60, "m2")),
                    "DEPENDENCY_UNKNOWN /milestones/1/dependsOn/0"));

    @ParameterizedTest
    @FieldSource("CHANGES")
    void aChangeFitsWhatHasBecomeOfThePlan(Row row) {
        var milestones = new ArrayList<>(book().milestones());
        milestones.set(0, new Milestone.Claimed(milestones.getFirst().promise(), 2, null, day("2022-05-01")));
        milestones.add(new Milestone.Cancelled(Promise.of(planned("m9", "2022-09-30", 10)), 2, 0, null));
        var book = new Book(1, day("2022-03-15"), milestones, List.of());

        assertEquals(row.faults(), shown(PlanCheck.of(GROUND, new Plan(2, row.milestones(), List.of()), book)));
    }

    @Test
    void anExtensionPastWhatBuildsOnItIsNoFaultOfThePlan() {
        var milestones = new ArrayList<>(book().milestones());
        var extended = milestones.getFirst().promise().asking(day("2023-03-31")).extended();
        milestones.set(0, milestones.getFirst().promising(extended));
        var book = new Book(1, day("2022-03-15"), milestones, List.of());

        assertEquals(List.of(), PlanCheck.of(GROUND, new Draft(null, null).after(book), book));
    }

    @Test
    void aRefusedPlanIsNamedByItsFirstFaultAndTellsAll() {
        var plan = new Plan(1, List.of(planned("m1", "2022-06-30", 40, "m2")), List.of());

        var refusal = new PlanFault.All(PlanCheck.of(GROUND, plan));

        assertEquals("DEPENDENCY_UNKNOWN", refusal.name());
        assertEquals(
                List.of("/milestones/0/dependsOn/0", "/milestones"),
                refusal.faults().stream().map(f -> f.pointer()).toList());
    }

    private static List<String> shown(List<PlanFault> faults) {
        return faults.stream().map(f -> f.kind() + " " + f.pointer()).toList();
    }
}
