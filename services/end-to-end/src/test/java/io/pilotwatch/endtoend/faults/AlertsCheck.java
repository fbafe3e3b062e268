package io.pilotwatch.endtoend.faults;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.pilotwatch.endtoend.faults.World.Alert;
import io.pilotwatch.endtoend.faults.World.Promise;
import io.pilotwatch.endtoend.faults.World.Shown;
import io.pilotwatch.endtoend.faults.World.Told;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Each due alert is raised once for each threshold, and is the same in the topic, at compliance-alert and at reporting. What
 * is due is counted here once more from the promised days, for the two rules that look at nothing else.
 */
final class AlertsCheck {

    static final String RAISED = "io.pilotwatch.alert.raised.v1";
    static final String APPROVED = "io.pilotwatch.pilot.approved.v1";

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** Days before and after the due day, as the programme file has them. */
    private static final Map<String, List<Integer>> THRESHOLDS =
            Map.of("MILESTONE_DUE_SOON", List.of(-30, -14, -7, -1), "MILESTONE_OVERDUE", List.of(1, 7, 30, 60));

    private final World world;
    private final Findings findings;
    private final Map<String, Alert> known;
    private final Map<String, List<Told>> told;
    private final Set<String> approved;

    private AlertsCheck(World world, List<Told> told, Findings findings) {
        this.world = world;
        this.findings = findings;
        this.known = world.watch().alerts().stream().collect(toMap(Alert::alertId, a -> a, (a, _) -> a));
        this.told = told.stream()
                .filter(one -> one.alert() != null)
                .collect(groupingBy(one -> one.alert().alertId()));
        this.approved = told.stream()
                .filter(one -> one.type().equals(APPROVED))
                .map(Told::pilot)
                .collect(toSet());
    }

    /** {@code told}: each event once, without what was injected. */
    static void judge(World world, List<Told> told, Findings findings) {
        var check = new AlertsCheck(world, told, findings);
        check.listedOnce();
        check.toldOnce();
        check.due();
        check.shown();
        world.watch().recount().forEach(why -> findings.wrong("compliance-alert's own recount: %s", why));
    }

    /** Also that none is about a pilot that nobody approved, whatever was said of one. */
    private void listedOnce() {
        var alerts = world.watch().alerts();
        findings.count("alerts", alerts.size());
        var seen = new HashSet<String>();
        for (var alert : alerts) {
            if (!seen.add(alert.alertId())) {
                findings.wrong("%s: alert %s is at compliance-alert more than once.", alert.pilot(), alert.alertId());
            }
            if (!approved.contains(alert.pilot())) {
                findings.wrong("%s: alert %s is about no pilot.", alert.pilot(), alert.alertId());
            }
            if (!told.containsKey(alert.alertId())) {
                findings.wrong("%s: alert %s was never told in the topic.", alert.pilot(), alert.alertId());
            }
        }
    }

    private void toldOnce() {
        told.forEach((alertId, events) -> {
            var last = events.getLast().alert();
            var alert = known.get(alertId);
            if (alert == null) {
                findings.wrong("%s: alert %s is in the topic and not at compliance-alert.", last.pilot(), alertId);
            } else if (alert.revision() != last.revision()
                    || alert.level() != last.level()
                    || !alert.state().equals(last.state())) {
                findings.wrong(
                        "%s: alert %s is %s at level %d, revision %d, and was last told as %s at level %d, revision"
                                + " %d.",
                        last.pilot(),
                        alertId,
                        alert.state(),
                        alert.level(),
                        alert.revision(),
                        last.state(),
                        last.level(),
                        last.revision());
            }
            raisedOnce(alertId, events);
        });
    }

