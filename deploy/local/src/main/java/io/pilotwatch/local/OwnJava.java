package io.pilotwatch.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Starts one of this module's own long-running commands (broker, gateway) as a process of its own. */
final class OwnJava {

    private OwnJava() {}

    /** From a copy of our jar: a build that replaces the jar must not break a running process. */
    static Launch launch(Settings settings, String command, List<String> options) throws IOException {
        Path copy = settings.run().resolve(command + ".jar");
        Files.createDirectories(settings.run());
        Files.copy(settings.target().resolve("local.jar"), copy, StandardCopyOption.REPLACE_EXISTING);
        List<String> all = new ArrayList<>();
        all.add(Launch.java());
        all.addAll(options);
        all.addAll(List.of("-cp", copy + ":" + settings.target().resolve("lib") + "/*", Main.class.getName(), command));
        return new Launch(
                all,
                Map.of(
                        Settings.DATA, settings.data().toString(),
                        Settings.ROOT, settings.root().toString(),
                        Settings.KAFKA_OPEN, String.valueOf(settings.kafkaOpen())));
    }
}
