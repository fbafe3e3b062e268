package io.pilotwatch.intake.pages;

import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Text;
import io.pilotwatch.platform.pages.Spoken;

/**
 * Something that the reader may do, now or later.
 *
 * @param path of its page, after that of what it is done to
 * @param does what it is called
 * @param means what follows from it
 * @param notYet why it is not possible now, and when it will be; null where it is possible
 */
public record Offer(
        String path, Spoken does, Text means, @Nullable Text notYet) {

    /** One that is possible. */
    static Offer now(String path, Spoken does, Text means) {
        return new Offer(path, does, means, null);
    }

    /** Whether it is possible. */
    public boolean now() {
        return notYet == null;
    }
}
