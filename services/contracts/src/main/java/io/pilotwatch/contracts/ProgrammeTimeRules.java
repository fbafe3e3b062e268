package io.pilotwatch.contracts;

import static io.pilotwatch.contracts.ProgrammeRules.each;

import io.pilotwatch.contracts.Programme.Threshold;
import io.pilotwatch.contracts.ProgrammeRules.Report;
import java.time.LocalDate;
import java.util.List;

/** The rules that {@link ProgrammeCheck} holds a programme's thresholds, escalation, rating and calendar to. */
final class ProgrammeTimeRules {

    private ProgrammeTimeRules() {}

    static void thresholds(Programme p, Report report) {
        p.rules().forEach((rule, thresholds) -> {
            var at = "/rules/" + rule.replace("~", "~0").replace("/", "~1");
            report.unless(rule.matches("[A-Z]+(_[A-Z]+)*"), at, "is not a rule name in UPPER_SNAKE case");
            report.unless(!thresholds.isEmpty(), at, "has no threshold");
            values(thresholds, at, report);
            for (int i = 1; i < thresholds.size(); i++) {
                var before = thresholds.get(i - 1);
                var falls = thresholds.get(i).severity().compareTo(before.severity()) < 0;
                report.unless(!falls, at + "/" + i + "/severity", "is less grave than the threshold before it");
                report.unless(
                        thresholds.get(i).in() == before.in(),
                        at + "/" + i + "/in",
                        "is not " + before.in() + " as the threshold before it");
            }
        });
    }

    /** Values run one way, up or down as the rule counts, so that the next threshold is always the graver one. */
    private static void values(List<Threshold> thresholds, String rule, Report report) {
        boolean up = thresholds.size() > 1
                && thresholds.get(1).at() > thresholds.get(0).at();
        for (int i = 0; i < thresholds.size(); i++) {
            int value = thresholds.get(i).at();
            var pointer = rule + "/" + i + "/at";
            inRange(thresholds.get(i), pointer, report);
            report.unless(value != 0 || thresholds.size() == 1, pointer, "is 0, which only stands alone");
            int before = i == 0 ? 0 : thresholds.get(i - 1).at();
            boolean ordered = up ? value > before : value < before;
            // Beside a 0 that stands in the wrong place there is no order to speak of.
            report.unless(i == 0 || value * before == 0 || ordered, pointer, "is out of order after " + before);
        }
    }

    private static void inRange(Threshold threshold, String pointer, Report report) {
        int at = threshold.at();
        switch (threshold.in()) {
            case DAYS, WORKING_DAYS -> report.unless(at >= 0, pointer, "is below 0 days");
            case PERCENT -> report.unless(1 <= at && at <= 100, pointer, "is not 1 to 100 percent");
            case PERIODS -> report.unless(at >= 2, pointer, "is below 2 periods");
            case GRADE -> report.unless(at == 1 || at == 2, pointer, "is neither grade 1 nor 2");
        }
    }

    static void escalation(Programme p, Report report) {
        var e = p.escalation();
        var at = "/escalation/";
        report.unless(e.acknowledgedForWorkingDays() > 0, at + "acknowledgedForWorkingDays", "is not above 0");
        report.unless(e.superiorAfterWorkingDays() > 0, at + "superiorAfterWorkingDays", "is not above 0");
        report.unless(
                e.officeAfterWorkingDays() >= e.superiorAfterWorkingDays(),
                at + "officeAfterWorkingDays",
                "is before the superior is told, after " + e.superiorAfterWorkingDays());
    }

    static void rating(Programme p, Report report) {
        var r = p.rating();
        report.unless(r.amberDaysLate() > 0, "/rating/amberDaysLate", "is not above 0");
        report.unless(
                r.redCriticalDaysLate() >= r.amberDaysLate(),
                "/rating/redCriticalDaysLate",
                "is red before it is amber, at " + r.amberDaysLate());
        report.unless(r.redReportDaysOverdue() > 0, "/rating/redReportDaysOverdue", "is not above 0");
        percent(r.amberIndicatorPercent(), "/rating/amberIndicatorPercent", report);
        percent(r.forecastFromPercent(), "/rating/forecastFromPercent", report);
    }

    private static void percent(int percent, String pointer, Report report) {
        report.unless(0 <= percent && percent <= 100, pointer, "is not 0 to 100 percent");
    }

    static void calendar(Programme p, Report report) {
        var years = p.calendar().years();
        each(years, "/calendar/years", (year, at) -> {
            each(year.holidays(), at + "/holidays", (holiday, where) -> {
                report.unless(!holiday.to().isBefore(holiday.from()), where + "/to", "is before the first day off");
                report.unless(isNear(year, holiday.from()), where + "/from", "is no day of " + year.year());
            });
            each(year.workdays(), at + "/workdays", (day, where) -> {
                report.unless(isNear(year, day), where, "is no day of " + year.year());
                report.unless(Calendar.isWeekend(day), where, "is worked in any case: it is no Saturday or Sunday");
            });
        });
        for (int i = 1; i < years.size(); i++) {
            int before = years.get(i - 1).year();
            report.unless(years.get(i).year() > before, "/calendar/years/" + i + "/year", "is not after " + before);
        }
    }

    /** New Year's days off, and the day that makes up for them, may lie at the end of the year before. */
    private static boolean isNear(Calendar.Year year, LocalDate day) {
        return day.getYear() == year.year() || day.plusDays(7).getYear() == year.year();
    }
}
