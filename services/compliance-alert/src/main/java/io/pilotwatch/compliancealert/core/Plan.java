package io.pilotwatch.compliancealert.core;

import io.pilotwatch.compliancealert.core.Explanation.Input;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Programme.Threshold;
import io.pilotwatch.contracts.Text;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a rule has in mind for one subject as long as the facts stay as they are: the instants at which its thresholds are
 * crossed, and when it ends. What holds now and when to look again are both read from it, so they cannot disagree.
 *
 * @param steps in order of crossing
 * @param text what is said of a crossed threshold
 * @param end the first instant at which it holds no more; null for never
 * @param inputs what it was made of
 */
record Plan(
        String subject,
        long deadlineVersion,
        List<Step> steps,
        Function<Threshold, Text> text,
        @Nullable Instant end,
        List<Input> inputs) {

    /** A threshold and when it is crossed. */
    record Step(Instant at, Threshold threshold) {}

    /**
     * A plan with a step for each threshold.
     *
     * @param since when the facts behind it came to be; nothing could be expected earlier
     */
    static Plan of(
            String subject,
            long deadlineVersion,
            Instant since,
            List<Threshold> thresholds,
            Function<Threshold, Instant> crossedAt,
            Function<Threshold, Text> text) {
        var steps = thresholds.stream()
                .map(threshold -> new Step(Facts.later(crossedAt.apply(threshold), since), threshold))
                .sorted(Comparator.comparing(Step::at))
                .toList();
        return new Plan(subject, deadlineVersion, steps, text, null, List.of());
    }

    /** Nothing, of a subject that was looked at. */
    static Plan none(String subject, long deadlineVersion) {
        return new Plan(subject, deadlineVersion, List.of(), _ -> new Text("", ""), null, List.of());
    }

    /** The same until then. */
    Plan until(Instant newEnd) {
        return new Plan(subject, deadlineVersion, steps, text, newEnd, inputs);
    }

    /** The same, made of this too; null for what there is not. */
    Plan from(String name, @Nullable Object value) {
        var next = new ArrayList<>(inputs);
        next.add(new Input(name, value == null ? "" : value.toString()));
        return new Plan(subject, deadlineVersion, steps, text, end, List.copyOf(next));
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
        return Optional.of(new Breach(
                rule,
                subject,
                deadlineVersion,
                crossed.size(),
                highest.at(),
                highest.severity(),
                crossed.stream().map(Step::at).toList(),
                text.apply(highest),
                inputs));
    }

    /** The instants after {@code now} at which it changes its mind. */
    Stream<Instant> changesAfter(Instant now) {
        return isOver(now)
                ? Stream.empty()
                : Stream.concat(steps.stream().map(Step::at), Stream.ofNullable(end))
                        .filter(at -> at.isAfter(now));
    }

    /** What it comes to at that instant, and from what. */
    Explanation explain(String rule, List<Threshold> thresholds, Instant now) {
        var all = thresholds.stream().map(t -> t.at() + " " + t.in()).collect(Collectors.joining(", "));
        return new Explanation(
                rule,
                subject,
                deadlineVersion,
                breach(rule, now).orElse(null),
                from("thresholds", all).inputs(),
                changesAfter(now).min(Instant::compareTo).orElse(null));
    }

    private boolean isOver(Instant now) {
        return end != null && !now.isBefore(end);
    }
}
