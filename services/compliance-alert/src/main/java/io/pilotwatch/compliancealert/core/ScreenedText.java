package io.pilotwatch.compliancealert.core;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A text with its disguises taken off: compatibility forms folded (NFKD), marks and invisible characters dropped, lower
 * case, Traditional characters made Simplified and look-alikes Latin, and whatever was put between two Han characters or
 * between single letters removed. Each character remembers where it stood, so that what is found can be shown as it was
 * written.
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
    private static final String CLAUSE_ENDS = ",;";
    private static final String HYPHENS = "-\u2010";
    /** Letters of which each stands alone: u-s-d-t. */
    private static final Pattern SPELT =
            Pattern.compile("(?<![a-z0-9])[a-z0-9](?:[^\\p{L}\\p{N},;!?\\n][a-z0-9]){2,}(?![a-z0-9])");

    /** Characters of which each is a sentence: 挖。矿。 */
    private static final Pattern SPELT_HAN = Pattern.compile("(?<!\\p{IsHan})\\p{IsHan}(?:[。,;!?、:]\\p{IsHan}){2,}");

    private static final String DIGITS = "013457$@";
    private static final String AS_LETTERS = "oieastsa";

    private final String original;
    private final StringBuilder plain = new StringBuilder();
    private final List<Span> origins = new ArrayList<>();

    ScreenedText(String original, Reading reading) {
        this.original = original;
        for (int i = 0; i < original.length(); ) {
            int codePoint = original.codePointAt(i);
            var origin = new Span(i, i + Character.charCount(codePoint));
            for (char c : fold(codePoint).toCharArray()) {
                plain.append(reading.plain(c));
                origins.add(origin);
            }
            i = origin.end();
        }
        openCompounds();
        keep(joined());
        keep(withoutSpelling());
    }

    /** A term of the vocabulary, in the form in which it is looked for. */
    static String fold(String term, Reading reading) {
        return new ScreenedText(term.strip(), reading).plain();
    }

    String plain() {
        return plain.toString();
    }

    /** The plain text, of the same length, with the digits read as letters that stand among letters: 1co is ico. */
    String spelled() {
        var spelled = new StringBuilder(plain);
        for (int i = 0; i < plain.length(); i++) {
            int digit = DIGITS.indexOf(plain.charAt(i));
            if (digit >= 0 && (isLetter(i - 1) || isLetter(i + 1))) {
                spelled.setCharAt(i, AS_LETTERS.charAt(digit));
            }
        }
        return spelled.toString();
    }

    /** The words as they stand in the original. */
    String originally(Span span) {
        return span.start() == span.end()
                ? ""
                : original.substring(
                        origins.get(span.start()).start(),
                        origins.get(span.end() - 1).end());
    }

    /** Where it stands in the original. */
    Span origin(Span span) {
        return new Span(
                origins.get(span.start()).start(), origins.get(span.end() - 1).end());
    }

    List<Span> sentences() {
        var parts = new ArrayList<Span>();
        int start = 0;
        for (int i = 0; i < plain.length(); i++) {
            if ((SENTENCE_ENDS.indexOf(plain.charAt(i)) >= 0 || isFullStop(i)) && !isAnswered(i)) {
                parts.add(new Span(start, i + 1));
                start = i + 1;
            }
        }
        parts.add(new Span(start, plain.length()));
        return parts.stream().filter(p -> p.start() < p.end()).toList();
    }

    static boolean isHan(char c) {
        return Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN;
    }

    private static String fold(int codePoint) {
        if (isInvisible(codePoint)) {
            return "";
        }
        if (codePoint < 0x80 || codePoint >= 0x3400 && codePoint < 0xa000) {
            return Character.toString(Character.toLowerCase(codePoint));
        }
        var folded = Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKD);
        return folded.codePoints()
                .filter(c -> !isInvisible(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .toLowerCase(Locale.ROOT);
    }

    /** A compound is looked for with spaces, however it was written: over-the-counter, risk‑free. */
    private void openCompounds() {
        for (int i = 1; i < plain.length() - 1; i++) {
            if (HYPHENS.indexOf(plain.charAt(i)) >= 0 && isLetter(i - 1) && isLetter(i + 1)) {
                plain.setCharAt(i, ' ');
            }
        }
    }

    private static boolean isInvisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.FORMAT, Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> false;
        };
    }

    /** Without runs between two Han characters that are neither letters nor the end of a clause, and without idle spaces. */
    private BitSet joined() {
        var kept = new BitSet();
        int last = -1;
        for (int i = 0; i < plain.length(); i++) {
            int end = i;
            while (end < plain.length() && isFiller(end, last)) {
                end++;
            }
            if (end > i && last >= 0 && end < plain.length() && isIdle(last, i, end)) {
                i = end;
            } else if (end > i + 1 && plain.substring(i, end).isBlank()) {
                i = end - 1;
            }
            kept.set(i);
            last = i;
        }
        return kept;
    }

    private boolean isIdle(int last, int start, int end) {
        var before = isHan(plain.charAt(last));
        var after = isHan(plain.charAt(end));
        return before && after
                || (before || after)
                        && plain.substring(start, end).isBlank()
                        && Character.isLetterOrDigit(plain.charAt(last));
    }

    private boolean isFiller(int i, int last) {
        char c = plain.charAt(i);
        if (c == '\n') {
            return splitsWord(i, last);
        }
        return !Character.isLetterOrDigit(c) && "、:%".indexOf(c) < 0 && (SENTENCE_ENDS + CLAUSE_ENDS).indexOf(c) < 0;
    }

    /** A line's end is a sentence's end, but not where a line has a single character. */
    private boolean splitsWord(int i, int last) {
        var alone = last >= 0 && last == i - 1 && (last == 0 || plain.charAt(last - 1) == '\n');
        var next = i + 2 >= plain.length() || plain.charAt(i + 2) == '\n';
        return i + 1 < plain.length() && (alone || next && last >= 0);
    }

    private BitSet withoutSpelling() {
        var kept = new BitSet();
        kept.set(0, plain.length());
        for (var pattern : List.of(SPELT, SPELT_HAN)) {
            var spelt = pattern.matcher(plain);
            while (spelt.find()) {
                for (int i = spelt.start() + 1; i < spelt.end(); i += 2) {
                    kept.clear(i);
                }
            }
        }
        return kept;
    }

    private void keep(BitSet kept) {
        var text = new StringBuilder();
        var from = new ArrayList<Span>();
        kept.stream().forEach(i -> {
            text.append(plain.charAt(i));
            from.add(origins.get(i));
        });
        plain.setLength(0);
        plain.append(text);
        origins.clear();
        origins.addAll(from);
    }

    private boolean isLetter(int i) {
        return i >= 0 && i < plain.length() && plain.charAt(i) >= 'a' && plain.charAt(i) <= 'z';
    }

    /** A question and its answer are one sentence: the answer may deny what was asked. */
    private boolean isAnswered(int i) {
        return plain.charAt(i) == '?' && (plain.indexOf("答:", i) == i + 1 || plain.indexOf(" a:", i) == i + 1);
    }

    private boolean isFullStop(int i) {
        return plain.charAt(i) == '.' && (i + 1 == plain.length() || Character.isWhitespace(plain.charAt(i + 1)));
    }
}
