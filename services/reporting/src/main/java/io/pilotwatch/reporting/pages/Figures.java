package io.pilotwatch.reporting.pages;

import io.pilotwatch.contracts.Rating;
import io.quarkus.qute.TemplateExtension;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** How numbers look on these pages, and what stands in their addresses. */
@TemplateExtension
final class Figures {

    private static final int HUNDRED = 100;
    private static final int THOUSAND = 1_000;

    private Figures() {}

    /** A number with its thousands apart, as both languages write it. */
    static String grouped(Number number) {
        // Nearly all of a page's hundreds of numbers are such, and a format is dear to make.
        if (!(number instanceof BigDecimal) && Math.abs(number.longValue()) < THOUSAND) {
            return number.toString();
        }
        return new DecimalFormat("#,##0.####", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(number);
    }

    /** A share from 0 to 1 in whole percent. */
    static String percent(BigDecimal share) {
        return new DecimalFormat("0.#%", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(share);
    }

    /** A part of a whole in whole percent; nothing of nothing is none. */
    static String shareOf(int part, int whole) {
        return whole == 0 ? "0%" : Math.round((double) part * HUNDRED / whole) + "%";
    }

    /** What a number is more than another, with its sign. */
    static String since(long after, long before) {
        long by = after - before;
        return (by > 0 ? "+" : by < 0 ? "−" : "") + grouped(Math.abs(by));
    }

    /** The colour that charts draw a rating in. */
    static String ratingColour(String rating) {
        return switch (Rating.valueOf(rating)) {
            case GREEN -> "--state-final-evaluation";
            case AMBER -> "--state-taskbook-filed";
            case RED -> "--bad";
            case NOT_RATED -> "--state-approved";
        };
    }

    /** A code as a part of an address; some are words in Chinese. */
    static String inAddress(String code) {
        return URLEncoder.encode(code, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
