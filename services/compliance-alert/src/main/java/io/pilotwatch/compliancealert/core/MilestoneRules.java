package io.pilotwatch.compliancealert.core;

import static io.pilotwatch.compliancealert.core.Case.days;

import io.pilotwatch.contracts.AlertEvent.Alert;
import io.pilotwatch.contracts.MilestoneEvent.Milestone;
import io.pilotwatch.contracts.MilestoneState;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.contracts.Programme.Threshold;
import io.pilotwatch.contracts.Text;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;
import java.util.stream.Stream;

/** The rules that look at each milestone. One that is closed says no more. */
final class MilestoneRules {

    private MilestoneRules() {}

    /** From so many days before the due day until that day ends. */
    static Stream<Plan> dueSoon(Case of) {
        return each(of, promise -> {
            var m = promise.milestone();
            return plan(of, promise, t -> of.before(m.due(), t), t -> dueSoonText(m, t))
                    .until(of.programme().startOf(m.due().plusDays(1)));
        });
    }

    /** From so many days after the due day, until the lead accepts: a claim alone does not stop it. */
    static Stream<Plan> overdue(Case of) {
        return each(of, promise -> {
            var m = promise.milestone();
            return plan(of, promise, t -> of.after(m.due(), t), t -> overdueText(m, t));
        });
    }

    /**
     * At once, when the team says that it expects to reach a milestone so many days after the programme's deadline; and of a
     * milestone that is extended in spite of it, at once too.
     */
    static Stream<Plan> forecastAfterDeadline(Case of) {
        return each(of, promise -> {
            var m = promise.milestone();
            var deadline = of.programme().deadline();
            var calendar = of.programme().calendar();
            var late = of.crossed(
                    t -> m.forecast() != null && !m.forecast().isBefore(calendar.plus(deadline, t.at(), t.in())));
            var said = saidOn(of, promise);
            return Plan.of(
                            m.milestoneId(),
                            m.deadlineVersion(),
                            of.since(Facts.later(said, promise.since())),
                            late,
                            _ -> said,
                            t -> forecastText(m, deadline, t))
                    .from("forecast", m.forecast())
                    .from("deadline", deadline);
        });
    }

    /** When the forecast was said last; before all updates were kept, when the due day was promised. */
    private static Instant saidOn(Case of, Facts.Promise promise) {
        var progress = of.dossier().progress().get(promise.milestone().milestoneId());
        var forecast = progress == null ? null : progress.forecast();
        return forecast != null && forecast.day().equals(promise.milestone().forecast())
                ? forecast.at()
                : promise.since();
    }

    /**
     * At once, when the team reports so many points less than the most that it reported before. Only what it reports
     * counts: that a claim says all is done is not held against a team whose claim was returned.
     */
    static Stream<Plan> progressFell(Case of) {
        return each(of, promise -> {
            var m = promise.milestone();
            var progress = of.dossier().progress().get(m.milestoneId());
            if (progress == null) {
                return Plan.none(m.milestoneId(), 0);
            }
            var last = progress.last();
            var peak = progress.peak();
            return Plan.of(
                            m.milestoneId(),
                            peak.revision(),
                            of.since(last.at()),
                            of.crossed(t -> peak.percent() - last.percent() >= t.at()),
                            _ -> last.at(),
                            _ -> progressText(m, peak.percent(), last.percent()))
                    .from("percent", last.percent())
                    .from("highest", peak.percent());
        });
    }

    /** So many days after a claim to which nothing is attached, as long as it waits for the lead. */
    static Stream<Plan> evidenceMissing(Case of) {
        return each(of, promise -> {
            var m = promise.milestone();
            var claimedOn = claimedOn(of, promise);
            var attached = of.dossier().evidenced().contains(m.milestoneId());
            var plan = m.state() != MilestoneState.CLAIMED || claimedOn == null || attached
                    ? Plan.none(m.milestoneId(), m.deadlineVersion())
                    : Plan.of(
                            m.milestoneId(),
                            m.deadlineVersion(),
                            since(of, promise),
                            of.thresholds(),
                            t -> of.after(claimedOn, t),
                            t -> evidenceText(m, claimedOn, t));
            return plan.from("claimedOn", claimedOn).from("evidence", attached);
        });
    }

    private static @Nullable LocalDate claimedOn(Case of, Facts.Promise promise) {
        var claimedOn = promise.milestone().claimedOn();
        return claimedOn == null && promise.claimedAt() != null ? of.programme().dayOf(promise.claimedAt()) : claimedOn;
    }

    private static Stream<Plan> each(Case of, Function<Facts.Promise, Plan> planned) {
        return of.facts().milestones().values().stream().map(promise -> {
            var m = promise.milestone();
            var plan = m.state().isClosed() ? Plan.none(m.milestoneId(), m.deadlineVersion()) : planned.apply(promise);
            return plan.from("due", m.due()).from("state", m.state());
        });
    }

    private static Plan plan(
            Case of, Facts.Promise promise, Function<Threshold, Instant> at, Function<Threshold, Text> text) {
        var m = promise.milestone();
        return Plan.of(m.milestoneId(), m.deadlineVersion(), since(of, promise), of.thresholds(), at, text);
    }

