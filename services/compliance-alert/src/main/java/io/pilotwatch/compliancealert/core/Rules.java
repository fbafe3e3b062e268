package io.pilotwatch.compliancealert.core;

import io.pilotwatch.contracts.AlertEvent.Alert;
import io.pilotwatch.contracts.AlertEvent.ConductOutcome;
import io.pilotwatch.contracts.MilestoneEvent.Milestone;
import io.pilotwatch.contracts.MilestoneState;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.contracts.Programme.Threshold;
import io.pilotwatch.contracts.Text;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All rules. A new one is a function and a line in the list; its thresholds stand in the programme file. */
public final class Rules {

    /** The subject of a rule that looks at the whole pilot. */
    public static final String WHOLE_PILOT = "pilot";

    static final String DUE_SOON = "MILESTONE_DUE_SOON";
    static final String MILESTONE_OVERDUE = "MILESTONE_OVERDUE";
    static final String DEADLINE_MISSED = "DEADLINE_MISSED";

    /** Said when the programme itself changed, so that no fact of the pilot explains it. */
    private static final Text NO_LONGER = new Text("预警条件不再成立。", "What the alert was raised for no longer holds.");

    /** The list. */
    public static final List<Rule> ALL = List.of(
            new Rule(
                    DUE_SOON,
                    new Text("里程碑即将到期", "Milestone due soon"),
                    true,
                    Rules::dueSoon,
                    Rules::milestoneClearing),
            new Rule(
                    "MILESTONE_OVERDUE",
                    new Text("里程碑逾期", "Milestone overdue"),
                    true,
                    Rules::overdue,
                    Rules::milestoneClearing),
            new Rule("PILOT_STALE", new Text("试点长期无进展报送", "Pilot silent"), true, Rules::stale, Rules::staleClearing),
            new Rule(
                    "PROHIBITED_CONTENT",
                    new Text("疑似违规内容", "Words of prohibited conduct"),
                    false,
                    Rules::prohibited,
                    (facts, programme, alert) -> NO_LONGER));

    private Rules() {}

    /** The rule with this name, if there is one. */
    public static Optional<Rule> named(String name) {
        return ALL.stream().filter(r -> r.name().equals(name)).findFirst();
    }

    /** Everything that holds now. */
    public static List<Breach> breaches(Facts facts, Programme programme, Instant now) {
        return ALL.stream()
                .flatMap(rule -> rule.plans(facts, programme).flatMap(plan -> plan.breach(rule.name(), now).stream()))
                .toList();
    }

    /** The next instant at which any rule can change its mind without an event; empty for never. */
    public static Optional<Instant> nextCheck(Facts facts, Programme programme, Instant now) {
        return ALL.stream()
                .flatMap(rule -> rule.plans(facts, programme))
                .flatMap(plan -> plan.changesAfter(now))
                .min(Instant::compareTo);
    }

    /** Why an open alert that no breach matches is over. */
    public static Text clearingReason(Facts facts, Programme programme, Alert alert) {
        return named(alert.rule())
                .map(rule -> rule.clearingReason(facts, programme, alert))
                .orElse(NO_LONGER);
    }

    /** From so many days before the due day until that day ends. */
    private static Stream<Plan> dueSoon(Facts facts, Programme programme, List<Threshold> thresholds) {
        return openMilestones(facts).map(promise -> {
            var m = promise.milestone();
            return Plan.of(
                            m.milestoneId(),
                            m.deadlineVersion(),
                            since(facts, promise),
                            thresholds,
                            days -> programme.startOf(m.due().minusDays(days)),
                            days -> dueSoonText(m, days))
                    .until(programme.startOf(m.due().plusDays(1)));
        });
    }

    /** From so many days after the due day, until the lead accepts: a claim alone does not stop it. */
    private static Stream<Plan> overdue(Facts facts, Programme programme, List<Threshold> thresholds) {
        return openMilestones(facts).map(promise -> {
            var m = promise.milestone();
            return Plan.of(
                    m.milestoneId(),
                    m.deadlineVersion(),
                    since(facts, promise),
                    thresholds,
                    days -> programme.startOf(m.due().plusDays(days)),
                    days -> overdueText(m, days));
        });
    }

    /** So many days without a word from the team; each silence is an episode of its own. */
    private static Stream<Plan> stale(Facts facts, Programme programme, List<Threshold> thresholds) {
        if (facts.allClosed()) {
            return Stream.empty();
        }
        var from = silentSince(facts, programme);
        return Stream.of(Plan.of(
                WHOLE_PILOT,
                dayNumber(from),
                facts.pilot().expectedSince(),
                thresholds,
                days -> programme.startOf(from.plusDays(days)),
                days -> staleText(from, days)));
    }

