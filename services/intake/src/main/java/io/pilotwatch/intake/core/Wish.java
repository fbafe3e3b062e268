package io.pilotwatch.intake.core;

import io.pilotwatch.contracts.Nullable;
import java.util.List;

/**
 * What an applicant states.
 *
 * @param kind code of a kind
 * @param fields codes of fields
 * @param tags codes of the fields' sub-tags
 * @param scenarios names of the scenarios
 * @param level code of the applicant's level
 * @param levelReason why an applicant of an unusual level asks
 * @param synthetic made for a demonstration
 */
public record Wish(
        String kind,
        List<String> fields,
        List<String> tags,
        String organisation,
        String region,
        String summary,
        List<String> scenarios,
        @Nullable String level,
        @Nullable String levelReason,
        boolean synthetic) {}
