package io.pilotwatch.reporting;

import io.quarkus.qute.TemplateExtension;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** How amounts are written on a pilot's page. */
@TemplateExtension
final class Wording {

    private static final int KILO = 1024;

    private Wording() {}

    /** An amount with its thousands apart and no more decimals than it has. */
    static String grouped(BigDecimal amount) {
        var format = new DecimalFormat("#,##0.######", DecimalFormatSymbols.getInstance(Locale.ROOT));
        return format.format(amount);
    }

    /** A difference with its sign. */
    static String signed(long difference) {
        return difference > 0 ? "+" + difference : difference < 0 ? "−" + -difference : "0";
    }

    /** The size of a file in the unit that a person would name. */
    static String bytes(long size) {
        if (size < KILO) {
            return size + " B";
        }
        return size < KILO * KILO
                ? Math.ceilDiv(size, KILO) + " KB"
                : new DecimalFormat("0.0", DecimalFormatSymbols.getInstance(Locale.ROOT))
                                .format((double) size / KILO / KILO)
                        + " MB";
    }
}
