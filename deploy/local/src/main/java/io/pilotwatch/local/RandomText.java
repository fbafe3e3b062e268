package io.pilotwatch.local;

import java.security.SecureRandom;
import java.util.Base64;

/** What nobody can guess: 256 random bits as text. */
final class RandomText {

    private static final SecureRandom RANDOM = new SecureRandom();

    private RandomText() {}

    /** For whom it is a word. */
    static String next() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes());
    }

    /** For whom it is a key. */
    static String key() {
        return Base64.getEncoder().encodeToString(bytes());
    }

    private static byte[] bytes() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
