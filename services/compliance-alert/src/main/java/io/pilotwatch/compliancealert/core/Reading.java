package io.pilotwatch.compliancealert.core;

import java.util.BitSet;
import java.util.List;

/** What screening must be told of scripts and languages; the shell has it from kept libraries. */
public interface Reading {

    /** Finds terms in a text. */
    interface Finder {
        /** Tells every place at which a term stands, also where places overlap. */
        void find(String text, Found found);
    }

    /** Is told of a place. */
    interface Found {
        /**
         * A term stands here.
         *
         * @param end exclusive
         * @param term its number in the list that the finder was made of
         */
        void at(int start, int end, int term);
    }

    /** The character that this one stands for: Simplified for Traditional, Latin for its look-alike; most stand for themselves. */
    char plain(char c);

    /** Where a word of the language begins or ends in this text; 0 and its length are among them. */
    BitSet borders(String text);

    /** A finder of these terms, none of them empty, all different. */
    Finder finder(List<String> terms);
}
