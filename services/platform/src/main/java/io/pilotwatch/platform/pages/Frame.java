package io.pilotwatch.platform.pages;

import io.pilotwatch.contracts.Text;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * What stands around every page, and what its forms need.
 *
 * @param l the reader's language
 * @param programme the programme's name
 * @param service which serves the page; its addresses begin with it
 * @param account who is signed in
 * @param roles of the account, sorted
 * @param address this page's own, to come back to after the language switch
 * @param token which a form gives back, so that no page of others can send one
 * @param key which names a request that a form of this page sends
 * @param menu what the account may go to
 */
public record Frame(
        Locale l,
        Text programme,
        String service,
        String account,
        List<String> roles,
        String address,
        String token,
        String key,
        List<Menu.Item> menu) {

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

    /** Whether the account has the role. */
    public boolean is(String role) {
        return roles.contains(role);
    }
}
