package io.pilotwatch.endtoend.image;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The list of a service's parts (CycloneDX) is the truth about what it ships. */
class PartsIT {

    /** Quarkus takes classes out of it as it packages, so its digest is not its maker's. */
    private static final String CHANGED_BY_THE_BUILD = "io.opentelemetry.opentelemetry-exporter-otlp-";

    private static final String OURS = "io.pilotwatch";

    @ParameterizedTest
    @ValueSource(strings = {"intake", "milestone", "compliance-alert", "reporting"})
    void everyLibraryThatAServiceShipsIsListedWithItsDigestAndLicenceAndNothingIsASnapshot(String service)
            throws Exception {
        var target = Path.of("../" + service + "/target");
        var list = new ObjectMapper().readTree(target.resolve("sbom.json").toFile());
        var listed = new HashMap<String, JsonNode>();
        list.path("components")
                .forEach(part -> part.path("hashes").forEach(hash -> {
                    if (hash.path("alg").asText().equals("SHA-256")) {
                        listed.put(hash.path("content").asText(), part);
                    }
                }));

        var unknown = new TreeSet<String>();
        try (var jars = Files.walk(target.resolve("quarkus-app/lib"))) {
            for (var jar : jars.filter(Files::isRegularFile).toList()) {
                var name = jar.getFileName().toString();
                if (!listed.containsKey(digest(jar)) && !name.startsWith(CHANGED_BY_THE_BUILD)) {
                    unknown.add(name);
                }
            }
        }
        assertAll(
                () -> assertEquals("CycloneDX", list.path("bomFormat").asText()),
                () -> assertEquals(new TreeSet<>(), unknown, "shipped, but not listed"),
                () -> assertEquals(List.of(), foreign(listed, "licenses"), "without a licence"),
                () -> assertEquals(
                        List.of(),
                        listed.values().stream()
                                .filter(part -> !part.path("group").asText().equals(OURS))
                                .filter(part -> part.path("version").asText().endsWith("-SNAPSHOT"))
                                .map(part -> part.path("purl").asText())
                                .toList()));
    }

    private static List<String> foreign(Map<String, JsonNode> listed, String missing) {
        return listed.values().stream()
                .filter(part -> !part.path("group").asText().equals(OURS))
                .filter(part -> part.path(missing).isEmpty())
                .map(part -> part.path("purl").asText())
                .toList();
    }

    private static String digest(Path file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }
}
