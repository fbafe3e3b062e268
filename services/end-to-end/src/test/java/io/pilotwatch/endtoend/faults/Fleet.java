package io.pilotwatch.endtoend.faults;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Two processes of each service on one broker and one database, behind cables that can be cut. */
final class Fleet implements AutoCloseable {

    /** A replica that answers: {@code http://127.0.0.1:port}, to be followed by a path such as {@code /milestone/api/v1}. */
    URI api(String service) {
        throw new UnsupportedOperationException(service);
    }

    /** An access token that still holds for half an hour at least. */
    String token(String user) {
        throw new UnsupportedOperationException(user);
    }

    /** The broker itself, past the cable. */
    String broker() {
        throw new UnsupportedOperationException();
    }

    /** The JDBC address of a service's database itself, past the cables. */
    String database(String name) {
        throw new UnsupportedOperationException(name);
    }

    /** By service: where its replicas tell their health and their metrics, and take an operator's calls. */
    Map<String, List<Integer>> managementPorts() {
        throw new UnsupportedOperationException();
    }

    /** Moves the programme clock of all replicas of all services forwards to that instant. */
    void step(Instant instant) {
        throw new UnsupportedOperationException(instant.toString());
    }

    @Override
    public void close() {}
}
