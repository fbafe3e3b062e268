package io.pilotwatch.milestone;

import io.pilotwatch.milestone.core.TaskBook;
import java.time.LocalDate;
import java.util.List;

/**
 * A task book as answered.
 *
 * @param synthetic made for a demonstration; must be marked wherever it shows
 * @param version 1 is the first baseline
 * @param filedOn programme day
 * @param milestones in the order of the plan
 */
public record TaskBookView(
        String pilotId,
        String organisation,
        boolean synthetic,
        int version,
        LocalDate filedOn,
        List<MilestoneView> milestones) {

    static TaskBookView of(PilotRow pilot, TaskBook book, LocalDate today) {
        return new TaskBookView(
                pilot.pilotId,
                pilot.organisation,
                pilot.synthetic,
                book.version(),
                book.filedOn(),
                book.milestones().stream()
                        .map(m -> MilestoneView.of(pilot.pilotId, m, today))
                        .toList());
    }
}
