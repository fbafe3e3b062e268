package io.pilotwatch.local.replay;

import java.time.LocalDate;
import java.util.Map;

/**
 * One request of one person on one programme day.
 *
 * @param team whose story it belongs to; within a day the acts of one story come one after the other
 * @param user who signs in for it
 * @param path from the one address in front; <code>{objectionId in /intake/…}</code> stands for the first {@code
 *     objectionId} in what the team finds there, since ids are given by the services
 * @param body what is sent as JSON; with a file, what is said about it
 * @param evidence the file; null where there is none
 * @param key the idempotency key: the same in each run with the same seed, so a replay that was cut off can be taken up
 */
record Act(
        LocalDate day,
        String team,
        String user,
        String path,
        Map<String, Object> body,
        Evidence evidence,
        String key) {}
