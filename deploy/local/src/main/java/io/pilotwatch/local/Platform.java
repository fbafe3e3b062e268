package io.pilotwatch.local;

import java.util.ArrayList;
import java.util.List;

/**
 * Which processes there are, in the stages in which they are stopped, last first: the gateway, then those that work,
 * then those that keep the data.
 */
record Platform(List<List<Component>> stages) {

    static Platform whole(Settings settings) {
        List<Component> middle = new ArrayList<>();
        middle.add(new Keycloak(settings));
        for (App app : App.values()) {
            middle.add(new Application(app, settings));
        }
        return new Platform(List.of(data(settings), middle, List.of(new Front(settings))));
    }

    /** What tests need: everything that is not ours. */
    static Platform infrastructure(Settings settings) {
        return new Platform(List.of(data(settings), List.of(new Keycloak(settings))));
    }

    private static List<Component> data(Settings settings) {
        return List.of(new Postgres(settings), new Kafka(settings));
    }

    List<Component> components() {
        return stages.stream().flatMap(List::stream).toList();
    }
}
