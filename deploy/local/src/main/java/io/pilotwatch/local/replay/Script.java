package io.pilotwatch.local.replay;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * What all people do over the whole programme: a pure function of the seed and the pilots, so that two runs tell the same
 * story.
 */
final class Script {

    /** A milestone of the programme's template, or of a plan of a team's own; {@code title} by language. */
    record Planned(String id, Map<String, String> title, LocalDate due, int weight, boolean critical) {}

    /**
     * A pilot that acts.
     *
     * @param lead the user who decides on what it hands in
     */
    record Pilot(String pilotId, int number, String organisation, String lead) {
        String team() {
            return "team-%03d".formatted(number);
        }
    }

    /** The programme's days and its template; {@code end} is the replay's last day. */
    record Programme(LocalDate start, LocalDate end, LocalDate deadline, List<Planned> template) {}

    private Script() {}

    /** All acts by day; within a day each team's in the order in which they must come. */
    static List<Act> of(long seed, Programme programme, List<Pilot> pilots) {
        var episodes = Episode.cast(seed, pilots);
        var all = new ArrayList<Act>();
        for (int i = 0; i < pilots.size(); i++) {
            var pilot = pilots.get(i);
            var friend = pilots.get((i + 1) % pilots.size());
            var episode = episodes.getOrDefault(pilot.pilotId(), Episode.NONE);
            all.addAll(tell(story(seed, programme, pilot, friend, episode)));
        }
        all.addAll(Applications.of(seed, programme, pilots));
        all.sort(Comparator.comparing(Act::day));
        return all;
    }

    private static Story story(long seed, Programme programme, Pilot pilot, Pilot friend, Episode episode) {
        // Not the seed plus the number: neighbours would then tell nearly the same story.
        var chance = new SplittableRandom(seed * 1_000_003L + pilot.number());
        var behaviour = Behaviour.pick(chance);
        var diary = new Diary("replay-%d-%s".formatted(seed, pilot.pilotId()), pilot, programme.end());
        return new Story(
                programme,
                pilot,
                friend,
                episode == Episode.NONE ? behaviour : Behaviour.PUNCTUAL,
                episode,
                chance,
                diary);
    }

    private static List<Act> tell(Story story) {
        if (story.behaviour() == Behaviour.ABSENT) {
            return List.of();
        }
        var fate = new Fate(story);
        fate.befall();
        var plan = new Planning(story).file();
        var heardOf = heardOf(story, plan.milestones());
        var done = new Work(story).pursue(heardOf, plan.filed());
        boolean whole = heardOf.size() == plan.milestones().size();
        if (whole) {
            fate.evaluate(done);
        }
        new Reports(story).handIn(plan.filed(), whole ? story.programme().end() : done);
        return story.diary().acts();
    }

    /** A silent team works on its first milestones only. */
    private static List<Script.Planned> heardOf(Story story, List<Planned> plan) {
        return story.behaviour() == Behaviour.SILENT
                ? plan.subList(0, 1 + story.chance().nextInt(4))
                : plan;
    }
}
