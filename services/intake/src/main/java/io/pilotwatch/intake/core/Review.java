package io.pilotwatch.intake.core;

import io.pilotwatch.contracts.Programme;
import java.util.Map;

/**
 * One expert's opinion.
 *
 * @param scores 0 to 100 by criterion
 * @param score 0 to 100, weighted by the programme's criteria
 */
public record Review(String by, Map<String, Integer> scores, int score, boolean supports, String opinion) {

    /** The weighted mean, a half rounded up; weights are percent. */
    public static int weighted(Programme programme, Map<String, Integer> scores) {
        int hundredths = programme.admission().criteria().stream()
                .mapToInt(c -> c.weight() * scores.get(c.code()))
                .sum();
        return Math.floorDiv(hundredths + 50, 100);
    }
}
