package io.pilotwatch.compliancealert.core;

import static io.pilotwatch.compliancealert.core.Case.days;

import io.pilotwatch.compliancealert.core.Dossier.Handed;
import io.pilotwatch.contracts.AlertEvent.Alert;
import io.pilotwatch.contracts.Expectations;
import io.pilotwatch.contracts.Expectations.Expected;
import io.pilotwatch.contracts.Expectations.Rectification;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Period;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.contracts.Programme.Threshold;
import io.pilotwatch.contracts.RectificationState;
import io.pilotwatch.contracts.Text;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;
import java.util.stream.Stream;

/** The rules that look at what a team has to hand in by a day: periodic reports, and answers to rectifications. */
final class ReportRules {

    private static final String REPORT = "report:";
    private static final String RECTIFICATION = "rectification:";

    private ReportRules() {}

    /** From so many days before a periodic report's due day until that day ends, while it is not submitted. */
    static Stream<Plan> dueSoon(Case of) {
        return owed(of).map(owed -> owed.plan(of, t -> of.before(owed.due().due(), t), owed::dueSoonText)
                .until(of.programme().startOf(owed.due().due().plusDays(1))));
    }

    /** From so many days after the due day, while it is not submitted; one that was returned is not. */
    static Stream<Plan> overdue(Case of) {
        return owed(of).map(owed -> owed.plan(of, t -> of.after(owed.due().due(), t), owed::overdueText));
    }

    /**
     * A report that a pilot owes.
     *
     * @param since when it came to be owed
     * @param handed what was handed in of it; null where nothing was
     */
    private record Owed(
            Expected due, Instant since, @Nullable Handed handed) {

        Plan plan(Case of, Function<Threshold, Instant> at, Function<Threshold, Text> text) {
            var subject = REPORT + due.period().code();
            var plan = handed != null && handed.isSubmitted()
                    ? Plan.none(subject, 1)
                    : Plan.of(subject, 1, since, of.thresholds(), at, text);
            return plan.from("due", due.due())
                    .from("state", handed == null ? null : handed.state())
                    .from("submittedOn", handed == null ? null : handed.submittedOn());
        }

        Text dueSoonText(Threshold t) {
            var in = days(t).en();
            var period = due.period().text();
            return new Text(
                    "%s进展报告应于 %s 报送，剩余不超过 %s。".formatted(period.zh(), due.due(), days(t).zh()),
                    "The progress report of %s is due on %s, in %s."
                            .formatted(period.en(), due.due(), in.equals("1 day") ? "a day" : in + " or fewer"));
        }

        Text overdueText(Threshold t) {
            var period = due.period().text();
            return new Text(
                    "%s进展报告应于 %s 报送，已逾期至少 %s。".formatted(period.zh(), due.due(), days(t).zh()),
                    "The progress report of %s was due on %s and is overdue by at least %s."
                            .formatted(period.en(), due.due(), days(t).en()));
        }
    }

    /**
     * What milestone expects too, by the same function; and one period more, so that the next check is known. It is owed
     * from its first day on, as milestone has it.
     */
    private static Stream<Owed> owed(Case of) {
        var horizon = of.today().plusMonths(of.programme().reports().rectifyingEveryMonths());
        return expected(of.facts(), of.programme(), horizon).map(due -> {
            var handed = of.dossier().reports().get(due.period().code());
            var back = handed == null || handed.isSubmitted() ? null : handed.at();
            return new Owed(due, of.since(Facts.later(owedSince(of, due.period()), back)), handed);
        });
    }

    private static Stream<Expected> expected(Facts facts, Programme programme, LocalDate until) {
        var orders = facts.dossier().orders().values().stream()
                .map(order -> new Rectification(
                        order.orderedOn(), order.acceptedAt() == null ? null : programme.dayOf(order.acceptedAt())))
                .toList();
        return Expectations.of(programme, facts.pilot().pilot().approvedOn(), orders, until).stream();
    }

    /** A regular one is owed from the beginning, one of a rectification from its order, or its period's begin. */
    private static Instant owedSince(Case of, Period period) {
        if (period.months() == of.programme().reports().everyMonths()
                && !period.from().isAfter(of.programme().deadline())) {
            return of.pilot().since();
        }
        return of.dossier().orders().values().stream()
                .filter(order -> !order.orderedOn().isAfter(period.to()))
                .map(order -> Facts.later(order.orderedAt(), of.programme().startOf(period.from())))
                .min(Instant::compareTo)
                .orElse(of.pilot().since());
    }

    /** From so many days after the due day of a rectification that waits for the team's answer. */
    static Stream<Plan> rectificationOverdue(Case of) {
        return of.dossier().orders().entrySet().stream().map(entry -> {
            var order = entry.getValue();
            var subject = RECTIFICATION + entry.getKey();
            var plan = order.state() != RectificationState.ORDERED
                    ? Plan.none(subject, 1)
                    : Plan.of(
                            subject,
                            1,
                            of.since(order.at()),
                            of.thresholds(),
                            t -> of.after(order.due(), t),
                            t -> new Text(
                                    "整改应于 %s 反馈，已逾期至少 %s。".formatted(order.due(), days(t).zh()),
                                    "A rectification was to be answered by %s and is overdue by at least %s."
                                            .formatted(order.due(), days(t).en())));
            return plan.from("due", order.due()).from("state", order.state());
        });
    }

    static Text clearing(Facts facts, Programme programme, Alert alert) {
        var code = alert.subject().substring(REPORT.length());
        var period = Period.ofCode(code).orElseThrow();
        var handed = facts.dossier().reports().get(code);
        if (handed != null && handed.isSubmitted()) {
            return new Text(
                    "报告已于 %s 报送。".formatted(handed.submittedOn()),
                    "The report was submitted on %s.".formatted(handed.submittedOn()));
        }
        if (expected(facts, programme, period.to()).noneMatch(e -> e.period().equals(period))) {
            return new Text("整改已通过，不再要求该期报告。", "The rectification was accepted; no report of that period is owed.");
        }
        var due = programme.reports().due(period);
        return alert.rule().equals(Rules.REPORT_DUE_SOON)
                ? new Text("到期日 %s 已过。".formatted(due), "The due day %s is over.".formatted(due))
                : Rules.NO_LONGER;
    }

    static Text rectificationClearing(Facts facts, Programme programme, Alert alert) {
        var order = facts.dossier().orders().get(alert.subject().substring(RECTIFICATION.length()));
        if (order == null || order.state() == RectificationState.ORDERED) {
            return Rules.NO_LONGER;
        }
        var on = programme.dayOf(order.at());
        return order.state() == RectificationState.ANSWERED
                ? new Text("整改已于 %s 反馈。".formatted(on), "The rectification was answered on %s.".formatted(on))
                : new Text("整改已于 %s 通过。".formatted(on), "The rectification was accepted on %s.".formatted(on));
    }
}
