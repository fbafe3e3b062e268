package io.pilotwatch.intake.core;

import java.time.LocalDate;

/**
 * Who acts, and when.
 *
 * @param by the account
 * @param day the programme day of now
 */
public record Act(String by, LocalDate day) {}
