package io.pilotwatch.milestone;

import io.pilotwatch.platform.Words;
import jakarta.validation.constraints.NotBlank;

/** Why it is decided so. */
public record Reason(@NotBlank @Words String reason) {}
