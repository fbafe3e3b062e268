package io.pilotwatch.compliancealert.core;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A text with its disguises taken off: compatibility forms folded (NFKC), lower case, Traditional characters made
 * Simplified, and whatever was put between two Han characters removed. Each character remembers where it stood, so that
 * what is found can be shown as it was written.
 */
final class ScreenedText {

    /** A range of the plain text, end exclusive. */
    record Span(int start, int end) {
        boolean covers(Span other) {
            return start <= other.start && other.end <= end;
        }

        boolean overlaps(Span other) {
            return start < other.end && other.start < end;
        }
    }

    private static final String SENTENCE_ENDS = "。!?\n";
    private static final String CLAUSE_ENDS = ",;:";

    private final String original;
    private final StringBuilder plain = new StringBuilder();
    private final List<Span> origins = new ArrayList<>();

    ScreenedText(String original, Map<Character, Character> simplified) {
        this.original = original;
        for (int i = 0; i < original.length(); ) {
            int codePoint = original.codePointAt(i);
            int next = i + Character.charCount(codePoint);
            if (Character.getType(codePoint) != Character.FORMAT) {
                append(fold(codePoint), new Span(i, next), simplified);
            }
            i = next;
        }
        joinHan();
    }

    /** A term of the vocabulary, in the form in which it is looked for. */
    static String fold(String term, Map<Character, Character> simplified) {
        return new ScreenedText(term.strip(), simplified).plain();
    }

    String plain() {
        return plain.toString();
    }

    /** The words as they stand in the original. */
    String originally(Span span) {
        return span.start() == span.end()
                ? ""
                : original.substring(
                        origins.get(span.start()).start(),
                        origins.get(span.end() - 1).end());
    }

    List<Span> sentences() {
        return split(new Span(0, plain.length()), SENTENCE_ENDS);
    }

    List<Span> clauses(Span sentence) {
        return split(sentence, CLAUSE_ENDS);
    }

    private static String fold(int codePoint) {
        return Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT);
    }

    private void append(String folded, Span origin, Map<Character, Character> simplified) {
        for (char c : folded.toCharArray()) {
            plain.append((char) simplified.getOrDefault(c, c));
            origins.add(origin);
        }
    }

    /** Removes runs between two Han characters that are neither letters nor the end of a clause. */
    private void joinHan() {
        var kept = new ArrayList<Integer>();
        for (int i = 0; i < plain.length(); i++) {
            int end = i;
            while (end < plain.length() && isFiller(plain.charAt(end))) {
                end++;
            }
            var between = end > i && end < plain.length() && !kept.isEmpty();
            if (between && isHan(plain.charAt(kept.getLast())) && isHan(plain.charAt(end))) {
                i = end;
            }
            kept.add(i);
        }
        var joined = new StringBuilder();
        kept.forEach(i -> joined.append(plain.charAt(i)));
        var joinedOrigins = kept.stream().map(origins::get).toList();
        plain.setLength(0);
        plain.append(joined);
        origins.clear();
        origins.addAll(joinedOrigins);
    }

    private static boolean isFiller(char c) {
        return !Character.isLetterOrDigit(c) && c != '、' && (SENTENCE_ENDS + CLAUSE_ENDS).indexOf(c) < 0;
    }

    private static boolean isHan(char c) {
        return Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN;
    }

    private List<Span> split(Span whole, String ends) {
        var parts = new ArrayList<Span>();
        int start = whole.start();
        for (int i = whole.start(); i < whole.end(); i++) {
            if (ends.indexOf(plain.charAt(i)) >= 0 || ends.equals(SENTENCE_ENDS) && isFullStop(i)) {
                parts.add(new Span(start, i + 1));
                start = i + 1;
            }
        }
        parts.add(new Span(start, whole.end()));
        return parts.stream().filter(p -> p.start() < p.end()).toList();
    }

    private boolean isFullStop(int i) {
        return plain.charAt(i) == '.' && (i + 1 == plain.length() || Character.isWhitespace(plain.charAt(i + 1)));
    }
}
