package io.pilotwatch.local.replay;

import io.pilotwatch.local.replay.Script.Pilot;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What befalls a few pilots beside their work. How many of each is our choice, so that every kind is seen. */
enum Episode {
    NONE(0),
    /** Writes of prohibited conduct in one note. */
    PROHIBITED(1),
    /** Rests for two months. */
    SUSPENDED(2),
    /** Is ended by the programme office. */
    TERMINATED(1),
    /** Leaves the programme. */
    WITHDRAWN(1),
    /** Has to put something right, and reports monthly meanwhile. */
    RECTIFYING(3),
    /** Asks for another plan, and gets it. */
    REPLANNED(2),
    /** Asks for another plan, and does not get it. */
    NOT_REPLANNED(1),
    /** Lets the people of another organisation report for it. */
    DELEGATED(2),
    /** Attaches a file that another pilot attaches too. */
    SAME_FILE(2),
    /** Does all that it planned and does not pass the final evaluation. */
    FAILED(1);

    private final int pilots;

    Episode(int pilots) {
        this.pilots = pilots;
    }

    /** Whom what befalls, by pilot id; nothing befalls the others. */
    static Map<String, Episode> cast(long seed, List<Pilot> pilots) {
        var drawn = new ArrayList<>(pilots);
        Collections.shuffle(drawn, new Random(seed));
        var cast = new HashMap<String, Episode>();
        var left = drawn.iterator();
        for (var episode : values()) {
            for (int i = 0; i < episode.pilots && left.hasNext(); i++) {
                cast.put(left.next().pilotId(), episode);
            }
        }
        return cast;
    }
}
