package io.pilotwatch.reporting;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.pilotwatch.contracts.Text;
import java.time.LocalDate;
import java.util.List;

/**
 * How a pilot's milestones slipped: what was planned, expected and reached of each as of the end of each month. All days are
 * programme days.
 */
public record SlipView(String pilotId, LocalDate asOf, List<Milestone> milestones) {

    /** A milestone, and the day that was promised first. */
    public record Milestone(String milestoneId, Text title, LocalDate baselineDue, List<Point> points) {}

    /**
     * As of the end of a day.
     *
     * @param due by when it was to be reached then
     * @param forecast when the team expected to reach it then; null where it named no day
     * @param reachedOn null while it was not
     */
    @JsonInclude(Include.ALWAYS)
    public record Point(LocalDate on, LocalDate due, LocalDate forecast, LocalDate reachedOn, int percent) {}
}
