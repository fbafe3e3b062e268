package io.pilotwatch.local.replay;

import java.time.LocalDate;
import java.util.Map;

/**
 * One request of one person on one programme day.
 *
 * @param user who signs in for it
 * @param path under {@code /milestone/api/v1/pilots/{pilotId}}
 * @param key the idempotency key: the same in each run with the same seed, so a replay that was cut off can be taken up
 */
record Act(LocalDate day, String pilotId, String user, String path, Map<String, Object> body, String key) {}
