package io.pilotwatch.endtoend.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** An image as a tar in OCI's layout, read back: nothing of what made it is trusted. */
final class Image {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Map<String, byte[]> blobs = new HashMap<>();

    static Image read(Path tar) throws IOException {
        var image = new Image();
        try (var entries = new TarArchiveInputStream(Files.newInputStream(tar))) {
            for (var entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                image.blobs.put(entry.getName(), entries.readAllBytes());
            }
        }
        return image;
    }

    private JsonNode manifest() throws IOException {
        var index = MAPPER.readTree(blobs.get("index.json"));
        return MAPPER.readTree(blob(index.at("/manifests/0/digest").asText()));
    }

    /** How a container of it is run. */
    JsonNode config() throws IOException {
        return MAPPER.readTree(blob(manifest().at("/config/digest").asText())).path("config");
    }

    /** Lays out all layers, one upon the other, readable to all and writable to none. */
    void unpack(Path folder) throws IOException {
        for (var layer : manifest().path("layers")) {
            var packed = new GZIPInputStream(
                    new ByteArrayInputStream(blob(layer.path("digest").asText())));
            try (var entries = new TarArchiveInputStream(packed)) {
                for (var entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                    var target = folder.resolve(entry.getName().replaceFirst("^/", ""));
                    if (entry.isDirectory()) {
                        Files.createDirectories(target);
                    } else {
                        Files.createDirectories(target.getParent());
                        Files.copy(entries, target);
                        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("r--r--r--"));
                    }
                }
            }
        }
    }

    private byte[] blob(String digest) {
        return blobs.get("blobs/" + digest.replace(':', '/'));
    }
}
