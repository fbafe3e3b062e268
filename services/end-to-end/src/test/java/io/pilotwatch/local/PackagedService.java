package io.pilotwatch.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One of the services as its build left it, run on a database of the test's choice. */
record PackagedService(Process process, Settings settings, App app, Path log) implements AutoCloseable {

    /** @param environment on top of what the launcher gives; what is empty is taken away */
    static PackagedService start(App app, Settings settings, Map<String, String> environment) throws IOException {
        var launch = new Application(app, settings).prepare();
        var log = Files.createTempFile(Files.createDirectories(settings.logs()), app.folder(), ".log");
        var builder =
                new ProcessBuilder(launch.command()).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("PILOTWATCH_"));
        builder.environment().putAll(launch.environment());
        builder.environment().putAll(environment);
        builder.environment().values().removeIf(String::isEmpty);
        return new PackagedService(builder.start(), settings, app, log);
    }

    boolean ready() {
        try {
            return Http.status(settings.local(app.managementPort(), "/q/health/ready")) == 200;
        } catch (Exception _) {
            return false;
        }
    }

    /** Its exit code. */
    int ended() throws InterruptedException {
        return process.waitFor(2, TimeUnit.MINUTES) ? process.exitValue() : -1;
    }

    String said() throws IOException {
        return Files.readString(log);
    }

    /** All that the operating system shows of how it was started. */
    String environment() throws IOException {
        return Files.readString(Path.of("/proc", String.valueOf(process.pid()), "environ"));
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
