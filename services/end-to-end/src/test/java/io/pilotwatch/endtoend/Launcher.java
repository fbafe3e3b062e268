package io.pilotwatch.endtoend;

import io.pilotwatch.local.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The commands of {@code deploy/local}, run on one data folder beside the build's own infrastructure, and what an operator
 * may do to the processes that they have started.
 *
 * @param environment what is set beside the folder and the ports
 */
public record Launcher(Path data, Map<String, String> environment) {

    /** Beside the build's own infrastructure, wherever that is. */
    public static final int SHIFT =
            10_000 + Integer.parseInt(System.getenv().getOrDefault("PILOTWATCH_POSTGRES_PORT", "15432")) - 5432;

    /** The repository. */
    public static final Path ROOT =
            Path.of("").toAbsolutePath().resolve("../..").normalize();

    /**
     * A command's end.
     *
     * @param code its exit code, 0 where all is well
     */
    record Verdict(int code, String said) {}

    /** Runs {@code launch}; what it said. */
    public String launch(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("launch"));
        command.addAll(List.of(arguments));
        var end = run(command.toArray(String[]::new));
        if (end.code() != 0) {
            throw new IllegalStateException(command + " failed: " + end.said());
        }
        return end.said();
    }

    /** Runs a command of deploy/local; what it says on the error stream follows only where it failed. */
    Verdict run(String... command) throws IOException, InterruptedException {
        var whole = new ArrayList<>(List.of(command));
        whole.set(0, ROOT.resolve("deploy/local").resolve(command[0]).toString());
        var log = data.resolveSibling("launch-" + UUID.randomUUID() + ".log");
        Files.createDirectories(log.getParent());
        var builder = new ProcessBuilder(whole).redirectError(log.toFile());
        // The build's own infrastructure is named in the environment; this is another one.
        builder.environment().keySet().removeIf(name -> name.startsWith("PILOTWATCH_"));
        builder.environment().putAll(variables());
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes());
        int code = process.waitFor(10, TimeUnit.MINUTES) ? process.exitValue() : -1;
        var complaints = Files.readString(log);
        Files.delete(log);
        return new Verdict(code, code == 0 ? said : said + complaints);
    }

    /** All that is set for a command. */
    public Map<String, String> variables() {
        var all = new HashMap<>(environment);
        all.put(Settings.ROOT, ROOT.toString());
        all.put(Settings.DATA, data.toString());
        all.put("PILOTWATCH_PORT_SHIFT", Integer.toString(SHIFT));
        return all;
    }

    /** What a command makes of it. */
    public Settings settings() {
        return Settings.from(variables());
    }

    /** Whether the process that was started last is still there. */
    boolean runs(String component) throws IOException {
        return ProcessHandle.of(pid(component)).isPresent();
    }

    /** As {@code kill -9}. */
    public void kill(String component) throws IOException {
        var process = process(component);
        process.destroyForcibly();
        process.onExit().join();
    }

    /** As an operator asks a program to end; PostgreSQL by the signal that does not wait for its clients. */
    public void stop(String component) throws IOException, InterruptedException {
        var process = process(component);
        var signal = component.equals("postgres") ? "-INT" : "-TERM";
        new ProcessBuilder("kill", signal, Long.toString(process.pid())).start().waitFor();
        process.onExit().join();
    }

    /** Stops its time, and that of the processes that it has started itself. */
    public void pause(String component) throws IOException, InterruptedException {
        signal("STOP", process(component));
    }

    public void resume(String component) throws IOException, InterruptedException {
        signal("CONT", process(component));
    }

    /** To a process and all that it has started. */
    public static void signal(String name, ProcessHandle process) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("kill", "-" + name));
        Stream.concat(Stream.of(process), process.descendants())
                .map(one -> Long.toString(one.pid()))
                .forEach(command::add);
        new ProcessBuilder(command).start().waitFor();
    }

    ProcessHandle process(String component) throws IOException {
        return ProcessHandle.of(pid(component)).orElseThrow();
    }

    private long pid(String component) throws IOException {
        return Long.parseLong(Files.readAllLines(data.resolve("run").resolve(component + ".pid"))
                .getFirst());
    }
}
