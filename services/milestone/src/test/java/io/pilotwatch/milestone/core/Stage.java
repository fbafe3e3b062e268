package io.pilotwatch.milestone.core;

import io.pilotwatch.contracts.Programme;
import io.pilotwatch.contracts.Text;
import io.pilotwatch.platform.ProgrammeFile;
import java.time.LocalDate;

/** What the tests of the core play with: the shipped programme and one milestone, once in each state. */
final class Stage {

    static final Programme PROGRAMME = ProgrammeFile.read(
            "blockchain-pilots.yaml", Programme.class.getResourceAsStream("/programmes/blockchain-pilots.yaml"));
    static final String PILOT = "BP-028";
    static final String TEAM = "team-028";
    static final LocalDate DUE = day("2022-12-31");

    private static final Milestone.Plan PLAN =
            new Milestone.Plan("m3", new Text("首个应用场景上线", "First scenario live"), DUE, DUE, 1, 20, true);

    private Stage() {}

    static Milestone planned() {
        return new Milestone.Planned(PLAN, 1);
    }

    static Milestone inProgress() {
        return new Milestone.InProgress(PLAN, 2, 40, day("2022-12-15"));
    }

    static Milestone claimed() {
        return new Milestone.Claimed(PLAN, 3, day("2022-12-15"));
    }

    static Milestone reached() {
        return new Milestone.Reached(PLAN, 4, day("2022-12-15"), day("2023-01-05"), 5);
    }

    static Milestone cancelled() {
        return new Milestone.Cancelled(PLAN, 3, 40, null);
    }

    static Act act(String on) {
        return new Act(PILOT, TEAM, day(on));
    }

    static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
