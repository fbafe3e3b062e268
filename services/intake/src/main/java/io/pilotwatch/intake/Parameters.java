package io.pilotwatch.intake;

import io.pilotwatch.contracts.Text;
import io.pilotwatch.platform.Page;
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

    /** The number after which a list goes on: what its cursors hold. */
    static int after(String cursor) {
        var after = Page.after(cursor);
        try {
            return after.isEmpty() ? 0 : Integer.parseInt(after);
        } catch (NumberFormatException e) {
            throw Problem.badParameter("cursor", new Text("cursor 无效。", "The cursor is not one of ours."));
        }
    }
}
