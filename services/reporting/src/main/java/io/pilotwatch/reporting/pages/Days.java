package io.pilotwatch.reporting.pages;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * As of which day a page is, and as of which days it could be.
 *
 * @param day the end of which is shown
 * @param first of the programme
 * @param today after which nobody knows anything
 */
record Days(LocalDate day, LocalDate first, LocalDate today) {

    /** An end of a quarter: how many days it is after the first. */
    record Quarter(long at, String name) {}

    public boolean past() {
        return day.isBefore(today);
    }

    /** The day from which a slider starts; a day before the programme can be asked for too. */
    public LocalDate from() {
        return Stream.of(first, day, today).min(LocalDate::compareTo).orElseThrow();
    }

    public long at() {
        return at(day);
    }

    public long last() {
        return at(today);
    }

    private long at(LocalDate other) {
        return ChronoUnit.DAYS.between(from(), other);
    }

    public List<Quarter> quarters() {
        return Stream.iterate(endOfQuarter(from()), end -> endOfQuarter(end.plusDays(1)))
                .takeWhile(end -> !end.isAfter(today))
                .map(end -> new Quarter(at(end), end.toString()))
                .toList();
    }

    private static LocalDate endOfQuarter(LocalDate day) {
        return day.with(IsoFields.DAY_OF_QUARTER, 1).plusMonths(3).minusDays(1);
    }

    /** What an address ends with so that the page that it leads to is as of the same day. */
    public String query() {
        return query(Map.of());
    }

    /** The list of all pilots. */
    public String pilots() {
        return "/reporting/pilots" + query();
    }

    /** The same where the address has parameters already. */
    public String andDay() {
        return past() ? "&asOf=" + day : "";
    }

    /** The same with parameters. */
    String query(Map<String, String> parameters) {
        var all = new LinkedHashMap<>(parameters);
        if (past()) {
            all.put("asOf", day.toString());
        }
        return all.isEmpty()
                ? ""
                : all.entrySet().stream()
                        .map(p -> p.getKey() + "=" + URLEncoder.encode(p.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&", "?", ""));
    }
}
