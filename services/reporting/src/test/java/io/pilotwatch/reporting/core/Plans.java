package io.pilotwatch.reporting.core;

import io.pilotwatch.contracts.MilestoneState;
import io.pilotwatch.reporting.core.PilotFacts.Milestone;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Plans for tests. */
final class Plans {

    static final LocalDate START = LocalDate.parse("2022-01-30");

    private Plans() {}

    static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    static PilotFacts.Plan plan(Milestone... milestones) {
        return new PilotFacts.Plan(day("2022-02-20"), List.of(milestones));
    }

    static Milestone open(String id, String due, int weight, int percent) {
        return new Milestone(
                id, MilestoneState.IN_PROGRESS, day(due), day(due), weight, false, percent, null, null, null, false);
    }

    static Milestone reached(String id, String due, int weight, String reachedOn) {
        int late = (int) Math.max(0, day(reachedOn).toEpochDay() - day(due).toEpochDay());
        return new Milestone(
                id, MilestoneState.REACHED, day(due), day(due), weight, false, 100, null, day(reachedOn), late, false);
    }

    static Milestone critical(Milestone m) {
        return with(m, true, m.forecast(), m.highRisk());
    }

    static Milestone expectedOn(Milestone m, String forecast) {
        return with(m, m.critical(), day(forecast), m.highRisk());
    }

    static Milestone risky(Milestone m) {
        return with(m, m.critical(), m.forecast(), true);
    }

    private static Milestone with(Milestone m, boolean critical, LocalDate forecast, boolean highRisk) {
        return new Milestone(
                m.id(),
                m.state(),
                m.baselineDue(),
                m.due(),
                m.weight(),
                critical,
                m.percent(),
                forecast,
                m.reachedOn(),
                m.daysLate(),
                highRisk);
    }

    /** One with the first few milestones reached and the others on their way. */
    static PilotFacts.Plan random(Random random) {
        int count = 1 + random.nextInt(10);
        var milestones = new ArrayList<Milestone>();
        var due = START;
        for (int i = 0; i < count; i++) {
            due = due.plusDays(random.nextInt(120));
            int weight = 1 + random.nextInt(30);
            milestones.add(
                    random.nextInt(count) > i
                            ? reached(
                                    "m" + i,
                                    due.toString(),
                                    weight,
                                    START.plusDays(random.nextInt(500)).toString())
                            : open("m" + i, due.toString(), weight, random.nextInt(101)));
        }
        return new PilotFacts.Plan(START, milestones);
    }
}
