package io.pilotwatch.intake;

import io.pilotwatch.contracts.Text;
import io.pilotwatch.platform.Problem;

/** Reads query parameters strictly: a misspelled one is refused, never taken for its opposite. */
final class Parameters {
    private Parameters() {}

    static boolean flag(String name, String value) {
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default ->
                throw Problem.badParameter(
                        name, new Text("%s 应为 true 或 false。".formatted(name), "%s is true or false.".formatted(name)));
        };
    }
}
