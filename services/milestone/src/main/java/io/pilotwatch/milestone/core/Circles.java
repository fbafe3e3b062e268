package io.pilotwatch.milestone.core;

import io.pilotwatch.contracts.MilestoneEvent.PlannedMilestone;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** Dependencies that go in a circle. */
final class Circles {

    private Circles() {}

    /** Each circle once, from the milestone that comes first in the plan back to itself. */
    static List<List<String>> in(List<PlannedMilestone> milestones) {
        var left = new LinkedHashMap<String, List<String>>();
        milestones.forEach(p -> left.putIfAbsent(p.milestoneId(), p.dependsOn()));
        var circles = new ArrayList<List<String>>();
        while (!free(left).isEmpty()) {
            var circle = circle(left);
            left.keySet().removeAll(circle);
            circles.add(circle);
        }
        return circles;
    }

    /** Takes out, one after the other, whatever waits for nothing that is left; what stays waits for a circle. */
    private static SequencedMap<String, List<String>> free(SequencedMap<String, List<String>> left) {
        boolean some = true;
        while (some) {
            some = left.values().removeIf(dependsOn -> dependsOn.stream().noneMatch(left::containsKey));
        }
        return left;
    }

    /** Whoever follows what is left must come by somewhere twice. */
    private static List<String> circle(SequencedMap<String, List<String>> left) {
        var way = new ArrayList<String>();
        var at = left.firstEntry().getKey();
        while (!way.contains(at)) {
            way.add(at);
            at = left.get(at).stream().filter(left::containsKey).findFirst().orElseThrow();
        }
        var circle = way.subList(way.indexOf(at), way.size());
        var first = left.sequencedKeySet().stream()
                .filter(circle::contains)
                .findFirst()
                .orElseThrow();
        var turned = new ArrayList<>(circle.subList(circle.indexOf(first), circle.size()));
        turned.addAll(circle.subList(0, circle.indexOf(first)));
        turned.add(first);
        return turned;
    }
}
