package io.pilotwatch.reporting.core;

import io.pilotwatch.contracts.AlertEvent;
import io.pilotwatch.contracts.AlertEvent.AlertAcknowledged;
import io.pilotwatch.contracts.AlertEvent.AlertCleared;
import io.pilotwatch.contracts.AlertEvent.AlertRaised;
import io.pilotwatch.contracts.AlertEvent.ConductFlagged;
import io.pilotwatch.contracts.Event;
import io.pilotwatch.contracts.EventType;
import io.pilotwatch.contracts.MilestoneEvent;
import io.pilotwatch.contracts.MilestoneEvent.Milestone;
import io.pilotwatch.contracts.MilestoneEvent.MilestoneClaimed;
import io.pilotwatch.contracts.MilestoneEvent.MilestoneExtended;
import io.pilotwatch.contracts.MilestoneEvent.MilestoneReached;
import io.pilotwatch.contracts.MilestoneEvent.MilestoneReturned;
import io.pilotwatch.contracts.MilestoneEvent.MilestoneUpdated;
import io.pilotwatch.contracts.MilestoneEvent.TaskBookFiled;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.PilotEvent;
import io.pilotwatch.contracts.PilotEvent.ApplicationSubmitted;
import io.pilotwatch.contracts.PilotEvent.PilotApproved;
import io.pilotwatch.contracts.Text;

/** Events told in words, as a person would read them in a pilot's history. */
public final class Narration {

    private Narration() {}

    /** What happened. */
    public static Text of(Event event) {
        return switch (event) {
            case PilotEvent e -> of(e);
            case MilestoneEvent e -> of(e);
            case AlertEvent e -> of(e);
        };
    }

    private static Text of(PilotEvent event) {
        return switch (event) {
            case ApplicationSubmitted e ->
                say("%s 提交试点申报", "Application submitted by %s", e.application().organisation());
            case PilotApproved e ->
                say(
                        "列入试点名单，序号 %d",
                        "Published in the list of pilots as number %d",
                        e.pilot().number());
            default -> plain(event);
        };
    }

    private static Text of(MilestoneEvent event) {
        return switch (event) {
            case TaskBookFiled e ->
                say(
                        "任务书第 %d 版备案，含 %d 个里程碑",
                        "Task book filed, version %d with %d milestones",
                        e.taskBook().version(),
                        e.taskBook().milestones().size());
            case MilestoneUpdated e -> updated(e);
            case MilestoneClaimed e -> about(e.milestone(), new Text("提交完成情况，待核", "claimed as reached"), e.note());
            case MilestoneReached e -> about(e.milestone(), reached(e.milestone()), e.note());
            case MilestoneReturned e -> about(e.milestone(), new Text("完成情况被退回", "claim returned"), e.reason());
            case MilestoneExtended e ->
                about(
                        e.milestone(),
                        say(
                                "延期：%s 改为 %s",
                                "extended from %s to %s",
                                e.previousDue(),
                                e.milestone().due()),
                        e.reason());
            default -> plain(event);
        };
    }

    private static Text updated(MilestoneUpdated event) {
        var update = event.update();
        var progress = say("进度 %d%% → %d%%", "progress %d%% → %d%%", update.previousPercent(), update.percent());
        var forecast = update.forecast() == null
                ? progress
                : join(progress, "，", ", ", say("预计 %s 完成", "expected by %s", update.forecast()));
        return about(event.milestone(), forecast, update.note());
    }

    private static Text reached(Milestone milestone) {
        var late = milestone.daysLate() == null ? 0 : milestone.daysLate();
        return late == 0
                ? say("已完成（%s，按期）", "reached on %s, in time", milestone.reachedOn())
                : say("已完成（%s，迟 %d 天）", "reached on %s, %d days late", milestone.reachedOn(), late);
    }

    private static Text of(AlertEvent event) {
        return switch (event) {
            case AlertRaised e -> raised(e);
            case AlertAcknowledged e ->
                withNote(
                        join(
                                new Text("签收预警", "Alert acknowledged"),
                                "：",
                                ": ",
                                e.alert().text()),
                        e.note());
            case AlertCleared e ->
                join(
                        join(
                                new Text("解除预警", "Alert cleared"),
                                "：",
                                ": ",
                                e.alert().text()),
                        // The alert's text is a sentence already, with its full stop.
                        "原因：",
                        " Reason: ",
                        e.reason());
            case ConductFlagged e -> flagged(e);
            default -> plain(event);
        };
    }

    private static Text plain(Event event) {
        return say("%s", "%s", EventType.of(event).record().getSimpleName());
    }

    private static Text raised(AlertRaised event) {
        var severity = event.alert().severity().text();
        return join(
                new Text("预警（" + severity.zh() + "）", "Alert (" + severity.en() + ")"),
                "：",
                ": ",
                event.alert().text());
    }

    private static Text flagged(ConductFlagged event) {
        var words = String.join("、", event.flag().words());
        return new Text("内容筛查发现待核词语：" + words, "Screening found words for a person to judge: " + words);
    }

    private static Text about(Milestone milestone, Text what, @Nullable String note) {
        var named = new Text(
                "里程碑「" + milestone.title().zh() + "」" + what.zh(),
                "Milestone “" + milestone.title().en() + "”: " + what.en());
        return withNote(named, note);
    }

    private static Text withNote(Text text, @Nullable String note) {
        return note == null || note.isBlank() ? text : join(text, "。", ". ", new Text(note, note));
    }

    private static Text join(Text first, String zh, String en, Text second) {
        return new Text(first.zh() + zh + second.zh(), first.en() + en + second.en());
    }

    private static Text say(String zh, String en, Object... values) {
        return new Text(zh.formatted(values), en.formatted(values));
    }
}
