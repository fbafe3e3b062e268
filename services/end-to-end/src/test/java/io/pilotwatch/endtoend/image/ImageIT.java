package io.pilotwatch.endtoend.image;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The images that {@code deploy/Dockerfile} describes, built to a tar by Jib, read back and run without an engine. */
@Order(9)
class ImageIT {

    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"intake", "milestone", "compliance-alert", "reporting"})
    void anImageRunsAsAnOrdinaryUserAndHoldsTheServiceWithTheListOfItsParts(String service) throws Exception {
        var config = built(service).config();
        var root = folder.resolve("root");
        built(service).unpack(root);

        assertAll(
                () -> assertEquals("10001:10001", config.path("User").asText()),
                () -> assertEquals("/app", config.path("WorkingDir").asText()),
                () -> assertEquals(
                        "[\"java\",\"-jar\",\"quarkus-run.jar\"]",
                        config.path("Entrypoint").toString()),
                () -> assertEquals(Set.of("8080/tcp", "9000/tcp"), names(config.path("ExposedPorts"))),
                () -> assertEquals(
                        Set.of("lib", "quarkus", "app", "quarkus-run.jar", "sbom.json"), children(root.resolve("app"))),
                () -> assertEquals(
                        Files.readString(ROOT.resolve("services/" + service + "/target/sbom.json")),
                        Files.readString(root.resolve("app/sbom.json"))),
                () -> assertFalse(config.path("Env").toString().matches("(?i).*(password|secret|key).*")));
    }

    @Test
    void whatIsInAnImageRunsReadOnlyAndIsReadyWhenItsHealthCheckSaysSo() throws Exception {
        var recipe = Recipe.of(ROOT, "reporting");
        var image = built("reporting");
        image.unpack(folder.resolve("root"));
        var app = folder.resolve("root/app");
        readableToAll();
        var environment = environment(image);

        var log = folder.resolve("log");
        var service = new ProcessBuilder(ordinary(entrypoint(image)))
                .directory(app.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        service.environment().putAll(environment);
        var process = service.start();
        try {
            await().atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> !process.isAlive() || healthy(recipe, environment));
            assertTrue(process.isAlive(), () -> text(log));
            process.destroy();
            assertEquals(143, process.waitFor(), () -> text(log));
            assertFalse(healthy(recipe, environment));
        } finally {
            process.destroyForcibly();
        }
    }

    private Image built(String service) throws Exception {
        var tar = ROOT.resolve("services/end-to-end/target/images/" + service + ".tar");
        Files.createDirectories(tar.getParent());
        Recipe.of(ROOT, service).build(tar, tar.resolveSibling("cache"));
        return Image.read(tar);
    }

    /** The image's own, but on this machine's loopback and on free ports. */
    private Map<String, String> environment(Image image) throws IOException {
        var environment = new HashMap<String, String>();
        for (var one : image.config().path("Env")) {
            var at = one.asText().indexOf('=');
            environment.put(one.asText().substring(0, at), one.asText().substring(at + 1));
        }
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", free());
        environment.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
        environment.put("QUARKUS_MANAGEMENT_PORT", free());
        environment.put("PILOTWATCH_DEMONSTRATION", "true");
        environment.put("PILOTWATCH_RECEIPTS_KEY", key().toString());
        return environment;
    }

    /** One to sign with, as it would be mounted. */
    private Path key() throws IOException {
        try {
            var made = KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate();
            return Files.writeString(
                    folder.resolve("key.pem"),
                    "-----BEGIN PRIVATE KEY-----\n" + Base64.getEncoder().encodeToString(made.getEncoded())
                            + "\n-----END PRIVATE KEY-----\n");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static List<String> entrypoint(Image image) throws IOException {
        var words = new ArrayList<String>();
        image.config().path("Entrypoint").forEach(word -> words.add(word.asText()));
        if (words.getFirst().equals("java")) {
            words.set(0, Path.of(System.getProperty("java.home"), "bin/java").toString());
        }
        return words;
    }

    /** As the image's user where we may become that, else as ourselves, who must then not be root. */
    private static List<String> ordinary(List<String> command) {
        if (!System.getProperty("user.name").equals("root")) {
            return command;
        }
        var prefixed = new ArrayList<>(List.of("setpriv", "--reuid=10001", "--regid=10001", "--clear-groups"));
        prefixed.addAll(command);
        return prefixed;
    }

    private void readableToAll() throws IOException {
        try (var all = Files.walk(folder)) {
            for (var one : all.filter(Files::isDirectory).toList()) {
                Files.setPosixFilePermissions(one, PosixFilePermissions.fromString("r-xr-xr-x"));
            }
        }
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static boolean healthy(Recipe recipe, Map<String, String> environment) throws Exception {
        var asking = new ProcessBuilder(recipe.healthCheck())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        asking.environment().putAll(environment);
        return asking.start().waitFor() == 0;
    }

    private static String free() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return String.valueOf(socket.getLocalPort());
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static Set<String> names(com.fasterxml.jackson.databind.JsonNode node) {
        return node.propertyStream().map(Map.Entry::getKey).collect(Collectors.toSet());
    }

    private static Set<String> children(Path folder) throws IOException {
        try (var all = Files.list(folder)) {
            return all.map(one -> one.getFileName().toString()).collect(Collectors.toSet());
        }
    }
}
