package io.pilotwatch.reporting.core;

import java.math.BigDecimal;

/** Decimals that are equal whenever their values are. */
final class Exact {

    private Exact() {}

    /** Without zeros that say nothing and without an exponent: 1.50 is 1.5, and 1E+3 is 1000. */
    static BigDecimal plain(BigDecimal value) {
        var plain = value.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }
}
