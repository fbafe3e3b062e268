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
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> to.append("\\\\");
                case '\t' -> to.append("\\t");
                case '\n' -> to.append("\\n");
                case '\r' -> to.append("\\r");
                default -> to.append(c);
            }
        }
    }
}
