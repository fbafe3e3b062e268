package io.pilotwatch.milestone.pages;

import io.pilotwatch.contracts.Nullable;
import java.time.LocalDate;

/**
 * What somebody decided, in that one's words.
 *
 * @param words null where none were left
 * @param by the account; null where it is not known here
 * @param on programme day; null where it is not known here
 */
public record Said(
        @Nullable String words,
        @Nullable String by,
        @Nullable LocalDate on) {}
