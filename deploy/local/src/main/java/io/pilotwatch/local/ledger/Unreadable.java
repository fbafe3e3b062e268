package io.pilotwatch.local.ledger;

/** A file is not what it should be, so nothing can be said of the ledger; the message is one sentence. */
final class Unreadable extends Exception {
    Unreadable(String sentence) {
        super(sentence);
    }
}
