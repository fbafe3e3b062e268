package io.pilotwatch.compliancealert;

import java.time.Instant;
import java.util.List;

/**
 * What the last proof of completeness came to.
 *
 * @param at when, by the wall clock
 * @param pilots that were looked at
 * @param differences how many alerts are missing, too many or wrong, and counts that do not add up; 0 where all is right
 * @param examples the first of them in words, for an operator
 */
public record RecountView(Instant at, long pilots, int differences, List<String> examples) {}
