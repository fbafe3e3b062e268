package io.pilotwatch.intake.core;

import java.util.OptionalInt;

/** What text may be made of. */
final class Plain {
    private Plain() {}

    /** The first character that a text of one line may not have. */
    static OptionalInt firstForbidden(String text) {
        return text.codePoints().filter(Plain::isForbidden).findFirst();
    }

    /** The first character that a text of several lines may not have. */
    static OptionalInt firstForbiddenInLines(String text) {
        return text.codePoints()
                .filter(c -> isForbidden(c) && c != '\n' && c != '\r' && c != '\t')
                .findFirst();
    }

    /** Control characters, halves of characters, and what turns the direction of writing: it makes a text read as another. */
    private static boolean isForbidden(int c) {
        return Character.isISOControl(c)
                || c >= 0xD800 && c <= 0xDFFF
                || c >= 0x202A && c <= 0x202E
                || c >= 0x2066 && c <= 0x2069;
    }
}
