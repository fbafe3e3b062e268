package io.pilotwatch.milestone.evidence.core;

import io.pilotwatch.contracts.Nullable;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Which files are taken: those of a few types, by content and by name alike. Anything else is refused, whatever it is. */
public final class Files {

    /** The most bytes that a file has. */
    public static final long LARGEST = 20L * 1024 * 1024;

    private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";
    private static final String OPEN = "application/vnd.oasis.opendocument.";

    /** The media type that an extension promises. */
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("pdf", "application/pdf"),
            Map.entry("png", "image/png"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("jpeg", "image/jpeg"),
            Map.entry("docx", OFFICE + "wordprocessingml.document"),
            Map.entry("xlsx", OFFICE + "spreadsheetml.sheet"),
            Map.entry("pptx", OFFICE + "presentationml.presentation"),
            Map.entry("odt", OPEN + "text"),
            Map.entry("ods", OPEN + "spreadsheet"),
            Map.entry("odp", OPEN + "presentation"),
            Map.entry("csv", "text/csv"),
            Map.entry("txt", "text/plain"));

    /** No path, nothing that a shell, a header or a screen would stumble over, and no dots or blanks at either end. */
    private static final Pattern NAME =
            Pattern.compile("(?![. ])[^\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}/\\\\:*?\"<>|]{1,200}(?<![. ])");

    private Files() {}

    /** What is wrong with the name; null where nothing is. */
    @Nullable
    static Refusal wrongName(@Nullable String name) {
        return name != null && NAME.matcher(name).matches() ? null : Refusal.FILE_NAME_REFUSED;
    }

    /** What is wrong with a file of this name whose content is of the type {@code found}; null where nothing is. */
    @Nullable
    static Refusal wrongType(String name, String found) {
        var content = found.equals("text/csv") ? "text/plain" : found;
        if (!TYPES.containsValue(content)) {
            return Refusal.FILE_TYPE_REFUSED;
        }
        var promised = promised(name);
        if (promised == null) {
            return Refusal.FILE_TYPE_REFUSED;
        }
        // A table is plain text too: only the name tells them apart.
        return promised.equals(content) || promised.equals("text/csv") && content.equals("text/plain")
                ? null
                : Refusal.FILE_NAME_CONTRADICTS_CONTENT;
    }

    /** The media type of a file that is taken. */
    @Nullable
    static String promised(String name) {
        return TYPES.get(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }
}
