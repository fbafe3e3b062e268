package io.pilotwatch.reporting.core;

import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Text;

/** How sentences are put together in both languages at once. */
final class Phrase {

    private Phrase() {}

    /** The same values in both. */
    static Text say(String zh, String en, Object... values) {
        return new Text(zh.formatted(values), en.formatted(values));
    }

    /** One after the other, with what stands between them. */
    static Text join(Text first, String zh, String en, Text second) {
        return new Text(first.zh() + zh + second.zh(), first.en() + en + second.en());
    }

    /** Each language's half put where {@code %s} stands. */
    static Text around(String zh, String en, Text inner) {
        return new Text(zh.formatted(inner.zh()), en.formatted(inner.en()));
    }

    /** What a person wrote, after what happened. */
    static Text withNote(Text text, @Nullable String note) {
        if (note == null || note.isBlank()) {
            return text;
        }
        // What happened may be told in a whole sentence, with its full stop.
        var zh = text.zh().endsWith("。") ? "" : "。";
        var en = text.en().endsWith(".") ? " " : ". ";
        return join(text, zh, en, new Text(note, note));
    }

    /** What happened, with the person's reason. */
    static Text because(String zh, String en, @Nullable String reason) {
        return withNote(new Text(zh, en), reason);
    }

    /** A number of things in English. */
    static String count(int number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }
}
