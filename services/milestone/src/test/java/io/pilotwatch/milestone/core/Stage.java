package io.pilotwatch.milestone.core;

import io.pilotwatch.contracts.MilestoneEvent.Plan;
import io.pilotwatch.contracts.MilestoneEvent.PlannedMilestone;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.contracts.Text;
import io.pilotwatch.platform.ProgrammeFile;
import java.time.LocalDate;
import java.util.List;

/** What the tests of the core play with: the shipped programme, and one milestone and one task book, once in each state. */
final class Stage {

    static final Programme PROGRAMME = ProgrammeFile.read(
            "blockchain-pilots.yaml", Programme.class.getResourceAsStream("/programmes/blockchain-pilots.yaml"));
    static final Ground GROUND = new Ground(PROGRAMME, day("2022-01-30"));
    static final String PILOT = "BP-028";
    static final String TEAM = "team-028";
    static final String LEAD = "regulator-manufacturing";
    static final String SECOND_LEAD = "regulator-manufacturing-2";
    static final LocalDate DUE = day("2022-12-31");
    static final LocalDate LATER = day("2023-03-31");

    private static final Promise PROMISE = new Promise(
            "m3",
            new Text("首个应用场景上线", "First scenario live"),
            DUE,
            DUE,
            null,
            1,
            20,
            false,
            new Text("真实业务运行满一个月", "In real use for a month"),
            List.of("m1"));
    private static final Promise CRITICAL =
            PROMISE.as(new PlannedMilestone("m3", PROMISE.title(), DUE, 20, true, null, List.of()));

    private Stage() {}

    static Milestone planned() {
        return new Milestone.Planned(PROMISE, 1);
    }

    static Milestone inProgress() {
        return new Milestone.InProgress(PROMISE, 2, 40, day("2022-12-15"));
    }

    static Milestone claimed() {
        return new Milestone.Claimed(PROMISE, 3, day("2022-12-15"), day("2022-12-01"));
    }

    static Milestone criticalClaimed() {
        return new Milestone.Claimed(CRITICAL, 3, day("2022-12-15"), day("2022-12-01"));
    }

    static Milestone firstAccepted() {
        return new Milestone.FirstAccepted(CRITICAL, 4, day("2022-12-15"), day("2022-12-01"), LEAD);
    }

    static Milestone reached() {
        return new Milestone.Reached(PROMISE, 4, day("2022-12-15"), day("2022-12-01"), null, day("2023-01-05"), 5);
    }

    static Milestone cancelled() {
        return new Milestone.Cancelled(PROMISE, 3, 40, null);
    }

    /** The same with a later day asked for. */
    static Milestone asking(Milestone milestone) {
        return milestone.promising(milestone.promise().asking(LATER));
    }

    /** Two milestones, the second after the first. */
    static Plan plan(int version) {
        return new Plan(
                version, List.of(planned("m1", "2022-06-30", 40), planned("m2", "2022-12-31", 60, "m1")), List.of());
    }

    static PlannedMilestone planned(String id, String due, int weight, String... dependsOn) {
        return new PlannedMilestone(
                id, new Text("里程碑" + id, "Milestone " + id), day(due), weight, false, null, List.of(dependsOn));
    }

    static TaskBook submitted() {
        return new TaskBook.Submitted(1, plan(1));
    }

    static TaskBook returned() {
        return new TaskBook.Returned(2, plan(1), "请补充指标");
    }

    static TaskBook filed() {
        return new TaskBook.Filed(2, book());
    }

    static TaskBook changeRequested() {
        return new TaskBook.ChangeRequested(3, book(), plan(2), "场景调整");
    }

    static Book book() {
        return Book.of(plan(1), day("2022-03-15"));
    }

    static Act act(String on) {
        return act(TEAM, on);
    }

    static Act act(String by, String on) {
        return new Act(PILOT, by, PROGRAMME.startOf(day(on)), day(on));
    }

    static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
