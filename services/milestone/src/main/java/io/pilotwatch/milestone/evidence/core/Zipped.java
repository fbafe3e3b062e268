package io.pilotwatch.milestone.evidence.core;

import io.pilotwatch.contracts.Nullable;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a ZIP archive is, by what lies in it: an office document, or one that is not taken. */
public final class Zipped {

    /** What is none of the types that are taken. */
    public static final String OTHER = "application/zip";

    private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";
    private static final Set<String> OPEN = Set.of(
            "application/vnd.oasis.opendocument.text",
            "application/vnd.oasis.opendocument.spreadsheet",
            "application/vnd.oasis.opendocument.presentation");

    private Zipped() {}

    /**
     * The media type of an archive.
     *
     * @param names of its entries
     * @param mimetype content of the entry of this name, as an OpenDocument file has it; null without
     */
    public static String type(List<String> names, @Nullable String mimetype) {
        var lower = names.stream().map(n -> n.toLowerCase(Locale.ROOT)).toList();
        if (lower.stream().anyMatch(Zipped::runs)) {
            return OTHER;
        }
        if (mimetype != null) {
            return OPEN.contains(mimetype) && lower.contains("content.xml") ? mimetype : OTHER;
        }
        if (!lower.contains("[content_types].xml")) {
            return OTHER;
        }
        return lower.contains("word/document.xml")
                ? OFFICE + "wordprocessingml.document"
                : lower.contains("xl/workbook.xml")
                        ? OFFICE + "spreadsheetml.sheet"
                        : lower.contains("ppt/presentation.xml") ? OFFICE + "presentationml.presentation" : OTHER;
    }

    /** Macros of either family, Java, embedded objects that start programs, and scripts. */
    private static boolean runs(String name) {
        return name.contains("..")
                || name.contains("vbaproject")
                || name.contains("vbadata")
                || name.startsWith("basic/")
                || name.startsWith("scripts/")
                || name.contains("/activex/")
                || name.contains("/macrosheets/")
                || name.startsWith("meta-inf/manifest.mf")
                || name.matches(".*\\.(class|jar|exe|dll|com|scr|bat|cmd|ps1|vbs|js|jse|wsf|hta|sh|elf|msi|lnk)");
    }
}
