package io.pilotwatch.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Secrets as a folder of files, between what stands in the environment and what stands in our own properties. */
class SecretFilesTest {

    private static final int ENVIRONMENT = 300;
    private static final int APPLICATION = 250;

    @TempDir
    Path folder;

    @Test
    void aFileIsTheSettingOfItsNameWithoutTheLineBreakAtItsEnd() throws IOException {
        Files.writeString(folder.resolve("quarkus.datasource.password"), "of a file\n");

        assertEquals(
                "of a file",
                config(Map.of(), Map.of())
                        .getConfigValue("quarkus.datasource.password")
                        .getValue());
        assertTrue(config(Map.of(), Map.of()).isPropertyPresent("quarkus.datasource.password"));
    }

    @Test
    void aFileOutranksWhatIsShippedAndTheEnvironmentOutranksAFile() throws IOException {
        Files.writeString(folder.resolve("a"), "of a file");
        Files.writeString(folder.resolve("b"), "of a file");

        var config = config(Map.of("b", "of the environment"), Map.of("a", "shipped", "b", "shipped"));

        assertEquals("of a file", config.getConfigValue("a").getValue());
        assertEquals("of the environment", config.getConfigValue("b").getValue());
    }

    @Test
    void anotherSettingMayNameAFilesValue() throws IOException {
        Files.writeString(folder.resolve("pilotwatch.kafka.password"), "of a file");

        var config = config(Map.of("kafka.sasl.jaas.config", "password=\"${pilotwatch.kafka.password}\";"), Map.of());

        assertEquals("password=\"of a file\";", config.getValue("kafka.sasl.jaas.config", String.class));
    }

    @Test
    void aFolderThatIsNotThereStopsTheStart() {
        folder = folder.resolve("elsewhere");

        var refused = assertThrows(IllegalStateException.class, () -> config(Map.of(), Map.of()));

        assertTrue(refused.getMessage().startsWith("PILOTWATCH_SECRETS names "), refused.getMessage());
    }

    private SmallRyeConfig config(Map<String, String> environment, Map<String, String> shipped) {
        return new SmallRyeConfigBuilder()
                .withSources(new SecretFiles())
                .withSources(
                        new PropertiesConfigSource(
                                Map.of("pilotwatch.secrets", folder.toString()), "where", ENVIRONMENT),
                        new PropertiesConfigSource(environment, "environment", ENVIRONMENT),
                        new PropertiesConfigSource(shipped, "shipped", APPLICATION))
                .addDefaultInterceptors()
                .build();
    }
}
