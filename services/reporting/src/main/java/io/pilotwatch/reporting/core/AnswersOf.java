package io.pilotwatch.reporting.core;

import io.pilotwatch.contracts.AlertEvent.Addressee;
import io.pilotwatch.reporting.core.PilotFacts.Answers;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts how each agency answered a pilot's alerts, and how long that took. */
final class AnswersOf {

    private AnswersOf() {}

    /** By agency, in the order of their codes. */
    static List<Answers> all(Collection<AlertRecord> alerts) {
        var answers = new TreeMap<String, Answers>();
        for (var alert : alerts) {
            for (var addressee : alert.alert().addressees()) {
                answers.merge(addressee.agency(), answers(alert, addressee), AnswersOf::sum);
            }
        }
        return List.copyOf(answers.values());
    }

    private static Answers answers(AlertRecord alert, Addressee addressee) {
        long acknowledging = acknowledging(alert.acknowledged(), addressee.agency());
        long clearing = alert.isOpen() ? -1 : clearing(alert);
        return new Answers(
                addressee.agency(),
                1,
                acknowledging < 0 ? 0 : 1,
                Math.max(0, acknowledging),
                clearing < 0 ? 0 : 1,
                Math.max(0, clearing));
    }

    /** Seconds from the first asking that was answered to its answer; -1 where none was. */
    private static long acknowledging(SortedMap<String, Instant> acknowledged, String agency) {
        return acknowledged.entrySet().stream()
                .filter(e -> e.getKey().startsWith(agency + " "))
                .min(Map.Entry.comparingByValue())
                .map(e -> seconds(Instant.parse(e.getKey().substring(agency.length() + 1)), e.getValue()))
                .orElse(-1L);
    }

    /** Seconds from the raising that a clearing ended, to that clearing, the last one; -1 where it was closed otherwise. */
    private static long clearing(AlertRecord alert) {
        if (alert.cleared().isEmpty() || alert.raised().isEmpty()) {
            return -1;
        }
        var lastBefore = alert.cleared().headMap(alert.cleared().lastKey());
        var raised = lastBefore.isEmpty() ? alert.raised() : alert.raised().tailMap(lastBefore.lastKey() + 1);
        return raised.isEmpty()
                ? -1
                : seconds(
                        raised.get(raised.firstKey()),
                        alert.cleared().get(alert.cleared().lastKey()));
    }

    private static long seconds(Instant from, Instant to) {
        return Math.max(0, Duration.between(from, to).toSeconds());
    }

    private static Answers sum(Answers a, Answers b) {
        return new Answers(
                a.agency(),
                a.asked() + b.asked(),
                a.acknowledged() + b.acknowledged(),
                a.acknowledgedSeconds() + b.acknowledgedSeconds(),
                a.cleared() + b.cleared(),
                a.clearedSeconds() + b.clearedSeconds());
    }
}
