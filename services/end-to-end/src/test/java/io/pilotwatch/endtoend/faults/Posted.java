package io.pilotwatch.endtoend.faults;

/**
 * What became of one update: the last and definite answer, after as many tries under one key as it took.
 *
 * @param key the Idempotency-Key of all its tries
 * @param note says nothing, is said by no other update, and is so found wherever the update went
 * @param status 2xx: accepted; 4xx: refused
 * @param answer the body of that answer
 * @param tries how often it was sent
 */
record Posted(
        String pilot, String milestone, String key, int percent, String note, int status, String answer, int tries) {

    boolean accepted() {
        return status / 100 == 2;
    }
}
