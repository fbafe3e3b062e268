package io.pilotwatch.compliancealert.oracle;

import io.pilotwatch.contracts.Programme;
import io.pilotwatch.contracts.Programme.Measure;
import io.pilotwatch.contracts.Programme.Threshold;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What alerts there have to be, written straight from the text of the rules and sharing nothing with the service but the
 * programme file: at every look it works out everything anew. It is slow and has no clever idea, and that is the point.
 *
 * <p>Of these rules: MILESTONE_DUE_SOON, MILESTONE_OVERDUE, REPORT_DUE_SOON, REPORT_OVERDUE, PILOT_STALE,
 * FORECAST_AFTER_DEADLINE, DEADLINE_APPROACHING, DEADLINE_MISSED, PROGRESS_FELL, EVIDENCE_MISSING, TASKBOOK_MISSING,
 * RECTIFICATION_OVERDUE. Of the others there have to be none, since no tale gives them cause.
 */
public final class Oracle {

    /** An instant at which somebody looked at the pilot, and how many of its happenings were known by then. */
    public record Look(Instant at, int known) {}

    /** What an alert goes through. */
    public enum What {
        AlertRaised,
        AlertMuted,
        AlertUnmuted,
        AlertCleared
    }

    /** One line of an alert's history; level, severity, late and muted are what an AlertRaised says, else the defaults. */
    public record Said(Instant at, What what, int level, String severity, boolean late, boolean muted) {
        private static Said of(Instant at, What what) {
            return new Said(at, what, 0, "", false, false);
        }
    }

    /** A rule that holds; one crossing for each threshold that was crossed, in order. */
    private record Holding(String rule, String id, List<Instant> crossings, String severity) {}

    private static final class Alert {
        String rule;
        int level;
        boolean open;
        String mutedBy = "";
        final List<Said> history = new ArrayList<>();
    }

    private final Programme programme;
    private final Tale tale;
    private final Known known;
    private final Map<String, Alert> alerts = new TreeMap<>();
    private final Map<String, Long> counts = new TreeMap<>();
    private Instant now;
    private List<Holding> holding = List.of();

    /** Of one pilot. */
    public Oracle(Programme programme, Tale tale) {
        this.programme = programme;
        this.tale = tale;
        this.known = new Known(tale.approvedOn());
    }

    /** The history of each alert that there has to be after these looks, by alert id. */
    public Map<String, List<Said>> histories(List<Look> looks) {
        int heard = 0;
        for (var look : looks) {
            for (; heard < look.known(); heard++) {
                known.hear(tale.happenings().get(heard));
            }
            now = look.at();
            if (known.approvedAt != null) {
                look();
            }
        }
        var histories = new TreeMap<String, List<Said>>();
        alerts.forEach((id, alert) -> histories.put(id, alert.history));
        return histories;
    }

    /** How often what happened, as {@code RULE OUTCOME}; see the table alert_tally. */
    public Map<String, Long> counts() {
        return counts;
    }

    private void look() {
        holding = new ArrayList<>();
        milestones();
        reports();
        pilot();
        rectifications();
        var held = new LinkedHashMap<String, Holding>();
        holding.forEach(h -> held.put(h.id(), h));
        held.values().forEach(this::compare);
        alerts.forEach((id, alert) -> {
            if (alert.open && !held.containsKey(id)) {
                alert.open = false;
                alert.mutedBy = "";
                alert.history.add(Said.of(now, What.AlertCleared));
                count(alert.rule, "CLEARED", 1);
                count(alert.rule, "ENDED", 1);
            }
        });
    }

    private void compare(Holding h) {
        var alert = alerts.get(h.id());
        var mutedBy = mutedBy(h);
        if (alert == null || !alert.open || h.crossings().size() > alert.level) {
            raise(h, alert, mutedBy);
        } else if (!mutedBy.equals(alert.mutedBy)) {
            alert.mutedBy = mutedBy;
            alert.history.add(Said.of(now, mutedBy.isEmpty() ? What.AlertUnmuted : What.AlertMuted));
        }
    }

