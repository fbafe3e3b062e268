package io.pilotwatch.contracts;

import java.util.List;

/**
 * Which pilots are nominated as typical cases: those that meet all that is required and have points enough.
 *
 * @param leastPoints of 100
 * @param criteria whose points add up to 100; a merit may be asked for more than once, at different marks
 */
public record TypicalCases(int leastPoints, List<Criterion> criteria) {

    /**
     * One thing that is asked for.
     *
     * @param at the mark: the least that will do, and of {@link Merit#CONFIRMED_CONDUCT} the most
     * @param points that meeting it brings
     * @param required whether a pilot that does not meet it is not nominated, however many points it has
     */
    public record Criterion(Merit merit, int at, int points, boolean required) {}

    /** What is judged. */
    public enum Merit {
        /** The grade of the final evaluation: 1 for the lowest with which one passes, one more for each better one. */
        GRADE("终期评估等次", "Grade"),
        /** Percent of the planned milestones. */
        MILESTONES_REACHED("里程碑完成", "Milestones reached"),
        /** Percent of the reports and milestones that were due. */
        ON_TIME("按期率", "On time"),
        /** Postings confirmed to be prohibited conduct. */
        CONFIRMED_CONDUCT("已确认违规", "Confirmed prohibited conduct"),
        /** Indicators that have come to their target. */
        INDICATORS_AT_TARGET("指标达标", "Indicators at target"),
        /** Of those, the ones for which a third party or the authority vouches. */
        INDICATORS_VOUCHED("达标指标经核验", "Indicators at target and vouched for"),
        /** Pieces of evidence that the authority verified. */
        EVIDENCE_VERIFIED("佐证材料经核验", "Evidence verified"),
        /** Scenarios in which it was tried, so that others can follow. */
        SCENARIOS("可复制、可推广", "Replicable");

        private final Text text;

        Merit(String zh, String en) {
            text = new Text(zh, en);
        }

        /** The merit in words. */
        public Text text() {
            return text;
        }
    }
}