    /** A posting with words that a person must look at, as a whole, whatever the number of categories. */
    private static Stream<Plan> prohibited(Facts facts, Programme programme, List<Threshold> thresholds) {
        return facts.flags().values().stream()
                .filter(f -> f.flag().outcome() == ConductOutcome.ALERT)
                .collect(Collectors.groupingBy(f -> f.subject() + " " + f.revision()))
                .values()
                .stream()
                .map(flags -> {
                    var first = flags.getFirst();
                    var posted = first.postedAt();
                    return Plan.of(
                            first.subject(),
                            first.revision(),
                            later(posted, facts.pilot().since()),
                            thresholds,
                            grade -> posted,
                            grade -> prohibitedText(flags));
                });
    }

    private static Stream<Facts.Promise> openMilestones(Facts facts) {
        return facts.milestones().values().stream()
                .filter(p -> !p.milestone().state().isClosed());
    }

    private static Instant since(Facts facts, Facts.Promise promise) {
        return later(promise.since(), facts.pilot().expectedSince());
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    /** The last word's day, or the approval's, or the day of a resumption after both. */
    private static LocalDate silentSince(Facts facts, Programme programme) {
        var spoke = facts.lastActivity() == null
                ? facts.pilot().pilot().approvedOn()
                : programme.dayOf(facts.lastActivity());
        var resumed = resumedOn(facts, programme);
        return resumed == null || resumed.isBefore(spoke) ? spoke : resumed;
    }

    private static @Nullable LocalDate resumedOn(Facts facts, Programme programme) {
        var resumed = facts.pilot().resumedAt();
        return resumed == null ? null : programme.dayOf(resumed);
    }

    private static long dayNumber(LocalDate day) {
        return day.getYear() * 10_000L + day.getMonthValue() * 100L + day.getDayOfMonth();
    }

    private static Text milestoneClearing(Facts facts, Programme programme, Alert alert) {
        var promise = facts.milestones().get(alert.subject());
        if (promise == null) {
            return NO_LONGER;
        }
        var m = promise.milestone();
        if (m.deadlineVersion() != alert.deadlineVersion()) {
            return new Text(
                    "里程碑已延期至 %s，按新期限重新计算。".formatted(m.due()),
                    "The milestone was extended to %s; what follows counts from there.".formatted(m.due()));
        }
        if (m.state() == MilestoneState.REACHED) {
            return new Text(
                    "里程碑已于 %s 完成，迟 %d 天。".formatted(m.reachedOn(), m.daysLate()),
                    "The milestone was reached on %s, %d days late.".formatted(m.reachedOn(), m.daysLate()));
        }
        if (m.state() == MilestoneState.CANCELLED) {
            return new Text("里程碑已取消。", "The milestone was cancelled.");
        }
        return alert.rule().equals(DUE_SOON)
                ? new Text("到期日 %s 已过。".formatted(m.due()), "The due day %s is over.".formatted(m.due()))
                : NO_LONGER;
    }

    private static Text staleClearing(Facts facts, Programme programme, Alert alert) {
        var from = silentSince(facts, programme);
        if (dayNumber(from) != alert.deadlineVersion() && from.equals(resumedOn(facts, programme))) {
            return new Text(
                    "试点已于 %s 恢复，重新计算。".formatted(from),
                    "The pilot resumed on %s; its silence counts from there.".formatted(from));
        }
        if (dayNumber(from) != alert.deadlineVersion()) {
            return new Text("试点单位已于 %s 报送。".formatted(from), "The pilot team reported on %s.".formatted(from));
        }
        return facts.allClosed() ? new Text("全部里程碑已结束。", "All milestones are closed.") : NO_LONGER;
    }

    private static Text dueSoonText(Milestone m, int days) {
        return new Text(
                "里程碑 %s“%s”应于 %s 完成，剩余不超过 %d 天。"
                        .formatted(m.milestoneId(), m.title().zh(), m.due(), days),
                "Milestone %s “%s” is due on %s, in %s."
                        .formatted(
                                m.milestoneId(),
                                m.title().en(),
                                m.due(),
                                days == 1 ? "a day" : days + " days or fewer"));
    }

    private static Text overdueText(Milestone m, int days) {
        return new Text(
                "里程碑 %s“%s”应于 %s 完成，已逾期至少 %d 天。"
                        .formatted(m.milestoneId(), m.title().zh(), m.due(), days),
                "Milestone %s “%s” was due on %s and is overdue by at least %d %s."
                        .formatted(m.milestoneId(), m.title().en(), m.due(), days, days == 1 ? "day" : "days"));
    }

    private static Text staleText(LocalDate from, int days) {
        return new Text(
                "试点单位自 %s 起未报送进展，已至少 %d 天。".formatted(from, days),
                "The pilot team has reported nothing since %s, for at least %d days.".formatted(from, days));
    }

    private static Text prohibitedText(Collection<Facts.Flag> flags) {
        var where = place(flags.iterator().next().subject());
        var words = flags.stream()
                .flatMap(f -> f.flag().words().stream())
                .distinct()
                .toList();
        return new Text(
                "%s的填报内容含疑似违规字样：%s，须人工核实。".formatted(where.zh(), String.join("、", words)),
                "What was posted for %s has words of prohibited conduct (%s); a person must look at it."
                        .formatted(where.en(), String.join(", ", words)));
    }

    /** Where a text was posted, in words. */
    private static Text place(String subject) {
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
}
