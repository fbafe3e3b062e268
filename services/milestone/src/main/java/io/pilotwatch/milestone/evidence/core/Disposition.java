package io.pilotwatch.milestone.evidence.core;

import java.nio.charset.StandardCharsets;

/** How a download is named in its header (RFC 6266), whatever its characters. */
public final class Disposition {

    /** Characters that RFC 5987 lets stand for themselves, beside letters and digits. */
    private static final String PLAIN = "!#$&+-.^_`|~";

    private Disposition() {}

    /** Saved under this name and never shown in place; old readers take the ASCII one, in which others are underscores. */
    public static String attachment(String name) {
        var ascii = name.replaceAll("[^\\x20-\\x7e]", "_").replaceAll("[\"\\\\%]", "_");
        return "attachment; filename=\"%s\"; filename*=UTF-8''%s".formatted(ascii, encoded(name));
    }

    private static String encoded(String name) {
        var text = new StringBuilder();
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0);
            text.append(plain ? String.valueOf(c) : "%%%02X".formatted((int) c));
        }
        return text.toString();
    }
}
