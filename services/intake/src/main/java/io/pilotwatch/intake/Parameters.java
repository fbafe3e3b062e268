package io.pilotwatch.intake;

import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Text;
import io.pilotwatch.platform.Problem;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/** Reads query parameters strictly: a misspelled one is refused, never taken for its opposite or for none. */
public final class Parameters {
    private Parameters() {}

    /** True or false by name. */
    public static boolean flag(String name, String value) {
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default ->
                throw Problem.badParameter(
                        name, new Text("%s 应为 true 或 false。".formatted(name), "%s is true or false.".formatted(name)));
        };
    }

    /** The constant of this name; null where none is asked for. */
    @Nullable
    public static <E extends Enum<E>> E oneOf(String name, Class<E> values, Optional<String> value) {
        return value.map(asked -> Arrays.stream(values.getEnumConstants())
                        .filter(constant -> constant.name().equals(asked))
                        .findFirst()
                        .orElseThrow(() -> unknown(name)))
                .orElse(null);
    }

    /** Refuses a code that the programme does not have; null is none. */
    static void known(String name, @Nullable String code, Function<String, Optional<?>> programme) {
        if (code != null && programme.apply(code).isEmpty()) {
            throw unknown(name);
        }
    }

    private static Problem unknown(String name) {
        return Problem.badParameter(
                name, new Text("%s 没有这一取值。".formatted(name), "There is no such %s.".formatted(name)));
    }
}
