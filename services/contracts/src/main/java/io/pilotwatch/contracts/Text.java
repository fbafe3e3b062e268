package io.pilotwatch.contracts;

import java.util.Locale;

/** What a person reads, in both languages. Never one string: everything shown is bilingual from the start. */
public record Text(String zh, String en) {

    /** The text for the reader's language: Chinese for any Chinese locale, English for every other. */
    public String in(Locale locale) {
        return isChinese(locale) ? zh : en;
    }

    /** Whether this locale reads Chinese; every other one is served English. */
    public static boolean isChinese(Locale locale) {
        return "zh".equals(locale.getLanguage());
    }
}
