package io.pilotwatch.compliancealert.delivery.core;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where a subscription sends to: the form of it, not whether it may be reached. */
public final class Target {

    /** Longest that is taken. */
    public static final int LONGEST = 2000;

    /** One person's or one list's address; no display name, no control characters, no list of several. */
    private static final Pattern EMAIL =
            Pattern.compile("[\\p{L}\\p{N}.!#$%&'*+/=?^_`{|}~-]{1,64}@[\\p{L}\\p{N}-]+(\\.[\\p{L}\\p{N}-]+)+");

    private Target() {}

    /** What is wrong with this as the address of an HTTP endpoint; nothing where it is one. */
    public static Optional<SubscriptionRefusal> faultOfHttp(String target) {
        try {
            var uri = new URI(target);
            if (uri.getRawUserInfo() != null || target.matches("(?i)https?://[^/?#]*@.*")) {
                return Optional.of(SubscriptionRefusal.TARGET_WITH_CREDENTIALS);
            }
            return isHttp(uri) ? Optional.empty() : Optional.of(SubscriptionRefusal.TARGET_NOT_HTTP);
        } catch (URISyntaxException e) {
            return Optional.of(SubscriptionRefusal.TARGET_NOT_HTTP);
        }
    }

    /** What is wrong with this as an e-mail address; nothing where it is one. */
    public static Optional<SubscriptionRefusal> faultOfEmail(String target) {
        return EMAIL.matcher(target).matches() ? Optional.empty() : Optional.of(SubscriptionRefusal.TARGET_NOT_EMAIL);
    }

    /** The host without the brackets of an IPv6 address. */
    public static String host(URI uri) {
        return uri.getHost().replaceAll("[\\[\\]]", "");
    }

    /** The port, said or meant. */
    public static int port(URI uri) {
        return uri.getPort() >= 0 ? uri.getPort() : isTls(uri) ? 443 : 80;
    }

    /** Whether it is spoken to by TLS. */
    public static boolean isTls(URI uri) {
        return uri.getScheme().equalsIgnoreCase("https");
    }

    private static boolean isHttp(URI uri) {
        return uri.getScheme() != null
                && uri.getScheme().matches("(?i)https?")
                && uri.getHost() != null
                && uri.getPort() != 0
                && uri.getPort() <= 65535
                && uri.getRawFragment() == null;
    }
}
