package io.pilotwatch.milestone;

import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.platform.Words;

/** What may be said with an acceptance or a claim. */
public record Remark(@Nullable @Words String note) {}
