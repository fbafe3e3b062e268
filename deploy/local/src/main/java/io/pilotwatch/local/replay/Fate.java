package io.pilotwatch.local.replay;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;

/** What others decide over a pilot: that it rests, ends, has to put something right, may let others speak for it. */
final class Fate {

    private static final String OFFICE = "office";

    private final Story story;
    private final Diary diary;

    Fate(Story story) {
        this.story = story;
        this.diary = story.diary();
    }

    /** Written first: the other parts keep to it. */
    void befall() {
        switch (story.episode()) {
            case SUSPENDED -> suspend(after(LocalDate.of(2022, 10, 11), 60));
            case TERMINATED ->
                end(
                        after(LocalDate.of(2023, 3, 7), 60),
                        OFFICE,
                        "/terminations",
                        Map.of("reason", "长期未推进试点任务，经督促仍无改进。"));
            case WITHDRAWN ->
                end(
                        after(LocalDate.of(2023, 2, 7), 60),
                        story.pilot().team(),
                        "/withdrawals",
                        Map.of("reason", "单位职能调整，申请退出试点。"));
            case DELEGATED -> delegate(after(LocalDate.of(2022, 7, 5), 90));
            case RECTIFYING -> rectify(after(LocalDate.of(2022, 8, 2), 60));
            default -> {}
        }
    }

    private LocalDate after(LocalDate day, int within) {
        return diary.actingDay(day.plusDays(story.chance().nextInt(within)));
    }

    private void suspend(LocalDate from) {
        var to = diary.actingDay(from.plusDays(56));
        diary.act(from, OFFICE, register("/suspensions"), Map.of("reason", "主体单位改组，暂停试点。"));
        diary.act(to, OFFICE, register("/resumptions"), Map.of("reason", "改组完成，恢复试点。"));
        diary.rest(from, to);
    }

    private void end(LocalDate day, String user, String path, Map<String, Object> body) {
        diary.act(day, user, register(path), body);
        diary.end(day);
    }

    private void delegate(LocalDate from) {
        var to = diary.actingDay(from.plusDays(240));
        var organisation = story.friend().organisation();
        var address = URLEncoder.encode(organisation, StandardCharsets.UTF_8);
        diary.act(from, OFFICE, register("/delegations"), Map.of("organisation", organisation, "reason", "委托其代为填报进展。"));
        diary.act(to, OFFICE, register("/delegations/" + address + "/revocations"), Map.of("reason", "委托期满。"));
        diary.delegate(story.friend().team(), from, to);
    }

    /** One answer is not enough; the second one is. */
    private void rectify(LocalDate ordered) {
        var all = "/compliance-alert/api/v1/pilots/" + story.pilot().pilotId() + "/rectifications";
        var one = "/compliance-alert/api/v1/rectifications/{rectificationId in " + all + "}";
        var team = story.pilot().team();
        var lead = story.pilot().lead();
        var answered = diary.actingDay(ordered.plusDays(30));
        var again = diary.actingDay(answered.plusDays(25));
        diary.act(
                ordered,
                lead,
                all,
                Map.of(
                        "demand",
                        "数据共享授权手续不全，请限期整改。",
                        "due",
                        ordered.plusDays(45).toString()));
        diary.act(answered, team, one + "/answers", Map.of("answer", "已补办三个部门的授权手续。"));
        diary.act(diary.next(answered), lead, one + "/returns", Map.of("reason", "仍缺一个部门的授权。"));
        diary.act(again, team, one + "/answers", Map.of("answer", "全部授权手续已补齐。"));
        var accepted = diary.next(again);
        diary.act(accepted, lead, one + "/acceptances", Map.of("note", "整改到位。"));
        new Reports(story).handInMonthly(ordered, accepted);
    }

    /** The end of a pilot that did all that it planned by this day: it is evaluated, and passes or not. */
    void evaluate(LocalDate done) {
        var opening = story.programme().deadline().minusDays(9);
        var began = diary.actingDay(done.isBefore(opening) ? opening : done.plusDays(1));
        diary.act(began, OFFICE, register("/evaluations"), Map.of("reason", "里程碑全部完成，进入终期评估。"));
        var decided = diary.next(began);
        if (story.episode() == Episode.PROHIBITED) {
            // Nobody passes or fails it before a person has looked into what it wrote.
            return;
        }
        if (story.episode() == Episode.FAILED) {
            end(decided, OFFICE, "/failures", Map.of("reason", "应用成效未达到任务书承诺。"));
        } else {
            boolean excellent =
                    story.behaviour() == Behaviour.PUNCTUAL && story.chance().nextInt(100) < 25;
            var grade = excellent ? "excellent" : "qualified";
            end(decided, OFFICE, "/completions", Map.of("grade", grade, "reason", "终期评估通过。"));
        }
    }

    private String register(String path) {
        return "/intake/api/v1/pilots/" + story.pilot().pilotId() + path;
    }
}
