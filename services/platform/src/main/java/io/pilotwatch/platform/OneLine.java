package io.pilotwatch.platform;

import io.quarkus.logging.LoggingFilter;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import java.util.regex.Pattern;
import org.jboss.logmanager.ExtLogRecord;

/**
 * Whatever is logged stays in its own line, also where it quotes what people wrote: line breaks of any kind, and what would
 * move a terminal's cursor or turn the direction of reading, are shown as Java writes them. So nobody can write a line that
 * looks like one of ours. A stack trace keeps its lines, but not those of its messages.
 */
@LoggingFilter(name = "one-line")
public final class OneLine implements Filter {

    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cc}\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069&&[^\\t]]");

    @Override
    public boolean isLoggable(LogRecord told) {
        var said = told instanceof ExtLogRecord whole ? whole.getFormattedMessage() : null;
        if (said != null && !isOneLine(said)) {
            ((ExtLogRecord) told).setMessage(of(said), ExtLogRecord.FormatStyle.NO_FORMAT);
        }
        if (told.getThrown() != null && !isOneLine(told.getThrown(), seen())) {
            told.setThrown(new Told(told.getThrown(), seen()));
        }
        return true;
    }

    /** The text with all that is not to be seen made visible. */
    static String of(String text) {
        return UNSEEN.matcher(text).replaceAll(found -> switch (found.group().charAt(0)) {
            case '\n' -> "\\\\n";
            case '\r' -> "\\\\r";
            default -> "\\\\u%04x".formatted((int) found.group().charAt(0));
        });
    }

    private static boolean isOneLine(String text) {
        return !UNSEEN.matcher(text).find();
    }

    /** It, what caused it and what it suppressed. */
    private static boolean isOneLine(Throwable thrown, Set<Throwable> seen) {
        if (thrown == null || !seen.add(thrown)) {
            return true;
        }
        for (var suppressed : thrown.getSuppressed()) {
            if (!isOneLine(suppressed, seen)) {
                return false;
            }
        }
        return isOneLine(thrown.toString()) && isOneLine(thrown.getCause(), seen);
    }

    /** A cause may be its own. */
    private static Set<Throwable> seen() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    /** Stands for what was thrown, whose message cannot be changed. */
    private static final class Told extends Exception {

        private static final long serialVersionUID = 1L;

        Told(Throwable thrown, Set<Throwable> seen) {
            super(of(thrown.toString()));
            seen.add(thrown);
            setStackTrace(thrown.getStackTrace());
            if (thrown.getCause() != null && !seen.contains(thrown.getCause())) {
                initCause(new Told(thrown.getCause(), seen));
            }
            for (var suppressed : thrown.getSuppressed()) {
                if (!seen.contains(suppressed)) {
                    addSuppressed(new Told(suppressed, seen));
                }
            }
        }

        /** It begins with the name of what was thrown. */
        @Override
        public String toString() {
            return getMessage();
        }
    }
}
