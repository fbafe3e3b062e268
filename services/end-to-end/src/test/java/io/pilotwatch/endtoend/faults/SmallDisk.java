package io.pilotwatch.endtoend.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A disk of a few megabytes for a process that writes its log and its temporary files there: a file system in memory that
 * only the process sees (a mount namespace), or, where the kernel does not permit that, a limit on what it may write.
 */
record SmallDisk(Path folder, List<String> namespace) {

    private static final String SIZE = "6m";
    private static final int PIECE = 64 * 1024;

    static SmallDisk at(Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        for (var namespace : List.of(List.of("unshare", "-m"), List.of("unshare", "-rm"))) {
            var tried = new ArrayList<>(namespace);
            tried.addAll(List.of("sh", "-c", mount(folder)));
            if (run(tried)) {
                return new SmallDisk(folder, namespace);
            }
        }
        return new SmallDisk(folder, List.of());
    }

    /** What was used, in words. */
    String kind() {
        return namespace.isEmpty() ? "limit of written bytes" : "file system of " + SIZE + " in a mount namespace";
    }

    /** What to put before a Java command, so that it lives there: the process stays the same one. */
    List<String> by() {
        var temporary = "JAVA_TOOL_OPTIONS=-Djava.io.tmpdir=" + folder;
        if (namespace.isEmpty()) {
            return List.of("env", temporary);
        }
        var command = new ArrayList<>(namespace);
        command.addAll(List.of(
                "sh",
                "-c",
                mount(folder) + " && cd / && exec env " + temporary + " \"$@\" > " + folder + "/log 2>&1",
                "small-disk"));
        return command;
    }

    private static String mount(Path folder) {
        return "mount -t tmpfs -o size=" + SIZE + " tmpfs '" + folder + "'";
    }

    /** Takes all that is left. */
    void fill(ProcessHandle process) throws IOException, InterruptedException {
        if (namespace.isEmpty()) {
            limit(process, "0");
            return;
        }
        try (var out = Files.newOutputStream(ballast(process))) {
            while (true) {
                out.write(new byte[PIECE]);
            }
        } catch (IOException full) {
            if (Files.size(ballast(process)) == 0) {
                throw full;
            }
        }
    }

    void free(ProcessHandle process) throws IOException, InterruptedException {
        if (namespace.isEmpty()) {
            limit(process, "unlimited");
        } else {
            Files.delete(ballast(process));
        }
    }

    private static void limit(ProcessHandle process, String bytes) throws IOException, InterruptedException {
        if (!run(List.of("prlimit", "--pid", Long.toString(process.pid()), "--fsize=" + bytes + ":unlimited"))) {
            throw new IllegalStateException("neither a mount namespace nor a limit can be had");
        }
    }

    /** What such a process writes, if that lies there, too. */
    Optional<Path> log(ProcessHandle process) {
        return namespace.isEmpty() ? Optional.empty() : Optional.of(within(process, "log"));
    }

    private Path ballast(ProcessHandle process) {
        return within(process, "ballast");
    }

    /** As the process sees it. */
    private Path within(ProcessHandle process, String file) {
        return Path.of("/proc/" + process.pid() + "/root" + folder).resolve(file);
    }

    private static boolean run(List<String> command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }
}
