package io.pilotwatch.milestone.calendar.core;

import java.util.stream.Collectors;

/** Lines as RFC 5545 wants them: no longer than 75 octets of UTF-8, and never broken within a character. */
public final class Folding {

    private static final int MOST = 75;

    private Folding() {}

    /** The same text with its long lines folded; lines end in CRLF before and after. */
    public static String fold(String text) {
        return text.lines().map(line -> folded(line) + "\r\n").collect(Collectors.joining());
    }

    private static String folded(String line) {
        var folded = new StringBuilder();
        int octets = 0;
        for (int i = 0; i < line.length(); ) {
            int character = line.codePointAt(i);
            int more = octets(character);
            if (octets + more > MOST) {
                folded.append("\r\n ");
                octets = 1;
            }
            folded.appendCodePoint(character);
            octets += more;
            i += Character.charCount(character);
        }
        return folded.toString();
    }

    private static int octets(int character) {
        return character < 0x80 ? 1 : character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
    }
}
