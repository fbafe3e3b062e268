package io.pilotwatch.contracts;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A span of whole months for which something is reported, such as the third quarter of 2022.
 *
 * @param from its first programme day
 * @param to its last programme day
 */
public record Period(LocalDate from, LocalDate to) {

    /** The lengths in months that have a code, and what marks them in it. */
    private static final Map<Integer, String> MARKS = Map.of(1, "", 3, "Q", 6, "H", 12, "Y");

    private static final Pattern CODE = Pattern.compile("(\\d{4})-(?:(0[1-9]|1[0-2])|Q([1-4])|H([12])|(Y))");

    /** The period of that many months, 1, 3, 6 or 12, in which the day lies. */
    public static Period containing(LocalDate day, int months) {
        if (!MARKS.containsKey(months)) {
            throw new IllegalArgumentException("no periods of " + months + " months");
        }
        int first = (day.getMonthValue() - 1) / months * months + 1;
        var from = LocalDate.of(day.getYear(), first, 1);
        return new Period(from, from.plusMonths(months).minusDays(1));
    }

    /** Whether periods can have this many months. */
    public static boolean isLength(int months) {
        return MARKS.containsKey(months);
    }

    /** The period with this code; empty where it is none. */
    public static Optional<Period> ofCode(String code) {
        var parts = CODE.matcher(code);
        if (!parts.matches()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(parts.group(1));
        if (parts.group(2) != null) {
            return Optional.of(starting(year, Integer.parseInt(parts.group(2)), 1));
        }
        if (parts.group(3) != null) {
            return Optional.of(starting(year, 3 * Integer.parseInt(parts.group(3)) - 2, 3));
        }
        return Optional.of(
                parts.group(4) != null
                        ? starting(year, 6 * Integer.parseInt(parts.group(4)) - 5, 6)
                        : starting(year, 1, 12));
    }

    private static Period starting(int year, int month, int months) {
        return containing(LocalDate.of(year, month, 1), months);
    }

    /** {@code 2022-07}, {@code 2022-Q3}, {@code 2022-H2} or {@code 2022-Y}. */
    public String code() {
        int months = months();
        var number = (from.getMonthValue() - 1) / months + 1;
        return switch (months) {
            case 1 -> YearMonth.from(from).toString();
            case 12 -> from.getYear() + "-Y";
            default -> from.getYear() + "-" + MARKS.get(months) + number;
        };
    }

    /** How many months it has. */
    public int months() {
        return to.getMonthValue() - from.getMonthValue() + 1;
    }

    /** The one after it, as long. */
    public Period next() {
        return containing(to.plusDays(1), months());
    }

    /** The period in words. */
    public Text text() {
        int months = months();
        int number = (from.getMonthValue() - 1) / months + 1;
        return switch (months) {
            case 1 -> new Text("%d年%d月".formatted(from.getYear(), from.getMonthValue()), code());
            case 3 ->
                new Text("%d年第%d季度".formatted(from.getYear(), number), "Q%d %d".formatted(number, from.getYear()));
            case 6 ->
                new Text(
                        "%d年%s半年".formatted(from.getYear(), number == 1 ? "上" : "下"),
                        "H%d %d".formatted(number, from.getYear()));
            default -> new Text("%d年".formatted(from.getYear()), Integer.toString(from.getYear()));
        };
    }
}
