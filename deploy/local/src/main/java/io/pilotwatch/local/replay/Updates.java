package io.pilotwatch.local.replay;

import io.pilotwatch.local.replay.Script.Planned;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a team says of a milestone while it works on it, about once a month. */
final class Updates {

    private static final String PROHIBITED = "机房闲置服务器拟用于比特币挖矿，收益按月分红。";
    private static final List<String> NOTES = List.of(
            "本期按计划推进，接口联调完成。",
            "已接入两个部门的业务数据，正在核对。",
            "Integration test passed; onboarding the next department.",
            "节点部署完成，开展压力测试。",
            "与主管部门对接数据共享目录。",
            "User training held; feedback is being worked in.");

    private final Story story;
    private final Diary diary;

    Updates(Story story) {
        this.story = story;
        this.diary = story.diary();
    }

    /** From one day to the claim. A late team believes in the promised day until it has passed. */
    void post(Planned milestone, LocalDate from, LocalDate claim, LocalDate believed) {
        var chance = story.chance();
        long days = claim.toEpochDay() - from.toEpochDay();
        for (var day = diary.next(from.plusDays(8 + chance.nextInt(12)));
                day.isBefore(claim);
                day = diary.next(day.plusDays(22 + chance.nextInt(14)))) {
            int percent = (int) (95 * (day.toEpochDay() - from.toEpochDay()) / days);
            var forecast = believed.isAfter(day) ? believed : day.plusDays(14);
            say(milestone, day, percent, forecast, note(milestone));
        }
    }

    /** One update. */
    void say(Planned milestone, LocalDate day, int percent, LocalDate forecast, String note) {
        var body = new LinkedHashMap<String, Object>();
        body.put("percent", percent);
        body.put("forecastDate", forecast.toString());
        body.put("note", note);
        rate(body, forecast.isAfter(milestone.due()));
        var path = "/milestones/" + milestone.id() + "/updates";
        diary.team(day, path, body);
    }

    private void rate(Map<String, Object> body, boolean late) {
        var chance = story.chance();
        if (late) {
            body.put("selfRating", "AMBER");
            body.put("ratingReason", "预计晚于计划时间完成。");
            body.put("deviations", List.of(Map.of("what", "进度晚于计划", "cause", "上级系统改造延后", "correction", "增派人员，分批上线")));
        } else if (chance.nextInt(100) < 60) {
            body.put("selfRating", "GREEN");
            body.put("ratingReason", "各项任务按计划推进。");
        }
        if (chance.nextInt(100) < 8) {
            body.put("risks", List.of(Map.of("what", "关键岗位人员变动", "level", "MEDIUM", "response", "已安排人员交接")));
        }
        if (chance.nextInt(100) < 5) {
            body.put("issues", List.of(Map.of("what", "数据接口标准不一致", "needs", "请主管部门协调统一标准")));
        }
    }

    private String note(Planned milestone) {
        var template = story.programme().template();
        boolean middle = milestone.id().equals(template.get(template.size() / 2).id());
        return story.episode() == Episode.PROHIBITED && middle
                ? PROHIBITED
                : NOTES.get(story.chance().nextInt(NOTES.size()));
    }
}
