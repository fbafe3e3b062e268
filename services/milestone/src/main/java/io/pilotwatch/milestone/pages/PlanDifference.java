package io.pilotwatch.milestone.pages;

import io.pilotwatch.contracts.MilestoneEvent.IndicatorTarget;
import io.pilotwatch.contracts.MilestoneEvent.PlannedMilestone;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * In what a plan differs from the one before it, at one milestone or indicator.
 *
 * @param what ADDED, LEFT_OUT or CHANGED
 * @param id of the milestone or indicator
 * @param name what it is called
 * @param parts where it was changed, each as it was and as it is to be
 */
public record PlanDifference(BookWord what, String id, Text name, List<Part> parts) {

    /** As it was and as it is to be; null where there was or is to be nothing. */
    public record Part(
            BookWord what, @Nullable Text before, @Nullable Text after) {}

    /** All of them: first what is new or other, in the new plan's order, then what is left out, then the indicators. */
    static List<PlanDifference> between(
            List<PlannedMilestone> before,
            List<PlannedMilestone> after,
            List<IndicatorTarget> targetsBefore,
            List<IndicatorTarget> targetsAfter,
            Function<String, Text> indicatorName) {
        var found = new ArrayList<PlanDifference>();
        var known = byId(before, PlannedMilestone::milestoneId);
        var names = byId(Stream.concat(after.stream(), before.stream()).toList(), PlannedMilestone::milestoneId);
        for (var m : after) {
            var old = known.remove(m.milestoneId());
            found.add(
                    old == null
                            ? new PlanDifference(BookWord.ADDED, m.milestoneId(), m.title(), List.of())
                            : new PlanDifference(BookWord.CHANGED, m.milestoneId(), m.title(), parts(old, m, names)));
        }
        known.values()
                .forEach(m -> found.add(new PlanDifference(BookWord.LEFT_OUT, m.milestoneId(), m.title(), List.of())));
        found.addAll(targets(targetsBefore, targetsAfter, indicatorName));
        found.removeIf(d -> d.what == BookWord.CHANGED && d.parts.isEmpty());
        return List.copyOf(found);
    }

    private static <T> Map<String, T> byId(List<T> items, Function<T, String> id) {
        return items.stream().collect(Collectors.toMap(id, Function.identity(), (a, b) -> a, LinkedHashMap::new));
    }

    private static List<Part> parts(PlannedMilestone a, PlannedMilestone b, Map<String, PlannedMilestone> names) {
        var parts = new ArrayList<Part>();
        add(parts, BookWord.TITLE, a.title(), b.title());
        add(parts, BookWord.DUE, same(a.due()), same(b.due()));
        add(parts, BookWord.WEIGHT, percent(a.weight()), percent(b.weight()));
        add(parts, BookWord.CRITICAL, yesNo(a.critical()), yesNo(b.critical()));
        add(parts, BookWord.CRITERION, a.criterion(), b.criterion());
        if (!new HashSet<>(a.dependsOn()).equals(new HashSet<>(b.dependsOn()))) {
            add(parts, BookWord.DEPENDS_ON, titles(a.dependsOn(), names), titles(b.dependsOn(), names));
        }
        return List.copyOf(parts);
    }

    private static void add(List<Part> parts, BookWord what, @Nullable Text before, @Nullable Text after) {
        if (!Objects.equals(before, after)) {
            parts.add(new Part(what, before, after));
        }
    }

    private static List<PlanDifference> targets(
            List<IndicatorTarget> before, List<IndicatorTarget> after, Function<String, Text> name) {
        var found = new ArrayList<PlanDifference>();
        var known = byId(before, IndicatorTarget::indicator);
        for (var t : after) {
            var old = known.remove(t.indicator());
            var parts = new ArrayList<Part>();
            if (old != null) {
                addNumber(parts, BookWord.BASELINE, old.baseline(), t.baseline());
                addNumber(parts, BookWord.TARGET, old.target(), t.target());
            }
            found.add(new PlanDifference(
                    old == null ? BookWord.ADDED : BookWord.CHANGED, t.indicator(), name.apply(t.indicator()), parts));
        }
        known.values()
                .forEach(t -> found.add(
                        new PlanDifference(BookWord.LEFT_OUT, t.indicator(), name.apply(t.indicator()), List.of())));
        return found;
    }

    private static void addNumber(List<Part> parts, BookWord what, BigDecimal before, BigDecimal after) {
        if (before.compareTo(after) != 0) {
            parts.add(new Part(what, same(before.toPlainString()), same(after.toPlainString())));
        }
    }

    private static Text same(Object value) {
        return new Text(value.toString(), value.toString());
    }

    private static Text percent(int weight) {
        return same(weight + " %");
    }

    private static Text yesNo(boolean is) {
        return is ? new Text("是", "Yes") : new Text("否", "No");
    }

    private static @Nullable Text titles(List<String> ids, Map<String, PlannedMilestone> names) {
        var titles = ids.stream()
                .map(id -> names.containsKey(id) ? names.get(id).title() : same(id))
                .toList();
        return titles.isEmpty()
                ? null
                : new Text(
                        titles.stream().map(Text::zh).collect(Collectors.joining("、")),
                        titles.stream().map(Text::en).collect(Collectors.joining(", ")));
    }
}
