package io.pilotwatch.local;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What was asked for on the command line of {@code up} and {@code infra}.
 *
 * @param detach return when everything is ready
 * @param fresh start from empty data
 * @param replay import the lists and replay the programme
 * @param until the programme day up to which it is replayed; empty for the whole
 */
record Options(boolean detach, boolean fresh, boolean replay, Optional<LocalDate> until) {

    private static final String UNTIL = "--until=";
    private static final Set<String> KNOWN = Set.of("--detach", "--fresh", "--no-replay");

    static Options of(List<String> arguments) {
        for (String argument : arguments) {
            if (!KNOWN.contains(argument) && !argument.startsWith(UNTIL)) {
                throw new Trouble("There is no option \"" + argument
                        + "\"; the options are --detach, --fresh, --no-replay and --until=DAY.");
            }
        }
        return new Options(
                arguments.contains("--detach"),
                arguments.contains("--fresh"),
                !arguments.contains("--no-replay"),
                arguments.stream()
                        .filter(argument -> argument.startsWith(UNTIL))
                        .map(argument -> day(argument.substring(UNTIL.length())))
                        .findFirst());
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException _) {
            throw new Trouble("--until takes a day such as 2022-12-31, not \"" + text + "\".");
        }
    }
}
