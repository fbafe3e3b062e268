package io.pilotwatch.reporting;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.pilotwatch.contracts.Named;
import java.time.LocalDate;

/**
 * A pilot in a list.
 *
 * @param group the row of the portfolio that it is counted in
 * @param region empty where the source states none
 * @param rating the system's: {@code GREEN}, {@code AMBER}, {@code RED} or {@code NOT_RATED}
 * @param selfRating the team's own latest; {@code NOT_RATED} while it gave none
 * @param forecast programme day on which the last milestone is likely to be reached; null where it cannot be told
 * @param milestonesTotal without cancelled ones
 * @param daysLate days late over all milestones, reached and open: never erased
 * @param reports how punctual its periodic reports are
 * @param staleAlerts those of {@code openAlerts} that speak of the team's silence
 */
@JsonInclude(Include.ALWAYS)
public record PilotItem(
        String pilotId,
        int number,
        String organisation,
        Named group,
        Named kind,
        String region,
        boolean synthetic,
        Named state,
        Named rating,
        Named selfRating,
        PilotView.Finish finish,
        LocalDate forecast,
        int milestonesReached,
        int milestonesTotal,
        int overdueMilestones,
        int daysLate,
        PortfolioView.Punctuality reports,
        int openAlerts,
        int staleAlerts) {}
