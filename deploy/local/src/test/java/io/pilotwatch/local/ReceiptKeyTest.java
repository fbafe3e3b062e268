package io.pilotwatch.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReceiptKeyTest {

    @TempDir
    Path data;

    private Settings settings() {
        return Settings.from(Map.of("PILOTWATCH_ROOT", "/repository", "PILOTWATCH_DATA", data.toString()));
    }

    @Test
    void theKeyIsMadeOnceAndForItsOwnerAlone() throws IOException {
        Path key = ReceiptKey.of(settings());
        String made = Files.readString(key);

        assertTrue(made.startsWith("-----BEGIN PRIVATE KEY-----\n"));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(key)));
        assertEquals(made, Files.readString(ReceiptKey.of(settings())));
    }

    @Test
    void everyServiceSignsWithIt() throws IOException {
        for (App app : App.values()) {
            String told = new Application(app, settings()).environment().get("PILOTWATCH_RECEIPTS_KEY");
            assertEquals(data.resolve("receipts/key.pem").toString(), told, app.name());
        }
    }
}
