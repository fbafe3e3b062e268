package io.pilotwatch.milestone;

import io.pilotwatch.contracts.PilotState;
import io.pilotwatch.platform.Caller;
import java.time.LocalDate;

/**
 * A pilot, as far as it matters to what is decided on it.
 *
 * @param approvedOn programme day of its publication
 * @param synthetic made for a demonstration; must be marked wherever it shows
 */
public record Standing(Caller.Subject subject, PilotState state, LocalDate approvedOn, boolean synthetic) {}
