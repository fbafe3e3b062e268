package io.pilotwatch.milestone.pages;

import io.pilotwatch.contracts.Text;
import java.math.BigDecimal;

/** What a plan promises of an indicator, by its name and in its unit. */
public record Goal(String code, Text name, Text unit, BigDecimal baseline, BigDecimal target) {}
