package io.pilotwatch.intake.core;

import io.pilotwatch.contracts.Nullable;
import java.util.List;

/**
 * What an applicant states, or has stated so far: a text that is still missing is empty.
 *
 * @param kind code of a kind
 * @param fields codes of fields
 * @param tags codes of the fields' sub-tags
 * @param scenarios names of the scenarios
 * @param level code of the applicant's level
 * @param levelReason why an applicant of an unusual level asks
 * @param synthetic made for a demonstration
 * @param contact whom to ask about it, told to nobody but the programme office; null where nobody is named
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
        boolean synthetic,
        @Nullable Contact contact) {

    /** One that names nobody to ask. */
    public Wish(
            String kind,
            List<String> fields,
            List<String> tags,
            String organisation,
            String region,
            String summary,
            List<String> scenarios,
            @Nullable String level,
            @Nullable String levelReason,
            boolean synthetic) {
        this(kind, fields, tags, organisation, region, summary, scenarios, level, levelReason, synthetic, null);
    }

    /** One of which nothing is stated yet but whose it is. */
    public static Wish of(String organisation, boolean synthetic) {
        return new Wish("", List.of(), List.of(), organisation, "", "", List.of(), null, null, synthetic);
    }

    /** The same, asking for this. */
    public Wish asking(String otherKind, List<String> otherFields, List<String> otherTags) {
        return new Wish(
                otherKind,
                otherFields,
                otherTags,
                organisation,
                region,
                summary,
                scenarios,
                level,
                levelReason,
                synthetic,
                contact);
    }

    /** The same, from such an applicant. */
    public Wish from(String otherRegion, @Nullable String otherLevel, @Nullable String why, boolean madeUp) {
        return new Wish(
                kind, fields, tags, organisation, otherRegion, summary, scenarios, otherLevel, why, madeUp, contact);
    }

    /** The same, to show this. */
    public Wish showing(String otherSummary) {
        return new Wish(
                kind,
                fields,
                tags,
                organisation,
                region,
                otherSummary,
                scenarios,
                level,
                levelReason,
                synthetic,
                contact);
    }

    /** The same, with these scenarios. */
    public Wish in(List<String> others) {
        return new Wish(
                kind, fields, tags, organisation, region, summary, others, level, levelReason, synthetic, contact);
    }

    /** The same, with this person to ask. */
    public Wish askedOf(@Nullable Contact person) {
        return new Wish(
                kind, fields, tags, organisation, region, summary, scenarios, level, levelReason, synthetic, person);
    }
}
