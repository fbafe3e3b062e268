package io.pilotwatch.endtoend.faults;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The doors of the platform that are open to everybody who has a key.
 *
 * @param api by service, a replica's address
 * @param token by user, one that still holds
 * @param managementPorts by service, those of its replicas
 */
record Doors(
        Function<String, URI> api,
        Function<String, String> token,
        String broker,
        Map<String, List<Integer>> managementPorts) {

    static Doors of(Fleet fleet) {
        return new Doors(fleet::api, fleet::token, fleet.broker(), fleet.managementPorts());
    }
}
