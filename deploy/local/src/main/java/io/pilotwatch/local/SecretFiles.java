package io.pilotwatch.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The secrets of one service as a cluster would mount them: a folder of its own, in which each file is named as the setting
 * whose value it holds. Made once, kept beside the data, for their owner alone.
 */
record SecretFiles(Path folder) {

    /** The service's password at the broker. */
    static final String KAFKA_PASSWORD = "pilotwatch.kafka.password";

    static SecretFiles of(Settings settings, String service) {
        return new SecretFiles(settings.secrets().resolve(service));
    }

    /** The passwords of these services at the broker. */
    static Map<String, String> kafkaPasswords(Settings settings, List<String> services) throws IOException {
        Map<String, String> passwords = new LinkedHashMap<>();
        for (String service : services) {
            passwords.put(service, of(settings, service).get(KAFKA_PASSWORD));
        }
        return passwords;
    }

    /** The launcher makes them all before it starts anything, so that nobody makes another at the same time. */
    static void make(Settings settings) throws IOException {
        for (App app : App.values()) {
            SecretFiles files = of(settings, app.folder());
            PrivateFiles.folder(files.folder);
            files.makeIfMissing(KAFKA_PASSWORD, RandomText.next());
        }
        // Base64 as it is usual, with which webhook secrets are sealed in the database.
        of(settings, App.COMPLIANCE_ALERT.folder()).makeIfMissing("pilotwatch.webhooks.key", RandomText.key());
    }

    private void makeIfMissing(String name, String value) throws IOException {
        if (!Files.exists(folder.resolve(name))) {
            PrivateFiles.write(folder.resolve(name), value);
        }
    }

    String get(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }
}
