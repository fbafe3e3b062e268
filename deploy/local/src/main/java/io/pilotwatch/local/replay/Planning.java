package io.pilotwatch.local.replay;

import io.pilotwatch.local.replay.Script.Planned;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How a pilot comes by its task book, and by another one later. */
final class Planning {

    /** The day on which the plan was accepted, and what it promises. */
    record Plan(LocalDate filed, List<Planned> milestones) {}

    private static final LocalDate REPLANNED = LocalDate.of(2023, 1, 24);
    private static final int HALVED = 4;
    private static final String TASK_BOOK = "/task-book";

    private final Story story;
    private final Diary diary;

    Planning(Story story) {
        this.story = story;
        this.diary = story.diary();
    }

    /** Most take the programme's template; some plan milestones of their own. Some plans are returned once. */
    Plan file() {
        var chance = story.chance();
        var submitted = diary.actingDay(story.programme().start().plusDays(14 + chance.nextInt(40)));
        boolean replanned = story.episode() == Episode.REPLANNED || story.episode() == Episode.NOT_REPLANNED;
        boolean own = replanned || chance.nextInt(100) < 12;
        var milestones = own ? own() : story.programme().template();
        var body = own ? body(milestones) : Map.<String, Object>of();
        diary.team(submitted, TASK_BOOK, body);
        var decided = diary.next(submitted);
        if (chance.nextInt(100) < 6) {
            diary.lead(decided, TASK_BOOK + "/returns", Map.of("reason", "请细化验收标准后重新提交。"));
            diary.team(diary.next(decided), TASK_BOOK, body);
            decided = diary.next(diary.next(decided));
        }
        diary.lead(decided, TASK_BOOK + "/acceptances", Map.of("note", "同意备案。"));
        return new Plan(decided, replanned ? replan(milestones) : milestones);
    }

    /** Asks for one milestone more, which takes half of another one's weight; returns the plan that comes of it. */
    private List<Planned> replan(List<Planned> plan) {
        var wanted = new ArrayList<>(plan);
        var halved = plan.get(HALVED);
        int taken = halved.weight() / 2;
        wanted.set(
                HALVED,
                new Planned(halved.id(), halved.title(), halved.due(), halved.weight() - taken, halved.critical()));
        wanted.add(
                HALVED + 1,
                new Planned(
                        "m" + (plan.size() + 1),
                        Map.of("zh", "形成可复制推广的经验材料", "en", "Lessons written up for others to copy"),
                        halved.due().plusDays(30),
                        taken,
                        false));
        var path = TASK_BOOK + "/changes";
        var decided = diary.next(REPLANNED);
        diary.team(REPLANNED, path, Map.of("milestones", milestones(wanted), "reason", "新增推广任务，申请调整任务书。"));
        boolean granted = story.episode() == Episode.REPLANNED;
        diary.lead(
                decided,
                path + "/2/" + (granted ? "acceptances" : "refusals"),
                Map.of("reason", granted ? "同意调整。" : "现有任务尚未完成，暂不调整。"));
        return granted ? wanted : plan;
    }

    /** The template's milestones, some of them some weeks earlier, each waiting for the one before. */
    private List<Planned> own() {
        var own = new ArrayList<Planned>();
        for (var planned : story.programme().template()) {
            var due = planned.due().minusDays(7L * story.chance().nextInt(3));
            own.add(new Planned(planned.id(), planned.title(), due, planned.weight(), planned.critical()));
        }
        return own;
    }

    private static Map<String, Object> body(List<Planned> plan) {
        return Map.of("milestones", milestones(plan), "indicators", Indicators.TARGETS);
    }

    private static List<Map<String, Object>> milestones(List<Planned> plan) {
        var milestones = new ArrayList<Map<String, Object>>();
        String before = null;
        for (var planned : plan) {
            milestones.add(milestone(planned, before));
            before = planned.id();
        }
        return milestones;
    }

    private static Map<String, Object> milestone(Planned planned, String before) {
        var milestone = new LinkedHashMap<String, Object>();
        milestone.put("milestoneId", planned.id());
        milestone.put("title", planned.title());
        milestone.put("due", planned.due().toString());
        milestone.put("weight", planned.weight());
        milestone.put("critical", planned.critical());
        milestone.put(
                "criterion", Map.of("zh", "主管部门确认验收材料", "en", "The lead regulator confirms the acceptance documents"));
        milestone.put("dependsOn", before == null ? List.of() : List.of(before));
        return milestone;
    }
}
