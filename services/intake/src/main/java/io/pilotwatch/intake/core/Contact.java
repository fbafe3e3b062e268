package io.pilotwatch.intake.core;

import io.pilotwatch.contracts.Nullable;

/** A person to ask about a pilot; told to nobody but its team, its leads and the programme office. */
public record Contact(
        String name,
        @Nullable String role,
        @Nullable String phone,
        @Nullable String email) {}
