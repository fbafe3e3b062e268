package io.pilotwatch.compliancealert.core;

import io.pilotwatch.compliancealert.core.ScreenedText.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** The words to look for, of one version, all looked for at once. */
public final class Vocabulary {

    /** The category of a cue, which serves all categories. */
    public static final String ANY = "*";

    /** What a word does where it is found. */
    public enum Role {
        /** Points at prohibited conduct by itself; of everyday use too, and so excused by lawful business, if also weak. */
        STRONG,
        /** Points at it only together with another of its category, or with a lure. */
        WEAK,
        /** A harmless word that has a strong or weak one, or of category {@value #ANY} a cue, inside. */
        NEAR_MISS,
        /** Calls to join or promises gain, or goes with weak words of its category; nothing by itself or with its like. */
        LURE,
        /** Tells of lawful business: excuses the weak words and promises of its category in the sentence. */
        LAWFUL_CUE,
        /** Negates what follows it in its clause. */
        NEGATION_CUE,
        /** Ends what a negation reaches. */
        CONTRAST_CUE,
        /** Tells that the sentence is about rules, enforcement or teaching. */
        CONTEXT_CUE,
        /** Tells that what stands before it is forbidden or was stopped. */
        STOPPED_CUE,
        /** Takes away what near misses, negations and contexts of its sentence excuse. */
        OVERRIDE_CUE
    }

    /** One word. */
    public record Term(String category, Role role, String text) {

        boolean serves(String other) {
            return category.equals(ANY) || category.equals(other);
        }
    }

    /**
     * A word found.
     *
     * @param disguised whether digits had to be read as letters
     */
    record Hit(Term term, Span at, boolean disguised) {}

    /** English words change at their end; a term stands for these forms too. */
    private static final Set<String> ENDINGS =
            Set.of("", "s", "es", "d", "ed", "ing", "ion", "ned", "ning", "ped", "ping");

    private final String version;
    private final Reading reading;
    private final List<List<Term>> alike;
    private final Reading.Finder finder;

    /** A vocabulary, and how to read. */
    public Vocabulary(String version, List<Term> terms, Reading reading) {
        this.version = version;
        this.reading = reading;
        var byText = new LinkedHashMap<String, List<Term>>();
        for (var term : terms) {
            var folded = ScreenedText.fold(term.text(), reading);
            byText.computeIfAbsent(folded, t -> new ArrayList<>()).add(new Term(term.category(), term.role(), folded));
        }
        alike = byText.values().stream().map(List::copyOf).toList();
        finder = reading.finder(List.copyOf(byText.keySet()));
    }

    /** Names it; grows with each change. */
    public String version() {
        return version;
    }

    ScreenedText read(String text) {
        return new ScreenedText(text, reading);
    }

    /** Every word in the text, by its start; words may overlap. */
    List<Hit> hits(ScreenedText text) {
        var plain = text.plain();
        var spelled = text.spelled();
        var borders = reading.borders(plain);
        var hits = new ArrayList<Hit>();
        find(plain, false, borders::get, hits);
        if (!spelled.equals(plain)) {
            var known = hits.stream().map(Hit::at).toList();
            var more = new ArrayList<Hit>();
            find(spelled, true, borders::get, more);
            more.stream().filter(hit -> !known.contains(hit.at())).forEach(hits::add);
        }
        return hits;
    }

    private void find(String text, boolean disguised, IntPredicate border, List<Hit> hits) {
        finder.find(text, (start, end, term) -> {
            if (isWhole(text, start, end, border)) {
                alike.get(term).forEach(t -> hits.add(new Hit(t, new Span(start, end), disguised)));
            }
        });
    }

    /** A Latin word is not looked for inside a longer one, nor a Han one where it cuts another word. */
    private static boolean isWhole(String text, int start, int end, IntPredicate border) {
        if (start > 0 && isLatin(text.charAt(start)) && isLatin(text.charAt(start - 1))) {
            return false;
        }
        int wordEnd = end;
        while (isLatin(text.charAt(end - 1)) && wordEnd < text.length() && isLatin(text.charAt(wordEnd))) {
            wordEnd++;
        }
        return ENDINGS.contains(text.substring(end, wordEnd))
                && !(ScreenedText.isHan(text.charAt(end - 1)) && cutsWords(start, end, border));
    }

    /** 传销 in 宣传|销售, 挖矿 in 挖|矿石. What is inside one word, as in 反洗钱, is a near miss, if anything. */
    private static boolean cutsWords(int start, int end, IntPredicate border) {
        return IntStream.range(start + 1, end).anyMatch(border) && !(border.test(start) && border.test(end));
    }

    private static boolean isLatin(char c) {
        return c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
    }
}