    private void raise(Holding h, Alert before, String mutedBy) {
        int said = before != null && before.open ? before.level : 0;
        var firstUnsaid = h.crossings().get(said);
        // The tally counts one crossing for an alert that was cleared and holds again, at whatever level.
        int crossed = before == null || before.open ? h.crossings().size() - said : 1;
        var late = Duration.between(firstUnsaid, now).toMillis() > programme.lateToleranceMinutes() * 60_000L;
        var alert = before == null ? new Alert() : before;
        count(h.rule(), "EXPECTED", crossed);
        count(h.rule(), "SUPERSEDED", crossed - 1);
        count(h.rule(), mutedBy.isEmpty() ? "RAISED" : "SUPPRESSED", 1);
        count(h.rule(), "RAISED_LATE", late && mutedBy.isEmpty() ? 1 : 0);
        count(h.rule(), "BEGUN", alert.open ? 0 : 1);
        alert.rule = h.rule();
        alert.level = h.crossings().size();
        alert.open = true;
        alert.mutedBy = mutedBy;
        alert.history.add(new Said(now, What.AlertRaised, alert.level, h.severity(), late, !mutedBy.isEmpty()));
        alerts.put(h.id(), alert);
    }

    private void count(String rule, String outcome, long by) {
        if (by != 0) {
            counts.merge(rule + " " + outcome, by, Long::sum);
        }
    }

    /** Who rests or is gone owes nothing now; and one alert for the whole pilot stands for its overdue milestones. */
    private String mutedBy(Holding h) {
        if (known.ended) {
            return "ended";
        }
        if (known.suspended) {
            return "suspended";
        }
        var missed = holding.stream().anyMatch(other -> other.rule().equals("DEADLINE_MISSED"));
        return h.rule().equals("MILESTONE_OVERDUE") && missed ? "deadline" : "";
    }

    private void milestones() {
        known.milestones.forEach((id, m) -> {
            if (m.closed) {
                return;
            }
            var dueDayEnds = startOf(m.due.plusDays(1));
            days("MILESTONE_DUE_SOON", id, m.version, m.promisedAt, dueDayEnds, t -> before(m.due, t));
            days("MILESTONE_OVERDUE", id, m.version, m.promisedAt, null, t -> after(m.due, t));
            if (m.claimedAt != null && !m.evidence) {
                days("EVIDENCE_MISSING", id, m.version, m.promisedAt, null, t -> after(dayOf(m.claimedAt), t));
            }
            if (m.forecast != null) {
                magnitude(
                        "FORECAST_AFTER_DEADLINE",
                        id,
                        m.version,
                        later(m.forecastAt, m.promisedAt),
                        t -> !m.forecast.isBefore(programme.deadline().plusDays(t.at())));
            }
            if (m.last >= 0) {
                magnitude("PROGRESS_FELL", id, m.peakRevision, m.lastAt, t -> m.peak - m.last >= t.at());
            }
        });
    }

    private void reports() {
        var cadence = programme.reports();
        var last = quarter(programme.deadline());
        for (var begin = quarter(known.approvedOn); !begin.isAfter(last); begin = begin.plusMonths(3)) {
            var code = begin.getYear() + "-Q" + (begin.getMonthValue() + 2) / 3;
            report(code, begin.plusMonths(3).minusDays(1).plusDays(cadence.dueDaysAfter()));
        }
        var months = new TreeMap<String, LocalDate>();
        for (var order : known.rectifications.values()) {
            var begin = dayOf(order.orderedAt).withDayOfMonth(1);
            for (; !begin.isAfter(dayOf(now)); begin = begin.plusMonths(1)) {
                var end = begin.plusMonths(1).minusDays(1);
                if (order.acceptedAt == null || dayOf(order.acceptedAt).isAfter(end)) {
                    months.put(begin.toString().substring(0, 7), end.plusDays(cadence.dueDaysAfter()));
                }
            }
        }
        months.forEach(this::report);
    }

    private static LocalDate quarter(LocalDate day) {
        return LocalDate.of(day.getYear(), (day.getMonthValue() - 1) / 3 * 3 + 1, 1);
    }

    private void report(String code, LocalDate due) {
        var handed = known.reports.get(code);
        if (handed != null && handed.submitted) {
            return;
        }
        var since = handed == null ? known.approvedAt : handed.returnedAt;
        days("REPORT_DUE_SOON", "report:" + code, 1, since, startOf(due.plusDays(1)), t -> before(due, t));
        days("REPORT_OVERDUE", "report:" + code, 1, since, null, t -> after(due, t));
    }

