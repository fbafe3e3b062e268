package io.pilotwatch.compliancealert.core;

import io.pilotwatch.contracts.AlertEvent;
import io.pilotwatch.contracts.AlertEvent.RectificationAnswered;
import io.pilotwatch.contracts.Event;
import io.pilotwatch.contracts.MilestoneEvent.Deviation;
import io.pilotwatch.contracts.MilestoneEvent.ExtensionRequested;
import io.pilotwatch.contracts.MilestoneEvent.Issue;
import io.pilotwatch.contracts.MilestoneEvent.MilestoneClaimed;
import io.pilotwatch.contracts.MilestoneEvent.MilestoneUpdated;
import io.pilotwatch.contracts.MilestoneEvent.OfMilestone;
import io.pilotwatch.contracts.MilestoneEvent.OfTaskBook;
import io.pilotwatch.contracts.MilestoneEvent.Plan;
import io.pilotwatch.contracts.MilestoneEvent.Risk;
import io.pilotwatch.contracts.MilestoneEvent.TaskBookChangeRequested;
import io.pilotwatch.contracts.MilestoneEvent.TaskBookSubmitted;
import io.pilotwatch.contracts.MilestoneEvent.Update;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.PilotEvent;
import io.pilotwatch.contracts.PilotEvent.Application;
import io.pilotwatch.contracts.PilotEvent.ApplicationSubmitted;
import io.pilotwatch.contracts.PilotEvent.ApplicationWithdrawn;
import io.pilotwatch.contracts.PilotEvent.PilotAmended;
import io.pilotwatch.contracts.PilotEvent.PilotWithdrawn;
import io.pilotwatch.contracts.RecordEvent;
import io.pilotwatch.contracts.RecordEvent.EvidenceAttached;
import io.pilotwatch.contracts.RecordEvent.IndicatorCorrected;
import io.pilotwatch.contracts.RecordEvent.IndicatorRecorded;
import io.pilotwatch.contracts.RecordEvent.OfEvidence;
import io.pilotwatch.contracts.RecordEvent.OfIndicator;
import io.pilotwatch.contracts.RecordEvent.OfReport;
import io.pilotwatch.contracts.RecordEvent.Report;
import io.pilotwatch.contracts.RecordEvent.ReportSubmitted;
import io.pilotwatch.contracts.Text;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What a pilot unit wrote, wherever in an event it stands. What others wrote is not screened. */
public final class Posted {

    private Posted() {}

    /** The texts of an event that a pilot unit wrote; empty where it wrote none. */
    public static List<String> texts(Event event) {
        var texts = switch (event) {
            case PilotEvent e -> texts(e);
            case OfTaskBook e -> texts(e);
            case OfMilestone e -> texts(e);
            case RecordEvent e -> texts(e);
            case RectificationAnswered e -> Stream.of(e.rectification().answer());
            case AlertEvent _ -> Stream.<String>empty();
        };
        return texts.filter(Objects::nonNull).toList();
    }

    /**
     * What the texts belong to, which with the event's revision names them: the milestone's id, or for anything else its
     * kind and id, such as {@code report:0190a1b2-…}. No milestone's id has a colon.
     */
    public static String subject(Event event) {
        return switch (event) {
            case OfMilestone e -> e.milestone().milestoneId();
            case PilotEvent e -> "pilot:" + e.pilotId();
            case OfTaskBook e -> "task-book:" + e.pilotId();
            case OfEvidence e -> "evidence:" + e.evidence().evidenceId();
            case OfIndicator e -> "indicator:" + e.value().indicator();
            case OfReport e -> "report:" + e.report().reportId();
            case AlertEvent.OfRectification e ->
                "rectification:" + e.rectification().rectificationId();
            case AlertEvent e -> throw new IllegalArgumentException("no team wrote " + e);
        };
    }

    /** Where a text was posted, in words. */
    public static Text place(String subject) {
        return switch (subject.substring(0, Math.max(0, subject.indexOf(':')))) {
            case "pilot" -> new Text("申报及试点资料", "the application or the register");
            case "task-book" -> new Text("任务书", "the task book");
            case "evidence" -> new Text("佐证材料", "a piece of evidence");
            case "indicator" -> new Text("指标", "an indicator");
            case "report" -> new Text("报告", "a report");
            case "rectification" -> new Text("整改反馈", "a rectification");
            default -> new Text("里程碑 " + subject + " ", "milestone " + subject);
        };
    }

    /** The milestone that the texts belong to; null where they belong to none. */
    static @Nullable String milestoneId(Event event) {
        return switch (event) {
            case OfMilestone e -> e.milestone().milestoneId();
            case OfEvidence e -> e.evidence().milestoneId();
            default -> null;
        };
    }

    /** Later events of an application repeat its texts, and are not looked at again. */
    private static Stream<String> texts(PilotEvent event) {
        return switch (event) {
            case ApplicationSubmitted e -> texts(e.application());
            case ApplicationWithdrawn e -> Stream.of(e.reason());
            case PilotAmended e -> e.pilot().scenarios().stream();
            case PilotWithdrawn e -> Stream.of(e.reason());
            default -> Stream.empty();
        };
    }

    private static Stream<String> texts(Application a) {
        return Stream.concat(Stream.of(a.summary(), a.levelReason()), a.scenarios().stream());
    }

    private static Stream<String> texts(OfTaskBook event) {
        return switch (event) {
            case TaskBookSubmitted e -> texts(e.plan());
            case TaskBookChangeRequested e -> Stream.concat(texts(e.plan()), Stream.of(e.reason()));
            default -> Stream.empty();
        };
    }

    private static Stream<String> texts(Plan plan) {
        return plan.milestones().stream()
                .flatMap(m -> Stream.of(m.title(), m.criterion()))
                .filter(Objects::nonNull)
                .flatMap(text -> Stream.of(text.zh(), text.en()).distinct());
    }

    private static Stream<String> texts(OfMilestone event) {
        return switch (event) {
            case MilestoneUpdated e -> texts(e.update());
            case MilestoneClaimed e -> Stream.of(e.note());
            case ExtensionRequested e -> Stream.of(e.reason());
            default -> Stream.empty();
        };
    }

    private static Stream<String> texts(Update u) {
        return Stream.concat(Stream.of(u.note(), u.ratingReason()), texts(u.deviations(), u.risks(), u.issues()));
    }

    private static Stream<String> texts(RecordEvent event) {
        return switch (event) {
            case EvidenceAttached e -> Stream.of(e.evidence().fileName());
            case IndicatorRecorded e -> Stream.of(e.value().note());
            case IndicatorCorrected e -> Stream.of(e.value().note(), e.reason());
            case ReportSubmitted e -> texts(e.report());
            default -> Stream.empty();
        };
    }

    private static Stream<String> texts(Report r) {
        return Stream.concat(
                Stream.of(r.title(), r.summary(), r.nextPlan(), r.ratingReason()),
                texts(r.deviations(), r.risks(), r.issues()));
    }

    private static Stream<String> texts(List<Deviation> deviations, List<Risk> risks, List<Issue> issues) {
        return Stream.of(
                        deviations.stream().flatMap(d -> Stream.of(d.what(), d.cause(), d.correction())),
                        risks.stream().flatMap(r -> Stream.of(r.what(), r.response())),
                        issues.stream().flatMap(i -> Stream.of(i.what(), i.needs())))
                .flatMap(s -> s);
    }
}