    private static Instant since(Case of, Facts.Promise promise) {
        return of.since(promise.since());
    }

    static Text dueClearing(Facts facts, Programme programme, Alert alert) {
        var m = milestone(facts, alert);
        var over = m == null ? null : closedOrExtended(m, alert);
        if (over != null) {
            return over;
        }
        return m != null && alert.rule().equals(Rules.DUE_SOON)
                ? new Text("到期日 %s 已过。".formatted(m.due()), "The due day %s is over.".formatted(m.due()))
                : Rules.NO_LONGER;
    }

    static Text forecastClearing(Facts facts, Programme programme, Alert alert) {
        var m = milestone(facts, alert);
        var over = m == null ? null : closedOrExtended(m, alert);
        if (over != null) {
            return over;
        }
        return m != null && m.forecast() != null && !m.forecast().isAfter(programme.deadline())
                ? new Text(
                        "试点单位现预计于 %s 完成，不晚于总期限。".formatted(m.forecast()),
                        "The team now expects to reach it on %s, within the deadline.".formatted(m.forecast()))
                : Rules.NO_LONGER;
    }

    static Text progressClearing(Facts facts, Programme programme, Alert alert) {
        var m = milestone(facts, alert);
        var closed = m == null ? null : closed(m);
        if (closed != null) {
            return closed;
        }
        var progress = facts.dossier().progress().get(alert.subject());
        return progress == null
                ? Rules.NO_LONGER
                : new Text(
                        "进度已回升至 %d%%。".formatted(progress.last().percent()),
                        "Progress is back at %d %%.".formatted(progress.last().percent()));
    }

    static Text evidenceClearing(Facts facts, Programme programme, Alert alert) {
        var m = milestone(facts, alert);
        if (m != null && facts.dossier().evidenced().contains(alert.subject())) {
            return new Text("佐证材料已上传。", "Evidence was attached.");
        }
        var over = m == null ? null : closedOrExtended(m, alert);
        if (over != null) {
            return over;
        }
        return m != null && m.state() != MilestoneState.CLAIMED
                ? new Text("提交已被退回。", "The claim was returned.")
                : Rules.NO_LONGER;
    }

    private static @Nullable Milestone milestone(Facts facts, Alert alert) {
        var promise = facts.milestones().get(alert.subject());
        return promise == null ? null : promise.milestone();
    }

    private static @Nullable Text closedOrExtended(Milestone m, Alert alert) {
        return m.deadlineVersion() == alert.deadlineVersion()
                ? closed(m)
                : new Text(
                        "里程碑已延期至 %s，按新期限重新计算。".formatted(m.due()),
                        "The milestone was extended to %s; what follows counts from there.".formatted(m.due()));
    }

    private static @Nullable Text closed(Milestone m) {
        if (m.state() == MilestoneState.REACHED) {
            return new Text(
                    "里程碑已于 %s 完成，迟 %d 天。".formatted(m.reachedOn(), m.daysLate()),
                    "The milestone was reached on %s, %d days late.".formatted(m.reachedOn(), m.daysLate()));
        }
        return m.state() == MilestoneState.CANCELLED ? new Text("里程碑已取消。", "The milestone was cancelled.") : null;
    }

    private static Text dueSoonText(Milestone m, Threshold t) {
        var in = days(t).en();
        return new Text(
                "里程碑 %s应于 %s 完成，剩余不超过 %s。".formatted(zh(m), m.due(), days(t).zh()),
                "Milestone %s is due on %s, in %s."
                        .formatted(en(m), m.due(), in.equals("1 day") ? "a day" : in + " or fewer"));
    }

    private static Text overdueText(Milestone m, Threshold t) {
        return new Text(
                "里程碑 %s应于 %s 完成，已逾期至少 %s。".formatted(zh(m), m.due(), days(t).zh()),
                "Milestone %s was due on %s and is overdue by at least %s.".formatted(en(m), m.due(), days(t).en()));
    }

    private static Text forecastText(Milestone m, LocalDate deadline, Threshold t) {
        return new Text(
                "里程碑 %s预计于 %s 完成，晚于总期限 %s 至少 %s。".formatted(zh(m), m.forecast(), deadline, days(t).zh()),
                "Milestone %s is expected on %s, at least %s after the programme's deadline %s."
                        .formatted(en(m), m.forecast(), days(t).en(), deadline));
    }

    private static Text progressText(Milestone m, int highest, int percent) {
        return new Text(
                "里程碑 %s进度由 %d%% 降至 %d%%。".formatted(zh(m), highest, percent),
                "Progress of milestone %s fell from %d %% to %d %%.".formatted(en(m), highest, percent));
    }

    private static Text evidenceText(Milestone m, LocalDate claimedOn, Threshold t) {
        return new Text(
                "里程碑 %s已于 %s 提交，至少 %s未附佐证材料。".formatted(zh(m), claimedOn, days(t).zh()),
                "Milestone %s was claimed on %s and has had no evidence for at least %s."
                        .formatted(en(m), claimedOn, days(t).en()));
    }

    private static String zh(Milestone m) {
        return "%s“%s”".formatted(m.milestoneId(), m.title().zh());
    }

    private static String en(Milestone m) {
        return "%s “%s”".formatted(m.milestoneId(), m.title().en());
    }
}
