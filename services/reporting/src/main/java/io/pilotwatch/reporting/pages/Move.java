package io.pilotwatch.reporting.pages;

import io.pilotwatch.contracts.Text;
import io.pilotwatch.reporting.ChangesView;
import io.pilotwatch.reporting.ChangesView.Standing;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * What became different, in short sentences.
 *
 * @param pilot that moved
 * @param sentences the gravest first
 */
record Move(ChangesView.Pilot pilot, List<Text> sentences) {

    static Move of(ChangesView.Pilot pilot) {
        var before = pilot.before();
        var after = pilot.after();
        var sentences = new ArrayList<Text>();
        if (before == null) {
            sentences.add(new Text(
                    "新列入名单，%s。".formatted(after.rating().name().zh()),
                    "New in the list: %s.".formatted(after.rating().name().en())));
        } else {
            ratingAndState(before, after, sentences);
            counts(before, after, sentences);
            forecast(before.forecast(), after.forecast(), sentences);
        }
        return new Move(pilot, sentences);
    }

    /** A figure of the whole programme that is another than before. */
    static Text of(ChangesView.Figure figure) {
        long by = figure.after() - figure.before();
        return new Text(
                "%s：%s %d，现为 %d。".formatted(figure.name().zh(), by > 0 ? "增加" : "减少", Math.abs(by), figure.after()),
                "%s: %d %s, %d now."
                        .formatted(figure.name().en(), Math.abs(by), by > 0 ? "more" : "fewer", figure.after()));
    }

    private static void ratingAndState(Standing before, Standing after, List<Text> sentences) {
        if (!before.rating().equals(after.rating())) {
            sentences.add(new Text(
                    "评级由“%s”变为“%s”。"
                            .formatted(
                                    before.rating().name().zh(),
                                    after.rating().name().zh()),
                    "Rating: from %s to %s."
                            .formatted(
                                    before.rating().name().en(),
                                    after.rating().name().en())));
        }
        if (!before.state().equals(after.state())) {
            sentences.add(new Text(
                    "阶段由“%s”变为“%s”。"
                            .formatted(
                                    before.state().name().zh(),
                                    after.state().name().zh()),
                    "State: from %s to %s."
                            .formatted(
                                    before.state().name().en(),
                                    after.state().name().en())));
        }
    }

    private static void counts(Standing before, Standing after, List<Text> sentences) {
        count("逾期里程碑", "Overdue milestones", before.overdueMilestones(), after.overdueMilestones(), sentences);
        count("未解除预警", "Open alerts", before.openAlerts(), after.openAlerts(), sentences);
        count("已完成里程碑", "Milestones reached", before.milestonesReached(), after.milestonesReached(), sentences);
        count("已收报告", "Reports received", before.reportsReceived(), after.reportsReceived(), sentences);
    }

    private static void count(String zh, String en, int before, int after, List<Text> sentences) {
        if (before != after) {
            sentences.add(of(new ChangesView.Figure(en, new Text(zh, en), before, after)));
        }
    }

    private static void forecast(LocalDate before, LocalDate after, List<Text> sentences) {
        if (after == null || after.equals(before)) {
            return;
        }
        if (before == null) {
            sentences.add(new Text("预计 %s 完成。".formatted(after), "Likely to finish on %s.".formatted(after)));
            return;
        }
        long days = ChronoUnit.DAYS.between(before, after);
        sentences.add(new Text(
                "预计完成日%s %d 天，至 %s。".formatted(days > 0 ? "推迟" : "提前", Math.abs(days), after),
                "Likely finish: %d %s %s, on %s."
                        .formatted(
                                Math.abs(days),
                                Math.abs(days) == 1 ? "day" : "days",
                                days > 0 ? "later" : "earlier",
                                after)));
    }
}