    /** Each revision once and in order; a level is not raised again unless the alert was cleared meanwhile. */
    private void raisedOnce(String alertId, List<Told> events) {
        long revision = 0;
        int level = 0;
        for (var event : events) {
            var alert = event.alert();
            if (alert.revision() != ++revision) {
                findings.wrong(
                        "%s: alert %s has revision %d where %d belongs in the topic.",
                        alert.pilot(), alertId, alert.revision(), revision);
                revision = alert.revision();
            }
            if (event.type().equals(RAISED)) {
                findings.count("alerts raised", 1);
                if (alert.level() <= level) {
                    findings.wrong(
                            "%s: alert %s was raised at level %d more than once.",
                            alert.pilot(), alertId, alert.level());
                }
                raisedInTime(alert);
            }
            level = alert.isCleared() ? 0 : Math.max(level, alert.level());
        }
    }

    private void raisedInTime(Alert alert) {
        var promise = promise(alert);
        if (promise != null && alert.raisedAt().isBefore(crossed(alert.rule(), promise.due(), alert.level()))) {
            findings.wrong(
                    "%s: alert %s was raised at level %d on %s, before its day.",
                    alert.pilot(), alert.alertId(), alert.level(), alert.raisedAt());
        }
    }

    /** The promise that the alert is about, where it stands still and its rule is one of ours; else null. */
    private Promise promise(Alert alert) {
        var book = world.books().get(alert.pilot());
        if (book == null || !THRESHOLDS.containsKey(alert.rule())) {
            return null;
        }
        return book.promises().stream()
                .filter(p -> alert.alertId().equals(alertId(alert.pilot(), alert.rule(), p)))
                .findFirst()
                .orElse(null);
    }

    private void due() {
        world.books().forEach((pilot, book) -> {
            for (var promise : book.promises()) {
                THRESHOLDS.keySet().forEach(rule -> due(pilot, rule, promise));
            }
        });
    }

    private void due(String pilot, String rule, Promise promise) {
        var alertId = alertId(pilot, rule, promise);
        var alert = known.get(alertId);
        int level = levelNow(rule, promise);
        if (level > 0) {
            findings.count("alerts due now", 1);
            if (alert == null || alert.isCleared()) {
                findings.wrong("%s: alert %s is due and missing.", pilot, alertId);
            } else if (alert.level() != level) {
                findings.wrong(
                        "%s: alert %s is due at level %d and stands at level %d.",
                        pilot, alertId, level, alert.level());
            }
        } else if (alert != null && !alert.isCleared()) {
            findings.wrong("%s: alert %s stands and is not due.", pilot, alertId);
        }
    }

    /** How many thresholds are crossed now; 0 where the alert is not due. */
    private int levelNow(String rule, Promise promise) {
        boolean over = rule.equals("MILESTONE_DUE_SOON")
                && !world.now().isBefore(startOf(promise.due().plusDays(1)));
        if (promise.closed() || over) {
            return 0;
        }
        return (int) THRESHOLDS.get(rule).stream()
                .filter(days -> !startOf(promise.due().plusDays(days)).isAfter(world.now()))
                .count();
    }

    private static Instant crossed(String rule, LocalDate due, int level) {
        return startOf(due.plusDays(THRESHOLDS.get(rule).get(level - 1)));
    }

    private static String alertId(String pilot, String rule, Promise promise) {
        return "%s.%s.%s.%d".formatted(pilot, rule, promise.milestone(), promise.version());
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }

    private void shown() {
        var byPilot = world.watch().alerts().stream().collect(groupingBy(Alert::pilot));
        world.stories().forEach((pilot, story) -> {
            var states = story.alerts().stream().collect(groupingBy(Shown::alertId));
            byPilot.getOrDefault(pilot, List.of())
                    .forEach(alert -> shown(alert, states.getOrDefault(alert.alertId(), List.of())));
            states.keySet().stream()
                    .filter(id -> !known.containsKey(id))
                    .forEach(id -> findings.wrong("%s: reporting shows alert %s, which nobody raised.", pilot, id));
        });
    }

    private void shown(Alert alert, List<Shown> there) {
        if (there.size() != 1 || !there.getFirst().state().equals(alert.state())) {
            findings.wrong(
                    "%s: alert %s is %s, and reporting shows it as %s.",
                    alert.pilot(),
                    alert.alertId(),
                    alert.state(),
                    there.stream().map(Shown::state).toList());
        }
    }
}
