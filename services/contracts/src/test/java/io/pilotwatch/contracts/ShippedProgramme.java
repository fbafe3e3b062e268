package io.pilotwatch.contracts;

import java.io.IOException;
import java.io.UncheckedIOException;

/** The programme file that contracts ship, bound without any check. */
final class ShippedProgramme {

    private ShippedProgramme() {}

    static Programme read() {
        try (var in = Programme.class.getResourceAsStream("/programmes/blockchain-pilots.yaml")) {
            return Json.yaml().readValue(in, Programme.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
