package io.pilotwatch.reporting;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.pilotwatch.contracts.Named;

/**
 * A pilot in a list.
 *
 * @param group the row of the portfolio that it is counted in
 * @param rating {@code NOT_RATED} while there is no task book or no word from the team; null otherwise, until ratings exist
 * @param milestonesTotal without cancelled ones
 * @param staleAlerts those of {@code openAlerts} that speak of the team's silence
 */
@JsonInclude(Include.ALWAYS)
public record PilotItem(
        String pilotId,
        int number,
        String organisation,
        Named group,
        boolean synthetic,
        Named state,
        Named rating,
        PilotView.Finish finish,
        int milestonesReached,
        int milestonesTotal,
        int overdueMilestones,
        int openAlerts,
        int staleAlerts) {}
