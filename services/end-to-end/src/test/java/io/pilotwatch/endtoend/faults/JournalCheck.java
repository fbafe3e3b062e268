package io.pilotwatch.endtoend.faults;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.pilotwatch.endtoend.faults.World.Happening;
import io.pilotwatch.endtoend.faults.World.Story;
import io.pilotwatch.endtoend.faults.World.Told;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Every event of the topics is once in reporting's journal, and nothing else is; the updates are in their order. */
final class JournalCheck {

    private JournalCheck() {}

    /** {@code told}: each event once, without what was injected. */
    static void judge(World world, List<Told> told, Findings findings) {
        var byPilot = told.stream().collect(groupingBy(Told::pilot));
        world.stories().forEach((pilot, story) -> {
            findings.count("events in the journal", story.timeline().size());
            judge(pilot, story, byPilot.getOrDefault(pilot, List.of()), findings);
        });
        world.rebuilt().forEach(why -> findings.wrong("Reporting's views folded again are not equal: %s", why));
    }

    private static void judge(String pilot, Story story, List<Told> told, Findings findings) {
        var times = story.timeline().stream().collect(groupingBy(Happening::eventId, counting()));
        for (var one : told) {
            long found = times.getOrDefault(one.id(), 0L);
            if (found != 1) {
                findings.wrong(
                        "%s: %s %s of the topic is in reporting's journal %d times.",
                        pilot, one.type(), one.id(), found);
            }
        }
        var said = told.stream().collect(toMap(Told::id, one -> one, (a, _) -> a));
        for (var happening : story.timeline()) {
            if (!said.containsKey(happening.eventId())) {
                findings.wrong(
                        "%s: %s %s is in reporting's journal and nobody said it.",
                        pilot, happening.type(), happening.eventId());
            }
        }
        ordered(pilot, story, said, findings);
    }

    private static void ordered(String pilot, Story story, Map<String, Told> said, Findings findings) {
        var last = new HashMap<String, Long>();
        for (var happening : story.timeline()) {
            var told = said.get(happening.eventId());
            if (told != null && told.update() != null) {
                long revision = told.update().revision();
                var before = last.put(told.update().milestone(), revision);
                if (before != null && before > revision) {
                    findings.wrong(
                            "%s %s: revision %d comes after revision %d in reporting's timeline.",
                            pilot, told.update().milestone(), revision, before);
                }
            }
        }
    }
}
