package io.pilotwatch.milestone.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class MilestoneTest {

    record Overdue(String sentence, Milestone milestone, String on, int days) {
        @Override
        public String toString() {
            return sentence;
        }
    }

    static final List<Overdue> OVERDUES = List.of(
            new Overdue("On the due day nothing is overdue", Stage.planned(), "2022-12-31", 0),
            new Overdue("The day after, what has not begun is", Stage.planned(), "2023-01-01", 1),
            new Overdue("So is work in progress", Stage.inProgress(), "2023-01-31", 31),
            new Overdue("A claim does not stop the days", Stage.claimed(), "2023-01-31", 31),
            new Overdue("Nor does the first of two acceptances", Stage.firstAccepted(), "2023-01-31", 31),
            new Overdue("Nor does asking for a later day", Stage.asking(Stage.inProgress()), "2023-01-31", 31),
            new Overdue("What is reached has its lateness, and is overdue no more", Stage.reached(), "2023-06-01", 0),
            new Overdue("Nothing is expected of what is cancelled", Stage.cancelled(), "2023-06-01", 0));

    @ParameterizedTest
    @FieldSource("OVERDUES")
    void overdueIsAFactBesideTheState(Overdue row) {
        assertEquals(row.days(), row.milestone().overdueOn(Stage.day(row.on())));
    }

    static final List<Milestone> STATES = List.of(
            Stage.planned(),
            Stage.inProgress(),
            Stage.claimed(),
            Stage.firstAccepted(),
            Stage.reached(),
            Stage.cancelled(),
            Stage.asking(Stage.planned()),
            Stage.asking(Stage.claimed()));

    @ParameterizedTest
    @FieldSource("STATES")
    void whatIsToldOfAMilestoneIsAllThereIs(Milestone milestone) {
        assertEquals(milestone, Milestone.of(milestone.told()));
    }
}
