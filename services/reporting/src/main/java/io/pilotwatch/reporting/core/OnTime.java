package io.pilotwatch.reporting.core;

/**
 * How punctual something was that was due in a period: reports or milestones.
 *
 * @param period code of the period in which it fell due, such as {@code 2022-Q3}
 * @param expected due by the day asked for
 * @param received of those expected
 * @param onTime of those received
 */
public record OnTime(String period, int expected, int received, int onTime) {
    static java.util.List<OnTime> reports(
            PilotFacts facts, java.time.LocalDate day, io.pilotwatch.contracts.Programme programme) {
        return java.util.List.of();
    }

    static java.util.List<OnTime> milestones(PilotFacts.Plan plan, java.time.LocalDate day) {
        return java.util.List.of();
    }
}