    private void pilot() {
        if (!known.filed) {
            days("TASKBOOK_MISSING", "pilot", 1, known.approvedAt, null, t -> after(known.approvedOn, t));
        }
        if (!known.anythingOpen()) {
            return;
        }
        var silentFrom = known.lastWord == null ? known.approvedOn : dayOf(known.lastWord);
        if (known.resumedAt != null && dayOf(known.resumedAt).isAfter(silentFrom)) {
            silentFrom = dayOf(known.resumedAt);
        }
        var from = silentFrom;
        long version = Long.parseLong(from.toString().replace("-", ""));
        days("PILOT_STALE", "pilot", version, known.approvedAt, null, t -> after(from, t));
        var deadline = programme.deadline();
        var deadlineEnds = startOf(deadline.plusDays(1));
        days("DEADLINE_APPROACHING", "pilot", 1, known.approvedAt, deadlineEnds, t -> before(deadline, t));
        days("DEADLINE_MISSED", "pilot", 1, known.approvedAt, null, t -> after(deadline, t));
    }

    private void rectifications() {
        known.rectifications.forEach((id, order) -> {
            if (order.waitsForTheTeam && order.acceptedAt == null) {
                var subject = "rectification:" + id;
                days("RECTIFICATION_OVERDUE", subject, 1, order.waitsSince, null, t -> after(order.due, t));
            }
        });
    }

    /** A rule by days: a threshold is crossed at its day, though not before there was cause to speak; it may have an end. */
    private void days(
            String rule, String subject, long version, Instant since, Instant end, Function<Threshold, Instant> at) {
        if (end != null && !now.isBefore(end)) {
            return;
        }
        hold(rule, subject, version, t -> later(at.apply(t), since));
    }

    /** A rule by how much: all thresholds up to the magnitude are crossed at once, when it was said. */
    private void magnitude(
            String rule, String subject, long version, Instant said, Function<Threshold, Boolean> crossed) {
        hold(rule, subject, version, t -> crossed.apply(t) ? said : Instant.MAX);
    }

    private void hold(String rule, String subject, long version, Function<Threshold, Instant> at) {
        var crossings = new ArrayList<Instant>();
        var severity = "";
        for (var threshold : programme.rules().getOrDefault(rule, List.of())) {
            var crossing = later(at.apply(threshold), known.approvedAt);
            if (!crossing.isAfter(now)) {
                crossings.add(crossing);
                severity = threshold.severity().name();
            }
        }
        if (!crossings.isEmpty()) {
            var id = tale.pilotId() + "." + rule + "." + subject + "." + version;
            holding.add(new Holding(rule, id, crossings, severity));
        }
    }

    private Instant before(LocalDate day, Threshold t) {
        return startOf(t.in() == Measure.WORKING_DAYS ? worked(day, -t.at()) : day.minusDays(t.at()));
    }

    private Instant after(LocalDate day, Threshold t) {
        return startOf(t.in() == Measure.WORKING_DAYS ? worked(day, t.at()) : day.plusDays(t.at()));
    }

    /** The n-th worked day after, or before where n is negative. */
    private LocalDate worked(LocalDate day, int n) {
        var at = day;
        for (int found = 0; found < Math.abs(n); ) {
            at = at.plusDays(n < 0 ? -1 : 1);
            if (isWorked(at)) {
                found++;
            }
        }
        return at;
    }

    private boolean isWorked(LocalDate day) {
        boolean worked = day.getDayOfWeek().getValue() <= 5;
        for (var year : programme.calendar().years()) {
            for (var holiday : year.holidays()) {
                if (!day.isBefore(holiday.from()) && !day.isAfter(holiday.to())) {
                    worked = false;
                }
            }
        }
        for (var year : programme.calendar().years()) {
            if (year.workdays().contains(day)) {
                worked = true;
            }
        }
        return worked;
    }

    private Instant startOf(LocalDate day) {
        return day.atStartOfDay(programme.zone()).toInstant();
    }

    private LocalDate dayOf(Instant at) {
        return at.atZone(programme.zone()).toLocalDate();
    }

    private static Instant later(Instant a, Instant b) {
        return b == null || a.isAfter(b) ? a : b;
    }
}
