package io.pilotwatch.reporting;

import java.util.List;

/** Rows in PostgreSQL's text format for COPY. */
final class CopyText {

    private CopyText() {}

    /** Adds a line of these columns; null is a null. */
    static void line(List<String> columns, StringBuilder to) {
        for (int i = 0; i < columns.size(); i++) {
            if (i > 0) {
                to.append('\t');
            }
            column(columns.get(i), to);
        }
        to.append('\n');
    }

    private static void column(String text, StringBuilder to) {
        if (text == null) {
            to.append("\\N");
            return;
        }
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            var escaped = escaped(text.charAt(i));
            if (escaped != null) {
                to.append(text, from, i).append(escaped);
                from = i + 1;
            }
        }
        to.append(text, from, text.length());
    }

    private static String escaped(char c) {
        return switch (c) {
            case '\\' -> "\\\\";
            case '\t' -> "\\t";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            default -> null;
        };
    }
}
