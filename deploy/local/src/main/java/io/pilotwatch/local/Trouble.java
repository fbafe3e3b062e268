package io.pilotwatch.local;

/**
 * Something the person at the terminal has to know: one clear sentence, never a stack trace. {@link Main} prints the
 * sentence and exits with 1.
 */
public final class Trouble extends RuntimeException {

    public Trouble(String sentence) {
        super(sentence);
    }
}
