package io.pilotwatch.compliancealert.core;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A reading by hand: it knows these characters, these words of the language, and looks for one term after the other. */
record HandReading(Map<Character, Character> alike, List<String> words) implements Reading {

    @Override
    public char plain(char c) {
        return alike.getOrDefault(c, c);
    }

    @Override
    public BitSet borders(String text) {
        var borders = new BitSet();
        borders.set(0, text.length() + 1);
        for (var word : words) {
            for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
                borders.clear(at + 1, at + word.length());
            }
        }
        return borders;
    }

    @Override
    public Finder finder(List<String> terms) {
        return (text, found) -> IntStream.range(0, terms.size()).forEach(term -> {
            var wanted = terms.get(term);
            for (int at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
                found.at(at, at + wanted.length(), term);
            }
        });
    }
}
