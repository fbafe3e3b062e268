package io.pilotwatch.platform;

import io.pilotwatch.contracts.Programme;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads the one programme file at start; a wrong one stops the start with the line and the reason. */
@ApplicationScoped
class Programmes {

    private static final String SHIPPED = "programmes/blockchain-pilots.yaml";

    @Produces
    @Singleton
    @Startup
    Programme programme(@ConfigProperty(name = "pilotwatch.programme.file") Optional<Path> file) {
        var name = file.map(Path::toString).orElse(SHIPPED);
        try (var in = file.isPresent() ? Files.newInputStream(file.get()) : shipped()) {
            return ProgrammeFile.read(name, in);
        } catch (ProgrammeFile.Invalid e) {
            // Whoever wrote the file reads its lines and reasons, and no stack trace.
            throw new ConfigurationException("The programme file cannot be used:\n" + e.getMessage());
        } catch (IOException e) {
            throw new ConfigurationException("The programme file cannot be read: " + e);
        }
    }

    private static InputStream shipped() {
        return Programme.class.getClassLoader().getResourceAsStream(SHIPPED);
    }
}
