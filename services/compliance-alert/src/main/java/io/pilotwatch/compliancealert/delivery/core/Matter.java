package io.pilotwatch.compliancealert.delivery.core;

import io.pilotwatch.contracts.Nullable;
import java.time.LocalDate;
import java.util.List;

/**
 * Of whom a notice speaks, beside what its alert says.
 *
 * @param organisation the pilot unit
 * @param synthetic whether the pilot was made for a demonstration
 * @param fields codes of the pilot's fields
 * @param due the programme day by which what the alert is about is owed; null where nothing falls due
 */
public record Matter(
        String pilotId,
        String organisation,
        boolean synthetic,
        List<String> fields,
        @Nullable LocalDate due) {}
