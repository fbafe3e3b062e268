package io.pilotwatch.local;

import java.util.List;
import java.util.Set;

/**
 * What was asked for on the command line of {@code up} and {@code infra}.
 *
 * @param detach return when everything is ready
 * @param fresh start from empty data
 * @param replay import the lists and replay the programme
 */
record Options(boolean detach, boolean fresh, boolean replay) {

    private static final Set<String> KNOWN = Set.of("--detach", "--fresh", "--no-replay");

    static Options of(List<String> arguments) {
        for (String argument : arguments) {
            if (!KNOWN.contains(argument)) {
                throw new Trouble(
                        "There is no option \"" + argument + "\"; the options are --detach, --fresh and --no-replay.");
            }
        }
        return new Options(
                arguments.contains("--detach"), arguments.contains("--fresh"), !arguments.contains("--no-replay"));
    }
}
