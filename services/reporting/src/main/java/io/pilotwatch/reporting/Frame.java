package io.pilotwatch.reporting;

import io.pilotwatch.contracts.Text;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * What stands around every page.
 *
 * @param l the reader's language
 * @param programme the programme's name
 * @param account who is signed in; null where nobody is
 * @param address this page's own, to come back to after the language switch
 */
record Frame(Locale l, Text programme, String account, List<String> roles, String address) {

    /** The value of {@code lang}. */
    public String lang() {
        return l.toLanguageTag();
    }

    /** The address as a query parameter. */
    public String back() {
        return URLEncoder.encode(address, StandardCharsets.UTF_8);
    }

    /** Whether the reader reads Chinese. */
    public boolean chinese() {
        return Text.isChinese(l);
    }
}
