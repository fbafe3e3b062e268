package io.pilotwatch.compliancealert.core;

import io.pilotwatch.compliancealert.core.ScreenedText.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The words to look for. Terms that begin alike stand together, so a text costs one look-up per character and not one
 * search per term.
 */
public final class Vocabulary {

    /** What a word does where it is found. */
    public enum Role {
        /** Points at prohibited conduct by itself. */
        STRONG,
        /** Points at it only together with another of its category. */
        WEAK,
        /** A harmless word that has a strong or weak one inside. */
        NEAR_MISS,
        /** Turns a find in its clause into a mention. */
        NEGATION_CUE,
        /** Takes near misses and negations of its sentence away. */
        OVERRIDE_CUE
    }

    /** One word. */
    public record Term(String category, Role role, String text) {}

    /** A word found. */
    record Hit(Term term, Span at) {}

    /** English words change at their end; a term stands for these forms too. */
    private static final Set<String> ENDINGS = Set.of("", "s", "es", "ed", "ing", "ion");

    private final Map<Character, Character> simplified;
    private final Map<Character, List<Term>> byFirst = new HashMap<>();

    /** A vocabulary, and the Simplified character for each Traditional one that matters to it. */
    public Vocabulary(List<Term> terms, Map<Character, Character> simplified) {
        this.simplified = Map.copyOf(simplified);
        for (var term : terms) {
            var folded = ScreenedText.fold(term.text(), simplified);
            byFirst.computeIfAbsent(folded.charAt(0), c -> new ArrayList<>())
                    .add(new Term(term.category(), term.role(), folded));
        }
    }

    ScreenedText read(String text) {
        return new ScreenedText(text, simplified);
    }

    /** Every word in this part of the text; words may overlap. */
    List<Hit> hits(String plain, Span part) {
        var hits = new ArrayList<Hit>();
        for (int i = part.start(); i < part.end(); i++) {
            for (var term : byFirst.getOrDefault(plain.charAt(i), List.of())) {
                if (plain.startsWith(term.text(), i)
                        && isWhole(plain, i, i + term.text().length())) {
                    hits.add(new Hit(term, new Span(i, i + term.text().length())));
                }
            }
        }
        return hits;
    }

    /** Latin letters make words, so a Latin term is not looked for inside a longer one; Han characters have no such border. */
    private static boolean isWhole(String plain, int start, int end) {
        if (start > 0 && isLatin(plain.charAt(start)) && isLatin(plain.charAt(start - 1))) {
            return false;
        }
        int wordEnd = end;
        while (isLatin(plain.charAt(end - 1)) && wordEnd < plain.length() && isLatin(plain.charAt(wordEnd))) {
            wordEnd++;
        }
        return ENDINGS.contains(plain.substring(end, wordEnd));
    }

    private static boolean isLatin(char c) {
        return c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
    }
}
