package io.pilotwatch.local;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How to start a process that outlives the launcher: in a session of its own, so that neither Ctrl-C nor a closed
 * terminal reaches it. Every wrapper in front ({@code setsid}, {@code unshare}) replaces itself by the program, so the
 * process number that we remember is the program's own.
 */
public record Launch(List<String> command, Map<String, String> environment) {

    private static final String PERL = "use POSIX; POSIX::setsid(); exec @ARGV or exit 127";

    /** The previous log is kept beside the new one, so a start always begins with an empty log. */
    public long start(Path log) throws IOException {
        Files.createDirectories(log.getParent());
        if (Files.exists(log)) {
            Path previous = log.resolveSibling(log.getFileName() + ".previous");
            Files.move(log, previous, StandardCopyOption.REPLACE_EXISTING);
        }
        List<String> all = new ArrayList<>(ownSession());
        all.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(all);
        builder.environment().putAll(environment);
        builder.redirectInput(new File("/dev/null"));
        builder.redirectErrorStream(true);
        builder.redirectOutput(log.toFile());
        return builder.start().pid();
    }

    /** Linux has setsid; macOS has none, but has perl. */
    private static List<String> ownSession() {
        return onPath("setsid") ? List.of("setsid") : List.of("perl", "-e", PERL);
    }

    static boolean onPath(String program) {
        String path = System.getenv().getOrDefault("PATH", "");
        return List.of(path.split(File.pathSeparator)).stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /** The Java that runs the launcher runs everything. */
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
