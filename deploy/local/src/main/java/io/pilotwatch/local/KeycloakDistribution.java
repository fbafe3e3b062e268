package io.pilotwatch.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Keycloak as Maven unpacked it. Its start is quick only after its own {@code build} step has fixed the database and the
 * paths, which takes half a minute: done once, shared by every data folder.
 */
record KeycloakDistribution(Path folder) {

    private static final List<String> BUILD =
            List.of("build", "--db=postgres", "--http-relative-path=/auth", "--health-enabled=true");
    private static final String MARKER = "pilotwatch-built";

    static KeycloakDistribution in(Settings settings) throws IOException {
        Path unpacked = settings.target().resolve("keycloak");
        if (Files.isDirectory(unpacked)) {
            try (Stream<Path> folders = Files.list(unpacked)) {
                // The newest name: after an upgrade the older one may still lie there.
                return folders.filter(folder -> Files.isDirectory(folder.resolve("lib")))
                        .max(Path::compareTo)
                        .map(KeycloakDistribution::new)
                        .orElseThrow(() -> notThere(unpacked));
            }
        }
        throw notThere(unpacked);
    }

    private static Trouble notThere(Path unpacked) {
        return new Trouble("The build has left no Keycloak in " + unpacked + "; run mvn -DskipTests package.");
    }

    boolean built() throws IOException {
        Path marker = folder.resolve(MARKER);
        return Files.exists(marker) && Files.readString(marker).equals(mark());
    }

    /** How it was built, and when: unpacked once more over itself, it is not built any more, though the marker still lies there. */
    private String mark() throws IOException {
        return BUILD + " " + Files.getLastModifiedTime(folder.resolve("lib/quarkus/quarkus-application.dat"));
    }

    /** Two launchers may come at once; the second waits for the first and finds the work done. */
    void build(Path log) throws IOException, InterruptedException {
        Path lockFile = folder.resolve(MARKER + ".lock");
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock _ = channel.lock()) {
            if (built()) {
                return;
            }
            int exit = Programs.run(command(folder, BUILD), log);
            if (exit != 0) {
                throw new Trouble("Keycloak's own build step failed; see " + log + ".");
            }
            Files.writeString(folder.resolve(MARKER), mark());
        }
    }

    /**
     * Java itself and not {@code kc.sh}: the script would stay in front of Java, and killing it would leave Keycloak
     * running. The options are the script's own.
     *
     * @param home where configuration, imports and temporary files are: one for each data folder
     */
    List<String> command(Path home, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Launch.java());
        command.addAll(List.of("-Xms64m", "-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of("-Duser.language=en", "-Duser.country=US", "--enable-native-access=ALL-UNNAMED"));
        for (String opened : List.of("java.util", "java.util.concurrent", "java.security", "java.lang")) {
            command.add("--add-opens=java.base/" + opened + "=ALL-UNNAMED");
        }
        command.add("-Dkc.home.dir=" + home);
        command.add("-Djboss.server.config.dir=" + home.resolve("conf"));
        command.add("-Djava.util.logging.manager=org.jboss.logmanager.LogManager");
        command.add("-Dpicocli.disable.closures=true");
        command.add("-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory");
        command.addAll(List.of("-cp", folder.resolve("lib/quarkus-run.jar").toString()));
        command.add("io.quarkus.bootstrap.runner.QuarkusEntryPoint");
        command.addAll(arguments);
        return command;
    }
}
