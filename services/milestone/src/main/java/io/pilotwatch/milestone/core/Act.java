package io.pilotwatch.milestone.core;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Who acts on which pilot, and when.
 *
 * @param by the account
 * @param day the programme day of {@code at}
 */
public record Act(String pilotId, String by, Instant at, LocalDate day) {}
