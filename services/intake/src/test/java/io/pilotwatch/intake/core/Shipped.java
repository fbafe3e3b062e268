package io.pilotwatch.intake.core;

import io.pilotwatch.contracts.Programme;
import io.pilotwatch.platform.ProgrammeFile;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The programme that is shipped. */
final class Shipped {

    static final Programme PROGRAMME = read();

    private Shipped() {}

    private static Programme read() {
        var file = "/programmes/blockchain-pilots.yaml";
        try (var in = Programme.class.getResourceAsStream(file)) {
            return ProgrammeFile.read(file, in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
