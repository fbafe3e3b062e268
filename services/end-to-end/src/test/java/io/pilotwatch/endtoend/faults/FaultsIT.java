package io.pilotwatch.endtoend.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * Everything that can go wrong goes wrong while teams report, and an independent checker finds nothing lost, nothing twice
 * and nothing made up. FAULTS.md has the command for the long form.
 */
@Order(9)
class FaultsIT {

    private static final Load.Size SIZE = new Load.Size(
            Integer.getInteger("faults.pilots", 60),
            Integer.getInteger("faults.updates", 5),
            Integer.getInteger("faults.rate", 20),
            Long.getLong("faults.seed", 7));

    /** A long form does everything to everybody, a short one each kind of thing to somebody. */
    private static final boolean LONG = SIZE.pilots() >= 1000;

    /** What has not happened by then is left out, and the figures say so. */
    private static final Duration LONGEST = Duration.ofMinutes(Integer.getInteger("faults.minutes", 15));

    @Test
    void nothingIsLostTwiceOrMadeUp() throws Exception {
        try (var fleet = Fleet.fresh();
                var receiver = new Receiver(SIZE.seed());
                var injector = new Injector(fleet.broker(), SIZE.seed())) {
            var client = new Client(fleet);
            var pilots = new Pilots(fleet, client, SIZE.pilots());
            pilots.register();
            pilots.leads().forEach(lead -> receiver.subscribe(Doors.of(fleet), lead));
            try (var load = new Load(pilots, client, SIZE);
                    var faults = new Faults(fleet, load, injector, SIZE.seed())) {
                load.begin();
                var course = new Course(load);
                course.run(schedule(faults), LONGEST);
                load.finish();
                fleet.awaitWhole();
                var found = Checker.check(fleet, load.posted(), injector.injected(), receiver);
                Figures.write(SIZE, fleet, client, course.recoveries(), found);
                assertEquals(List.of(), load.surprises());
                assertEquals(List.of(), found.wrong(), found::toString);
                assertEquals(List.of(), client.failures(), "answers that blame nobody");
            }
        }
    }

    private static List<Faults.Fault> schedule(Faults faults) {
        var schedule = new ArrayList<>(LONG ? faults.everything() : faults.eachKind());
        var chance = new Random(SIZE.seed());
        for (int jump = 0; jump < (LONG ? faults.daysLeft() : 2); jump++) {
            schedule.add(chance.nextInt(schedule.size()), faults.clockJumps());
        }
        return schedule;
    }
}
