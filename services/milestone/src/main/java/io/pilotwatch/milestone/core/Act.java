package io.pilotwatch.milestone.core;

import java.time.LocalDate;

/**
 * Who acts on which pilot, and when.
 *
 * @param by the account
 * @param day the programme day of now
 */
public record Act(String pilotId, String by, LocalDate day) {}
