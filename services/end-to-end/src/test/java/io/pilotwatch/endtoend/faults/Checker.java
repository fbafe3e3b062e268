package io.pilotwatch.endtoend.faults;

import io.pilotwatch.endtoend.faults.Injected.Poison;
import io.pilotwatch.endtoend.faults.World.Place;
import io.pilotwatch.endtoend.faults.World.Told;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The independent checker: proves, by what can be read from outside, that nothing was lost, nothing was told twice and
 * nothing was made up. It shares no code with the services; {@link WorldReader} reads, the checks here judge.
 */
final class Checker {

    private Checker() {}

    /** Waits until everything has come to rest, reads it and judges. */
    static Findings check(Fleet fleet, List<Posted> posted, Injected injected, Receiver receiver) throws Exception {
        return judge(new WorldReader(Doors.of(fleet)).read(posted, receiver), posted, injected);
    }

    static Findings judge(World world, List<Posted> posted, Injected injected) {
        var findings = new Findings();
        var told = once(world.told(), injected, findings);
        UpdatesCheck.judge(world, posted, told, findings);
        JournalCheck.judge(world, told, findings);
        AlertsCheck.judge(world, told, findings);
        DeliveriesCheck.judge(world, told, findings);
        LettersCheck.judge(world, injected, findings);
        return findings;
    }

    /** Each event at its first place, without poison: what came again under its id has to be the same. */
    private static List<Told> once(List<Told> all, Injected injected, Findings findings) {
        var poison = injected.poison().stream().map(Poison::place).collect(Collectors.toSet());
        var copies = copies(injected);
        var first = new HashMap<String, Told>();
        var once = new ArrayList<Told>();
        for (var told : all) {
            if (poison.contains(told.place())) {
                continue;
            }
            if (told.id().isEmpty()) {
                findings.wrong("%s: a record without an id that nobody put there: %s", told.pilot(), told.place());
                continue;
            }
            var before = first.putIfAbsent(told.id(), told);
            if (before == null) {
                once.add(told);
            } else if (!before.hash().equals(told.hash()) || !before.pilot().equals(told.pilot())) {
                findings.wrong("%s: two events under the id %s.", told.pilot(), told.id());
            } else if (!copies.contains(told.place())) {
                findings.count("events sent again by us", 1);
            }
        }
        findings.count("records in the topics", all.size());
        findings.count("events in the topics", once.size());
        findings.count("copies injected", copies.size());
        return once;
    }

    private static Set<Place> copies(Injected injected) {
        var copies = new HashSet<>(injected.duplicates());
        copies.addAll(injected.reordered());
        return copies;
    }
}
