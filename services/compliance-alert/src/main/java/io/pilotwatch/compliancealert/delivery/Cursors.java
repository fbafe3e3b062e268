package io.pilotwatch.compliancealert.delivery;

import io.pilotwatch.platform.Page;
import java.util.UUID;

/** Cursors of lists that are sorted by id. */
final class Cursors {

    private Cursors() {}

    /** The id after which to read; {@code beginning} where no cursor is given. */
    static UUID after(String cursor, UUID beginning) {
        var after = Page.after(cursor);
        try {
            return after.isEmpty() ? beginning : UUID.fromString(after);
        } catch (IllegalArgumentException e) {
            throw Page.foreignCursor();
        }
    }
}
