package io.pilotwatch.compliancealert.core;

import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Programme.Threshold;
import io.pilotwatch.contracts.Text;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/**
 * What a rule has in mind for one subject as long as the facts stay as they are: the instants at which its thresholds are
 * crossed, and when it ends. What holds now and when to look again are both read from it, so they cannot disagree.
 *
 * @param since when the facts behind it came to be; nothing could be expected earlier
 * @param steps in order of crossing
 * @param text what is said of a crossed threshold, given its days
 * @param end the first instant at which it holds no more; null for never
 */
record Plan(
        String subject,
        long deadlineVersion,
        Instant since,
        List<Step> steps,
        IntFunction<Text> text,
        @Nullable Instant end) {

    /** A threshold and when it is crossed. */
    record Step(Instant at, Threshold threshold) {}

    /** A plan with a step for each threshold; both functions are given its days. */
    static Plan of(
            String subject,
            long deadlineVersion,
            Instant since,
            List<Threshold> thresholds,
            IntFunction<Instant> crossedAt,
            IntFunction<Text> text) {
        var steps = thresholds.stream()
                .map(threshold -> new Step(crossedAt.apply(threshold.at()), threshold))
                .sorted(Comparator.comparing(Step::at))
                .toList();
        return new Plan(subject, deadlineVersion, since, steps, text, null);
    }

    /** The same until then. */
    Plan until(Instant newEnd) {
        return new Plan(subject, deadlineVersion, since, steps, text, newEnd);
    }

    /** What holds at that instant: the highest threshold crossed by then. */
    Optional<Breach> breach(String rule, Instant now) {
        var crossed = isOver(now)
                ? List.<Step>of()
                : steps.stream().filter(s -> !s.at().isAfter(now)).toList();
        if (crossed.isEmpty()) {
            return Optional.empty();
        }
        var highest = crossed.getLast().threshold();
        var crossings = crossed.stream()
                .map(s -> s.at().isBefore(since) ? since : s.at())
                .toList();
        return Optional.of(new Breach(
                rule,
                subject,
                deadlineVersion,
                crossed.size(),
                highest.at(),
                highest.severity(),
                crossings,
                text.apply(highest.at())));
    }

    /** The instants after {@code now} at which it changes its mind. */
    Stream<Instant> changesAfter(Instant now) {
        return isOver(now)
                ? Stream.empty()
                : Stream.concat(steps.stream().map(Step::at), Stream.ofNullable(end))
                        .filter(at -> at.isAfter(now));
    }

    private boolean isOver(Instant now) {
        return end != null && !now.isBefore(end);
    }
}
