package io.pilotwatch.compliancealert.core;

import static io.pilotwatch.compliancealert.core.Case.days;

import io.pilotwatch.compliancealert.core.Facts.Promise;
import io.pilotwatch.contracts.AlertEvent.Alert;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.contracts.Programme.Threshold;
import io.pilotwatch.contracts.Text;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;
import java.util.stream.Stream;

/** The rules that look at the pilot as a whole. */
final class PilotRules {

    private PilotRules() {}

    /** So many days without a word from the team; each silence is an episode of its own. */
    static Stream<Plan> stale(Case of) {
        var from = silentSince(of.facts(), of.programme());
        var plan = of.facts().allClosed()
                ? Plan.none(Rules.WHOLE_PILOT, dayNumber(from))
                : Plan.of(
                        Rules.WHOLE_PILOT,
                        dayNumber(from),
                        of.pilot().since(),
                        of.thresholds(),
                        t -> of.after(from, t),
                        t -> staleText(from, t));
        return Stream.of(plan.from("silentSince", from).from("openMilestones", open(of.facts())));
    }

    /** So many days after the approval, until the first task book is accepted. */
    static Stream<Plan> taskBookMissing(Case of) {
        var approved = of.pilot().pilot().approvedOn();
        return Stream.of(plan(
                        of,
                        !of.facts().hasTaskBook(),
                        t -> of.after(approved, t),
                        t -> new Text(
                                "试点于 %s 公布，至少 %s仍无备案的任务书。".formatted(approved, days(t).zh()),
                                "The pilot was approved on %s and has had no task book on file for at least %s."
                                        .formatted(approved, days(t).en())))
                .from("approvedOn", approved)
                .from("taskBook", of.facts().hasTaskBook()));
    }

    /** From so many days before the programme's deadline until it passes, while anything is open. */
    static Stream<Plan> deadlineApproaching(Case of) {
        var deadline = of.programme().deadline();
        return Stream.of(deadline(
                        of,
                        t -> of.before(deadline, t),
                        t -> new Text(
                                "总期限 %s 剩余不超过 %s，%s。"
                                        .formatted(
                                                deadline,
                                                days(t).zh(),
                                                openText(of).zh()),
                                "The programme's deadline %s is %s or fewer away; %s."
                                        .formatted(
                                                deadline,
                                                days(t).en(),
                                                openText(of).en())))
                .until(of.programme().deadlineInstant()));
    }

    /** From so many days after the programme's deadline, while anything is open. */
    static Stream<Plan> deadlineMissed(Case of) {
        var deadline = of.programme().deadline();
        return Stream.of(deadline(
                of,
                t -> of.after(deadline, t),
                t -> new Text(
                        "总期限 %s 已过至少 %s，%s。"
                                .formatted(deadline, days(t).zh(), openText(of).zh()),
                        "The programme's deadline %s passed at least %s ago; %s."
                                .formatted(deadline, days(t).en(), openText(of).en()))));
    }

    private static Plan deadline(Case of, Function<Threshold, Instant> at, Function<Threshold, Text> text) {
        return plan(of, !of.facts().allClosed(), at, text)
                .from("deadline", of.programme().deadline())
                .from("openMilestones", open(of.facts()))
                .from("taskBook", of.facts().hasTaskBook());
    }

    private static Plan plan(Case of, boolean speaks, Function<Threshold, Instant> at, Function<Threshold, Text> text) {
        return speaks
                ? Plan.of(Rules.WHOLE_PILOT, 1, openSince(of), of.thresholds(), at, text)
                : Plan.none(Rules.WHOLE_PILOT, 1);
    }

    /** Since when anything is open: since the approval, but of a milestone that a change of the plan added later. */
    private static Instant openSince(Case of) {
        return of.facts().milestones().values().stream()
                .filter(p -> !p.milestone().state().isClosed())
                .map(p -> isAdded(of, p) ? of.since(p.since()) : of.pilot().since())
                .min(Instant::compareTo)
                .orElse(of.pilot().since());
    }

    /** One of the first plan takes the place of a plan that was missing, and an extended one was there before. */
    private static boolean isAdded(Case of, Promise promise) {
        var books = of.dossier().books();
        return promise.milestone().deadlineVersion() == 1
                && !books.isEmpty()
                && promise.since().isAfter(books.firstEntry().getValue().since());
    }

    private static long open(Facts facts) {
        return facts.milestones().values().stream()
                .filter(p -> !p.milestone().state().isClosed())
                .count();
    }

    private static Text openText(Case of) {
        long open = open(of.facts());
        return of.facts().hasTaskBook()
                ? new Text("尚有 %d 个里程碑未完成".formatted(open), "milestones still open: " + open)
                : new Text("任务书尚未备案", "no task book is on file");
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

    static Text staleClearing(Facts facts, Programme programme, Alert alert) {
        var from = silentSince(facts, programme);
        if (dayNumber(from) != alert.deadlineVersion() && from.equals(resumedOn(facts, programme))) {
            return new Text(
                    "试点已于 %s 恢复，重新计算。".formatted(from),
                    "The pilot resumed on %s; its silence counts from there.".formatted(from));
        }
        if (dayNumber(from) != alert.deadlineVersion()) {
            return new Text("试点单位已于 %s 报送。".formatted(from), "The pilot team reported on %s.".formatted(from));
        }
        return facts.allClosed() ? ALL_CLOSED : Rules.NO_LONGER;
    }

    private static final Text ALL_CLOSED = new Text("全部里程碑已结束。", "All milestones are closed.");

    static Text taskBookClearing(Facts facts, Programme programme, Alert alert) {
        var books = facts.dossier().books();
        if (!facts.hasTaskBook()) {
            return Rules.NO_LONGER;
        }
        return books.isEmpty()
                ? new Text("任务书已备案。", "The task book is on file.")
                : new Text(
                        "任务书已于 %s 备案。".formatted(books.firstEntry().getValue().filedOn()),
                        "The task book was filed on %s."
                                .formatted(books.firstEntry().getValue().filedOn()));
    }

    static Text deadlineClearing(Facts facts, Programme programme, Alert alert) {
        if (facts.allClosed()) {
            return ALL_CLOSED;
        }
        return alert.rule().equals(Rules.DEADLINE_APPROACHING)
                ? new Text(
                        "总期限 %s 已过。".formatted(programme.deadline()),
                        "The deadline %s has passed.".formatted(programme.deadline()))
                : Rules.NO_LONGER;
    }

    private static Text staleText(LocalDate from, Threshold t) {
        return new Text(
                "试点单位自 %s 起未报送进展，已至少 %s。".formatted(from, days(t).zh()),
                "The pilot team has reported nothing since %s, for at least %s.".formatted(from, days(t).en()));
    }
}
