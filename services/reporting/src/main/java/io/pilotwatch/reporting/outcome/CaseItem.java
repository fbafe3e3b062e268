package io.pilotwatch.reporting.outcome;

import io.pilotwatch.contracts.Named;
import io.pilotwatch.reporting.outcome.core.CaseBook;
import java.util.List;

/**
 * How a pilot does as a typical case.
 *
 * @param field its row of the portfolio
 * @param synthetic made for a demonstration; must be marked wherever it shows
 * @param points of 100
 * @param nominated it meets all that is required and has points enough
 * @param reasons by each criterion; one that is required and not met rules the pilot out
 */
public record CaseItem(
        String pilotId,
        int number,
        String organisation,
        Named field,
        String region,
        boolean synthetic,
        int points,
        boolean nominated,
        List<CaseBook.Reason> reasons) {}
