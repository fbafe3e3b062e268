package io.pilotwatch.local.replay;

import io.pilotwatch.contracts.Period;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/** The reports that a team owes: one a quarter, and one a month while it rectifies. */
final class Reports {

    private final Story story;
    private final Diary diary;
    private final RandomGenerator chance;
    private final Indicators indicators;

    Reports(Story story) {
        this.story = story;
        this.diary = story.diary();
        this.chance = story.chance();
        this.indicators = new Indicators(story);
    }

    /** From the day on which the plan was accepted to the one on which the team was last heard of. */
    void handIn(LocalDate filed, LocalDate last) {
        var first = Period.containing(story.programme().start(), 3);
        for (var quarter = first; !quarter.from().isAfter(story.programme().deadline()); quarter = quarter.next()) {
            var day = day(quarter, filed);
            // Now and then one is forgotten.
            if (!day.isAfter(last) && chance.nextInt(100) >= 4) {
                indicators.record(day, quarter.code());
                handIn(quarter, day);
            }
        }
    }

    /** In the first days after the quarter, or weeks too late; the last one in the last days before the final evaluation. */
    private LocalDate day(Period quarter, LocalDate filed) {
        var deadline = story.programme().deadline();
        var ready = quarter.to().isBefore(deadline) ? quarter.to().plusDays(2) : deadline.minusDays(26);
        boolean late = story.behaviour() == Behaviour.LATE && chance.nextInt(100) < 40;
        var day = diary.actingDay(ready.plusDays(late ? 16 + chance.nextInt(30) : chance.nextInt(7)));
        return day.isAfter(filed) ? day : diary.next(filed);
    }

    private void handIn(Period period, LocalDate day) {
        var path = "/reports/" + period.code();
        diary.team(day, path + "/submissions", content(period));
        var decided = diary.next(day);
        if (chance.nextInt(100) < 6) {
            diary.lead(decided, path + "/returns", Map.of("reason", "请补充下期计划。"));
            diary.team(diary.next(decided), path + "/submissions", content(period));
            decided = diary.next(diary.next(decided));
        }
        diary.lead(decided, path + "/acceptances", Map.of("note", "收悉。"));
    }

    private Map<String, Object> content(Period period) {
        var content = new LinkedHashMap<String, Object>();
        content.put("summary", period.text().zh() + "各项任务有序推进，接入部门和上链数据稳步增加。");
        boolean behind = story.behaviour() == Behaviour.LATE;
        content.put("selfRating", behind ? "AMBER" : "GREEN");
        if (behind) {
            content.put("ratingReason", "部分里程碑晚于计划。");
        }
        content.put("nextPlan", "继续推进场景上线和部门接入。");
        return content;
    }

    /** A rectifying pilot's, for each month at whose end it still rectifies. */
    void handInMonthly(LocalDate ordered, LocalDate accepted) {
        for (var month = Period.containing(ordered, 1); month.to().isBefore(accepted); month = month.next()) {
            handIn(month, diary.actingDay(month.to().plusDays(2 + chance.nextInt(6))));
        }
    }
}
