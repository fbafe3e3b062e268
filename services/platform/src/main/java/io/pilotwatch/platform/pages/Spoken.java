package io.pilotwatch.platform.pages;

import io.pilotwatch.contracts.Text;
import java.util.Locale;

/** A fixed word of the pages, in both languages; an enum of them is asked as {@code {Word:PILOTS.in(l)}} in a template. */
public interface Spoken {

    /** In both languages, with a place for each value as {@link String#format} has it. */
    Text text();

    /** In the reader's language. */
    default String in(Locale l) {
        return text().in(l);
    }

    /** With a value in it. */
    default String in(Locale l, Object value) {
        return text().in(l).formatted(value);
    }

    /** With two values in it. */
    default String in(Locale l, Object first, Object second) {
        return text().in(l).formatted(first, second);
    }

    /** With three values in it. */
    default String in(Locale l, Object first, Object second, Object third) {
        return text().in(l).formatted(first, second, third);
    }
}
