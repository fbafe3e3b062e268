package io.pilotwatch.reporting.core;

import static io.pilotwatch.reporting.core.Phrase.because;
import static io.pilotwatch.reporting.core.Phrase.count;
import static io.pilotwatch.reporting.core.Phrase.join;
import static io.pilotwatch.reporting.core.Phrase.say;
import static io.pilotwatch.reporting.core.Phrase.withNote;

import io.pilotwatch.contracts.MilestoneEvent.ExtensionRefused;
import io.pilotwatch.contracts.MilestoneEvent.ExtensionRequested;
import io.pilotwatch.contracts.MilestoneEvent.Milestone;
import io.pilotwatch.contracts.MilestoneEvent.MilestoneCancelled;
import io.pilotwatch.contracts.MilestoneEvent.MilestoneClaimed;
import io.pilotwatch.contracts.MilestoneEvent.MilestoneExtended;
import io.pilotwatch.contracts.MilestoneEvent.MilestoneFirstAccepted;
import io.pilotwatch.contracts.MilestoneEvent.MilestoneReached;
import io.pilotwatch.contracts.MilestoneEvent.MilestoneReturned;
import io.pilotwatch.contracts.MilestoneEvent.MilestoneUpdated;
import io.pilotwatch.contracts.MilestoneEvent.OfMilestone;
import io.pilotwatch.contracts.MilestoneEvent.OfTaskBook;
import io.pilotwatch.contracts.MilestoneEvent.Plan;
import io.pilotwatch.contracts.MilestoneEvent.TaskBook;
import io.pilotwatch.contracts.MilestoneEvent.TaskBookChangeRefused;
import io.pilotwatch.contracts.MilestoneEvent.TaskBookChangeRequested;
import io.pilotwatch.contracts.MilestoneEvent.TaskBookChanged;
import io.pilotwatch.contracts.MilestoneEvent.TaskBookFiled;
import io.pilotwatch.contracts.MilestoneEvent.TaskBookReturned;
import io.pilotwatch.contracts.MilestoneEvent.TaskBookSubmitted;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Rating;
import io.pilotwatch.contracts.Text;

/** What befalls task books and milestones, in words. */
final class MilestoneNarration {

    private MilestoneNarration() {}

    static Text of(OfTaskBook event) {
        return switch (event) {
            case TaskBookSubmitted e -> proposed("提交任务书，", "Task book submitted, ", e.plan());
            case TaskBookReturned e -> because("任务书退回", "Task book returned", e.reason());
            case TaskBookFiled e -> inForce("任务书备案，", "Task book filed, ", e.taskBook());
            case TaskBookChangeRequested e ->
                withNote(proposed("申请变更任务书，", "Change of the task book requested, ", e.plan()), e.reason());
            case TaskBookChangeRefused e -> because("任务书变更申请未获同意", "Change of the task book refused", e.reason());
            case TaskBookChanged e -> withNote(inForce("任务书变更，", "Task book changed, ", e.taskBook()), e.reason());
        };
    }

    private static Text proposed(String zh, String en, Plan plan) {
        return plan(zh, en, plan.version(), plan.milestones().size());
    }

    private static Text inForce(String zh, String en, TaskBook book) {
        return plan(zh, en, book.version(), book.milestones().size());
    }

    private static Text plan(String zh, String en, int version, int milestones) {
        return new Text(
                "%s第 %d 版，含 %d 个里程碑".formatted(zh, version, milestones),
                "%sversion %d with %s".formatted(en, version, count(milestones, "milestone")));
    }

    static Text of(OfMilestone event) {
        var m = event.milestone();
        return switch (event) {
            case MilestoneUpdated e -> updated(e);
            case MilestoneClaimed e -> about(m, new Text("提交完成情况，待核", "claimed as reached"), e.note());
            case MilestoneFirstAccepted e ->
                about(m, new Text("初核通过，待第二人复核", "accepted by a first person, a second is to follow"), e.note());
            case MilestoneReached e -> about(m, reached(m), e.note());
            case MilestoneReturned e -> about(m, new Text("完成情况被退回", "claim returned"), e.reason());
            case ExtensionRequested e -> about(m, say("申请延期至 %s", "extension to %s requested", e.newDue()), e.reason());
            case ExtensionRefused e ->
                about(m, say("延期至 %s 的申请未获同意", "extension to %s refused", e.newDue()), e.reason());
            case MilestoneExtended e ->
                about(m, say("延期：%s 改为 %s", "extended from %s to %s", e.previousDue(), m.due()), e.reason());
            case MilestoneCancelled e -> about(m, new Text("取消", "cancelled"), e.reason());
        };
    }

    private static Text updated(MilestoneUpdated event) {
        var update = event.update();
        var what = say("进度 %d%% → %d%%", "progress %d%% → %d%%", update.previousPercent(), update.percent());
        if (update.forecast() != null) {
            what = join(what, "，", ", ", say("预计 %s 完成", "expected by %s", update.forecast()));
        }
        if (update.selfRating() != Rating.NOT_RATED) {
            what = join(what, "，自评：", ", self-rating: ", update.selfRating().text());
        }
        return about(event.milestone(), what, update.note());
    }

    private static Text reached(Milestone milestone) {
        var late = milestone.daysLate() == null ? 0 : milestone.daysLate();
        return late == 0
                ? say("已完成（%s，按期）", "reached on %s, in time", milestone.reachedOn())
                : new Text(
                        "已完成（%s，迟 %d 天）".formatted(milestone.reachedOn(), late),
                        "reached on %s, %s late".formatted(milestone.reachedOn(), count(late, "day")));
    }

    private static Text about(Milestone milestone, Text what, @Nullable String note) {
        var named = new Text(
                "里程碑「" + milestone.title().zh() + "」" + what.zh(),
                "Milestone “" + milestone.title().en() + "”: " + what.en());
        return withNote(named, note);
    }
}
