package io.pilotwatch.endtoend.faults;

import io.pilotwatch.endtoend.faults.World.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What was put into the topics beside what the services said: what, and where. */
record Injected(List<Place> duplicates, List<Place> reordered, List<Poison> poison) {

    static Injected nothing() {
        return new Injected(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    /**
     * A record that cannot be handled.
     *
     * @param id its {@code ce_id}, empty where it has none
     * @param givenUpBy the services at whose desks it has to lie, by what the reason has to say
     */
    record Poison(String kind, Place place, String id, Map<String, String> givenUpBy) {}
}
