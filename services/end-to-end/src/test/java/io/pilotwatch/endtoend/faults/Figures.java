package io.pilotwatch.endtoend.faults;

import io.pilotwatch.endtoend.faults.Course.Recovery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a run came to, as it is written into FAULTS.md. */
final class Figures {

    private Figures() {}

    static void write(Load.Size size, Fleet fleet, Client client, List<Recovery> recoveries, Findings found)
            throws IOException {
        var lines = new ArrayList<String>();
        lines.add(size.toString());
        lines.add("disk: " + fleet.disk().kind());
        lines.add("answers: " + client.told());
        lines.add(found.toString());
        lines.add("");
        lines.add("| fault | lasted s | a fresh update seen after s |");
        lines.add("|---|---|---|");
        for (var one : recoveries) {
            lines.add("| %s | %.1f | %.1f |"
                    .formatted(
                            one.fault(),
                            one.lasted().toMillis() / 1000.0,
                            one.seenAfter().toMillis() / 1000.0));
        }
        lines.forEach(System.out::println);
        Files.write(Path.of("target/faults/figures-" + size.seed() + ".md"), lines);
    }
}
