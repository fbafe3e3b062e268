package io.pilotwatch.contracts;

/**
 * Who is told when nobody acknowledges an alert, in working days of the programme's calendar since its addressee was told.
 *
 * @param acknowledgedForWorkingDays for how long an acknowledgement stands before the alert is told again
 */
public record Escalation(int acknowledgedForWorkingDays, int superiorAfterWorkingDays, int officeAfterWorkingDays) {}
