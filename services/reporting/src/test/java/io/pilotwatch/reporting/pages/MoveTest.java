package io.pilotwatch.reporting.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pilotwatch.contracts.Named;
import io.pilotwatch.contracts.PilotState;
import io.pilotwatch.contracts.Rating;
import io.pilotwatch.contracts.Text;
import io.pilotwatch.reporting.ChangesView;
import io.pilotwatch.reporting.ChangesView.Standing;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class MoveTest {

    private static final LocalDate FINISH = LocalDate.parse("2023-09-30");

    @Test
    void whatMovedIsSaidTheGravestFirst() {
        var move = move(standing(Rating.GREEN, 1, 0, FINISH), standing(Rating.RED, 1, 2, FINISH.plusDays(40)));
        assertEquals(
                List.of(
                        "Rating: from On track to Off track.",
                        "Overdue milestones: 2 more, 2 now.",
                        "Likely finish: 40 days later, on 2023-11-09."),
                move.sentences().stream().map(Text::en).toList());
        assertEquals(
                List.of("评级由“正常”变为“严重滞后”。", "逾期里程碑：增加 2，现为 2。", "预计完成日推迟 40 天，至 2023-11-09。"),
                move.sentences().stream().map(Text::zh).toList());
    }

    @Test
    void aNewPilotIsSaidToBeNew() {
        assertEquals(
                "New in the list: Not rated.",
                move(null, standing(Rating.NOT_RATED, 0, 0, null))
                        .sentences()
                        .getFirst()
                        .en());
    }

    @Test
    void aDayEarlierIsOneDay() {
        assertEquals(
                List.of("Milestones reached: 1 more, 2 now.", "Likely finish: 1 day earlier, on 2023-09-29."),
                move(standing(Rating.GREEN, 1, 0, FINISH), standing(Rating.GREEN, 2, 0, FINISH.minusDays(1)))
                        .sentences()
                        .stream()
                        .map(Text::en)
                        .toList());
    }

    private static Move move(Standing before, Standing after) {
        return Move.of(new ChangesView.Pilot("BP-001", 1, "示例单位-001", true, Named.ofCode("tax"), before, after));
    }

    private static Standing standing(Rating rating, int reached, int overdue, LocalDate finish) {
        return new Standing(
                new Named(PilotState.IN_PROGRESS.name(), PilotState.IN_PROGRESS.text()),
                new Named(rating.name(), rating.text()),
                reached,
                overdue,
                0,
                0,
                finish);
    }
}
