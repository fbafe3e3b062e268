package io.pilotwatch.intake;

import io.pilotwatch.platform.Words;
import jakarta.validation.constraints.NotBlank;

/** Why something is done, in the words of whoever does it. */
public record Reason(@NotBlank @Words String reason) {}
