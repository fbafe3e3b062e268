package io.pilotwatch.endtoend.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * Everything that can go wrong goes wrong while teams report, and an independent checker finds nothing lost, nothing twice
 * and nothing made up.
 *
 * <p>The long form: {@code -Dfaults.pilots=3000 -Dfaults.updates=10 -Dfaults.rate=100 -Dfaults.seed=7}.
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

    @Test
    void nothingIsLostTwiceOrMadeUp() throws Exception {
        try (var fleet = Fleet.fresh()) {
            var client = new Client(fleet);
            var pilots = new Pilots(fleet, client, SIZE.pilots());
            pilots.register();
            try (var load = new Load(pilots, client, SIZE);
                    var faults = new Faults(fleet, load, client, pilots, SIZE.seed())) {
                load.begin();
                for (var fault : schedule(faults)) {
                    faults.run(fault);
                }
                load.finish();
                fleet.awaitWhole();
                fleet.awaitSettled();
                System.out.println(client.told());
                faults.recoveries().forEach(System.out::println);
                assertEquals(List.of(), load.surprises());
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
