package io.pilotwatch.compliancealert.core;

import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Programme.Threshold;
import io.pilotwatch.contracts.Severity;
import io.pilotwatch.contracts.Text;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/**
 * What a rule has in mind for one subject as long as the facts stay as they are: the instants at which its thresholds are
 * crossed, and when it ends. What holds now and when to look again are both read from it, so they cannot disagree.
 *
 * @param since when the facts behind it came to be; nothing could be expected earlier
 * @param steps in order of crossing
 * @param end the first instant at which it holds no more; null for never
 */
record Plan(
        String subject,
        long deadlineVersion,
        Instant since,
        List<Step> steps,
        @Nullable Instant end) {

    /** A threshold, when it is crossed, and what is then said. */
    record Step(Instant at, int days, Severity severity, Text text) {}

    /** A plan with a step for each threshold. */
    static Plan of(
            String subject,
            long deadlineVersion,
            Instant since,
            List<Threshold> thresholds,
            IntFunction<Instant> crossedAt,
            IntFunction<Text> text) {
        Function<Threshold, Step> step =
                t -> new Step(crossedAt.apply(t.days()), t.days(), t.severity(), text.apply(t.days()));
        var steps = thresholds.stream()
                .map(step)
                .sorted(Comparator.comparing(Step::at))
                .toList();
        return new Plan(subject, deadlineVersion, since, steps, null);
    }

    /** The same until then. */
    Plan until(Instant newEnd) {
        return new Plan(subject, deadlineVersion, since, steps, newEnd);
    }

    /** What holds at that instant: the highest threshold crossed by then. */
    Optional<Breach> breach(String rule, Instant now) {
        int level = isOver(now)
                ? 0
                : (int) steps.stream().filter(s -> !s.at().isAfter(now)).count();
        if (level == 0) {
            return Optional.empty();
        }
        var step = steps.get(level - 1);
        var expectedAt = step.at().isBefore(since) ? since : step.at();
        return Optional.of(new Breach(
                rule, subject, deadlineVersion, level, step.days(), step.severity(), expectedAt, step.text()));
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
