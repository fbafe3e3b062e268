package io.pilotwatch.platform.audit;

import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.platform.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What a caller wrote, fit for the log: no secrets, nothing endless, nothing that the database cannot hold. */
final class Said {

    private static final int LONGEST = 200;
    private static final int MOST = 30;

    /** Names of what opens something, and values that look like a token whatever they are called. */
    private static final Pattern SECRET_NAME = Pattern.compile("(?i).*(token|secret|password|authori|cookie).*");

    private static final Pattern SECRET_VALUE = Pattern.compile(".*(eyJ[\\w-]{8}|whsec_|[\\w-]{60}).*", Pattern.DOTALL);
    private static final Pattern ODD = Pattern.compile("[\\p{Cntrl}\\p{Cs}]");
    private static final Pattern PILOT = Pattern.compile("[\\w-]{1,60}");

    private Said() {}

    static Map<String, String> subject(Map<String, List<String>> pathParameters) {
        var all = new TreeMap<String, String>();
        pathParameters.forEach((name, values) -> all.put(name, value(isSecret(name), values.getFirst())));
        return all;
    }

    static Map<String, List<String>> asked(Map<String, List<String>> query) {
        var all = new TreeMap<String, List<String>>();
        query.entrySet().stream()
                .limit(MOST)
                .forEach(asked -> all.put(
                        plain(asked.getKey()),
                        asked.getValue().stream()
                                .limit(MOST)
                                .map(value -> value(
                                        isSecret(asked.getKey())
                                                || asked.getKey().equals("code"),
                                        value))
                                .toList()));
        return all;
    }

    /** The id of a pilot; null for what cannot be one. */
    @Nullable
    static String pilot(@Nullable String said) {
        return said != null && PILOT.matcher(said).matches() ? said : null;
    }

    /** Stands for what may not be told: equal where that is equal. */
    @Nullable
    static String hash(@Nullable String secret) {
        return secret == null
                ? null
                : HexFormat.of()
                        .formatHex(Sha256.of(secret.getBytes(StandardCharsets.UTF_8)))
                        .substring(0, 16);
    }

    private static boolean isSecret(String name) {
        return SECRET_NAME.matcher(name).matches();
    }

    private static String value(boolean secret, String said) {
        return secret || SECRET_VALUE.matcher(said).matches() ? "sha256:" + hash(said) : plain(said);
    }

    static String plain(String said) {
        var clean = ODD.matcher(said).replaceAll("\uFFFD");
        return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST) + "…";
    }
}
