package io.pilotwatch.contracts;

/**
 * From when on the system rates a pilot worse than green.
 *
 * @param amberDaysLate days by which an open milestone is late; no more than {@code redCriticalDaysLate}
 * @param redCriticalDaysLate days that an open critical milestone has to be later than
 * @param redReportDaysOverdue days that a report has to be overdue longer than; one that is overdue at all is amber
 * @param amberIndicatorPercent percent of its planned path that an indicator has to be below
 * @param forecastFromPercent percent of a plan's weight that must have fallen due before the system's forecast counts: on
 *     less it says too little
 */
public record RatingThresholds(
        int amberDaysLate,
        int redCriticalDaysLate,
        int redReportDaysOverdue,
        int amberIndicatorPercent,
        int forecastFromPercent) {}
