package io.pilotwatch.compliancealert.core;

import io.pilotwatch.contracts.AlertEvent.Alert;

/** An alert with the revision at which it stands. */
public record Tracked(Alert alert, long revision) {}
