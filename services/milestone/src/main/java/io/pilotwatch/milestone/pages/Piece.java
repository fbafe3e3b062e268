package io.pilotwatch.milestone.pages;

import io.pilotwatch.milestone.evidence.EvidenceView;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Locale;

/**
 * A piece of evidence, as it is listed on a page.
 *
 * @param at when it was attached, by the programme's clock
 */
public record Piece(EvidenceView view, OffsetDateTime at) {

    private static final long KILO = 1024;

    static Piece of(EvidenceView view, ZoneId zone) {
        return new Piece(view, view.attachedAt().atZone(zone).toOffsetDateTime());
    }

    /** Where its content is. */
    public String content() {
        return "/milestone/api/v1/pilots/" + view.pilotId() + "/evidence/" + view.evidenceId() + "/content";
    }

    /** Its size with a unit. */
    public String size() {
        return size(view.size());
    }

    /** A number of bytes with a unit. */
    static String size(long bytes) {
        if (bytes < KILO) {
            return bytes + " B";
        }
        return bytes < KILO * KILO
                ? "%d KB".formatted(Math.round((double) bytes / KILO))
                : String.format(Locale.ROOT, "%.1f MB", (double) bytes / (KILO * KILO));
    }
}
