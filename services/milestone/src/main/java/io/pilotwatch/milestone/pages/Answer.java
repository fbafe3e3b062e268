package io.pilotwatch.milestone.pages;

import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.platform.pages.Spoken;

/**
 * What was filled in, for its sender to check, or for the receipt.
 *
 * @param name of the field
 * @param value in words; null where nothing was filled in
 */
public record Answer(String name, Spoken label, @Nullable String value) {}
