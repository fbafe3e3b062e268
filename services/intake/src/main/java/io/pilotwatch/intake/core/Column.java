package io.pilotwatch.intake.core;

/** The columns of a list of pilots, found by name in any order. */
public enum Column {
    SEQ,
    KIND,
    FIELD_ZH,
    FIELD_EN,
    ORGANISATION_ZH,
    REGION_ZH,
    SOURCE,
    SYNTHETIC;

    /** The name in the header. */
    public String header() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** Whether a list without it cannot be read; the real list has no {@link #SYNTHETIC}. */
    public boolean isRequired() {
        return this != SYNTHETIC;
    }
}
