package io.pilotwatch.reporting.export;

import io.pilotwatch.reporting.PilotView;
import io.pilotwatch.reporting.Word;
import io.pilotwatch.reporting.core.BurnUp;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Charts as vectors. Each stands above the table with the same figures, so a reader needs no chart to know them. */
final class Charts {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 200;
    private static final int LEFT = 40;
    private static final int BOTTOM = 30;
    private static final int ROW = 16;
    private static final int LABELS = 60;

    private Charts() {}

    /** Promised, planned and reached, in percent, month by month. */
    static String burnUp(List<BurnUp.Month> months, Locale language) {
        var lines = Stream.of(
                        line(months, BurnUp.Month::promised, "#8895a5", "6 3"),
                        line(months, BurnUp.Month::planned, "#2f7fc4", "2 2"),
                        line(months, BurnUp.Month::reached, "#2c8a5b", "none"))
                .collect(Collectors.joining());
        var percents = IntStream.of(0, 50, 100)
                .mapToObj(p -> text(2, y(BigDecimal.valueOf(p)) + 3, p + "%"))
                .collect(Collectors.joining());
        var ends = months.isEmpty()
                ? ""
                : text(LEFT, HEIGHT - 16, months.getFirst().month().toString())
                        + text(WIDTH - 55, HEIGHT - 16, months.getLast().month().toString());
        var legend = text(LEFT, HEIGHT - 3, "- - " + Word.PROMISED.in(language))
                + text(LEFT + 150, HEIGHT - 3, "···· " + Word.PLANNED.in(language))
                + text(LEFT + 300, HEIGHT - 3, "—— " + Word.MILESTONES_REACHED.in(language));
        return svg(HEIGHT, Word.BURN_UP.in(language), percents + ends + legend + lines);
    }

    private static String line(
            List<BurnUp.Month> months, Function<BurnUp.Month, BigDecimal> of, String colour, String dashes) {
        var points = IntStream.range(0, months.size())
                .filter(i -> of.apply(months.get(i)) != null)
                .mapToObj(i -> x(i, months.size()) + "," + y(of.apply(months.get(i))))
                .collect(Collectors.joining(" "));
        return "<polyline fill='none' stroke='%s' stroke-width='2' stroke-dasharray='%s' points='%s'/>"
                .formatted(colour, dashes, points);
    }

    private static long x(int index, int count) {
        return LEFT + Math.round((double) index * (WIDTH - LEFT - 10) / Math.max(1, count - 1));
    }

    private static long y(BigDecimal percent) {
        return Math.round(HEIGHT - BOTTOM - percent.doubleValue() * (HEIGHT - BOTTOM - 10) / 100);
    }

    /** Each milestone's first promise (hollow), due day (bar) and day reached or forecast (filled). */
    static String timeline(PilotView pilot, Locale language) {
        var milestones = pilot.milestones();
        var days = milestones.stream()
                .flatMap(m -> Stream.of(m.baselineDue(), m.due(), m.forecast(), m.reachedOn()))
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        if (days.isEmpty()) {
            return "";
        }
        var axis = new Axis(days.getFirst().minusDays(14), days.getLast().plusDays(14));
        var rows = IntStream.range(0, milestones.size())
                .mapToObj(i -> row(milestones.get(i), axis, ROW * (i + 1)))
                .collect(Collectors.joining());
        int height = ROW * milestones.size() + 34;
        var legend = text(LABELS, height - 18, axis.from().toString())
                + text(WIDTH - 65, height - 18, axis.to().toString())
                + text(
                        LABELS,
                        height - 4,
                        "○ %s   | %s   ● %s / %s"
                                .formatted(
                                        Word.PROMISED.in(language),
                                        Word.DUE.in(language),
                                        Word.REACHED_ON.in(language),
                                        Word.FORECAST.in(language)));
        return svg(height, Word.MILESTONES.in(language), rows + legend);
    }

    private record Axis(LocalDate from, LocalDate to) {
        long x(LocalDate day) {
            double share = (double) (day.toEpochDay() - from.toEpochDay()) / (to.toEpochDay() - from.toEpochDay());
            return LABELS + Math.round(share * (WIDTH - LABELS - 10));
        }
    }

    private static String row(PilotView.Milestone m, Axis axis, int y) {
        var last = m.reachedOn() != null ? m.reachedOn() : m.forecast();
        var ground = "<line x1='%d' x2='%d' y1='%d' y2='%d' stroke='#cfd6de'/>".formatted(LABELS, WIDTH - 10, y, y);
        var promised = "<circle cx='%d' cy='%d' r='4' fill='none' stroke='#8895a5' stroke-width='1.5'/>"
                .formatted(axis.x(m.baselineDue()), y);
        var due = "<rect x='%d' y='%d' width='3' height='12' fill='#2f7fc4'/>".formatted(axis.x(m.due()) - 1, y - 6);
        var end = last == null
                ? ""
                : "<circle cx='%d' cy='%d' r='3.5' fill='%s'/>"
                        .formatted(axis.x(last), y, m.daysLate() > 0 ? "#b3261e" : "#2c8a5b");
        return text(2, y + 3, m.milestoneId()) + ground + promised + due + end;
    }

    private static String svg(int height, String title, String content) {
        return "<svg xmlns='http://www.w3.org/2000/svg' width='%d' height='%d' viewBox='0 0 %d %d' alt='%s'>%s</svg>"
                .formatted(WIDTH, height, WIDTH, height, escaped(title), content);
    }

    private static String text(long x, long y, String words) {
        return "<text x='%d' y='%d' font-family='Noto Sans SC' font-size='10' fill='#17202b'>%s</text>"
                .formatted(x, y, escaped(words));
    }

    private static String escaped(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;").replace("'", "&#39;");
    }
}
