package io.pilotwatch.platform;

import io.pilotwatch.contracts.Text;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Locale;

/** The two languages, and which of them a caller reads. */
public final class Languages {

    /** Simplified Chinese. */
    public static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;

    /** English. */
    public static final Locale ENGLISH = Locale.ENGLISH;

    /** The cookie in which a page's language switch is kept. */
    public static final String COOKIE = "lang";

    private Languages() {}

    /** The reader's choice on a page, else the first of {@code Accept-Language} that we have, else English. */
    public static Locale of(HttpHeaders headers) {
        var chosen = headers.getCookies().get(COOKIE);
        if (chosen != null) {
            return Locale.forLanguageTag(chosen.getValue()).getLanguage().equals("zh") ? CHINESE : ENGLISH;
        }
        return of(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    }

    /** The first of this {@code Accept-Language} that we have; English also where the header is absent or unreadable. */
    static Locale of(String acceptLanguage) {
        try {
            return acceptLanguage == null
                    ? ENGLISH
                    : of(Locale.LanguageRange.parse(acceptLanguage).stream()
                            .map(range -> Locale.forLanguageTag(range.getRange()))
                            .toList());
        } catch (IllegalArgumentException unreadable) {
            return ENGLISH;
        }
    }

    private static Locale of(List<Locale> acceptable) {
        return acceptable.stream()
                .filter(l -> Text.isChinese(l) || l.getLanguage().equals("en"))
                .findFirst()
                .map(l -> Text.isChinese(l) ? CHINESE : ENGLISH)
                .orElse(ENGLISH);
    }
}
