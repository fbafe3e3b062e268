package io.pilotwatch.platform;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.source.file.FileSystemConfigSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Settings that nobody else may read: {@code PILOTWATCH_SECRETS} names a folder (or several, with commas) in which each file
 * is named as a setting and holds its value, as Kubernetes mounts a secret. Only the environment has a higher rank.
 */
public final class SecretFiles implements ConfigSourceFactory {

    /** The library's own factory ranks files below application.properties, so that a default would win over a secret. */
    private static final int BELOW_THE_ENVIRONMENT = 290;

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        var folders = context.getValue("pilotwatch.secrets");
        if (folders == null || folders.getValue() == null || folders.getValue().isBlank()) {
            return List.of();
        }
        return Arrays.stream(folders.getValue().split(","))
                .map(String::strip)
                .map(SecretFiles::read)
                .toList();
    }

    private static ConfigSource read(String folder) {
        var path = Path.of(folder);
        if (!Files.isDirectory(path)) {
            throw new IllegalStateException("PILOTWATCH_SECRETS names " + folder + ", which is no folder.");
        }
        return new FileSystemConfigSource(path.toFile(), BELOW_THE_ENVIRONMENT);
    }
}
