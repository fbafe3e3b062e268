package io.pilotwatch.local.replay;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * What one pilot's people do over the whole programme: a pure function of the seed and the pilot's number, so that two
 * runs tell the same story. People act on Tuesdays and Fridays.
 */
final class Script {

    /** A milestone of the programme's template. */
    record Planned(String id, LocalDate due, boolean critical) {}

    /**
     * A pilot that acts.
     *
     * @param lead the user who decides on its claims
     */
    record Pilot(String pilotId, int number, String lead) {
        String team() {
            return "team-%03d".formatted(number);
        }
    }

    /** The programme's days and its template. */
    record Programme(LocalDate start, LocalDate end, LocalDate deadline, List<Planned> template) {}

    private static final String PROHIBITED = "机房闲置服务器拟用于比特币挖矿，收益按月分红。";
    private static final List<String> NOTES = List.of(
            "本期按计划推进，接口联调完成。",
            "已接入两个部门的业务数据，正在核对。",
            "Integration test passed; onboarding the next department.",
            "节点部署完成，开展压力测试。",
            "与主管部门对接数据共享目录。",
            "User training held; feedback is being worked in.");

    private final long seed;
    private final Programme programme;
    private final Pilot pilot;
    private final RandomGenerator chance;
    private final Behaviour behaviour;
    private final boolean prohibited;
    private final List<Act> acts = new ArrayList<>();

    private Script(long seed, Programme programme, Pilot pilot, boolean prohibited) {
        this.seed = seed;
        this.programme = programme;
        this.pilot = pilot;
        this.prohibited = prohibited;
        // Not the seed plus the number: neighbours would then tell nearly the same story.
        this.chance = new SplittableRandom(seed * 1_000_003L + pilot.number());
        this.behaviour = prohibited ? Behaviour.PUNCTUAL : Behaviour.pick(chance);
    }

    /** All acts of all pilots by day; within a day each pilot's in the order in which they must come. */
    static List<Act> of(long seed, Programme programme, List<Pilot> pilots) {
        var chosen = (int) Math.floorMod(seed * 31, (long) Math.max(1, pilots.size()));
        var all = new ArrayList<Act>();
        for (int i = 0; i < pilots.size(); i++) {
            all.addAll(new Script(seed, programme, pilots.get(i), i == chosen).write());
        }
        all.sort(Comparator.comparing(Act::day));
        return all;
    }

    private List<Act> write() {
        if (behaviour == Behaviour.ABSENT) {
            return acts;
        }
        var filed = actingDay(programme.start().plusDays(14 + chance.nextInt(45)));
        act(filed, pilot.team(), "/task-book", Map.of());
        int lastHeardOf = behaviour == Behaviour.SILENT ? 1 + chance.nextInt(4) : Integer.MAX_VALUE;
        var from = filed;
        for (int i = 0; i < programme.template().size() && i < lastHeardOf; i++) {
            from = pursue(programme.template().get(i), from);
        }
        return acts;
    }

    /** One milestone from its first update to the accepted claim; returns the day of the claim. */
    private LocalDate pursue(Planned milestone, LocalDate from) {
        var promised = milestone.due();
        if (behaviour == Behaviour.EXTENDED && milestone.critical()) {
            promised = extend(milestone, from);
        }
        boolean late = behaviour == Behaviour.LATE && chance.nextInt(100) < 60;
        // In time means that the lead, who answers on the next acting day, can still accept by the day promised.
        var claim = actingDay(
                late ? promised.plusDays(3 + chance.nextInt(70)) : promised.minusDays(9 + chance.nextInt(20)));
        claim = claim.isAfter(from) ? claim : next(from);
        report(milestone, from, claim, late ? promised : claim);
        var claimed = chance.nextInt(100) < 6 ? returnOnce(milestone, claim) : claim;
        act(claimed, pilot.team(), "/milestones/" + milestone.id() + "/claims", Map.of("note", "已达成，请审核。"));
        act(
                next(claimed),
                pilot.lead(),
                "/milestones/" + milestone.id() + "/acceptances",
                Map.of("note", "材料齐全，予以确认。"));
        return claimed;
    }

    private LocalDate extend(Planned milestone, LocalDate from) {
        var asked = actingDay(milestone.due().minusDays(12 + chance.nextInt(10)));
        var extended = milestone.due().plusDays(25 + chance.nextInt(45));
        var granted = extended.isAfter(programme.deadline()) ? programme.deadline() : extended;
        if (!asked.isAfter(from) || !granted.isAfter(milestone.due())) {
            return milestone.due();
        }
        act(
                asked,
                pilot.lead(),
                "/milestones/" + milestone.id() + "/extensions",
                Map.of("newDue", granted.toString(), "reason", "上级系统改造延后，同意延期。"));
        return granted;
    }

    /** About one update a month. A late team believes in the promised day until it has passed. */
    private void report(Planned milestone, LocalDate from, LocalDate claim, LocalDate believed) {
        long days = claim.toEpochDay() - from.toEpochDay();
        for (var day = next(from.plusDays(8 + chance.nextInt(12)));
                day.isBefore(claim);
                day = next(day.plusDays(22 + chance.nextInt(14)))) {
            int percent = (int) (95 * (day.toEpochDay() - from.toEpochDay()) / days);
            var forecast = believed.isAfter(day) ? believed : day.plusDays(14);
            update(milestone, day, percent, forecast, note(milestone));
        }
    }

    private LocalDate returnOnce(Planned milestone, LocalDate claim) {
        var path = "/milestones/" + milestone.id();
        act(claim, pilot.team(), path + "/claims", Map.of("note", "申请确认。"));
        var returned = next(claim);
        act(returned, pilot.lead(), path + "/returns", Map.of("reason", "缺少用户侧验证材料，请补充。"));
        var again = next(returned);
        update(milestone, again, 95, again.plusDays(7), "已补充验证材料。");
        return next(again);
    }

    private void update(Planned milestone, LocalDate day, int percent, LocalDate forecast, String note) {
        act(
                day,
                pilot.team(),
                "/milestones/" + milestone.id() + "/updates",
                Map.of("percent", percent, "forecastDate", forecast.toString(), "note", note));
    }

    private String note(Planned milestone) {
        boolean middle = milestone
                .id()
                .equals(programme
                        .template()
                        .get(programme.template().size() / 2)
                        .id());
        return prohibited && middle ? PROHIBITED : NOTES.get(chance.nextInt(NOTES.size()));
    }

    private void act(LocalDate day, String user, String path, Map<String, Object> body) {
        if (day.isAfter(programme.end())) {
            return;
        }
        var key = "replay-%d-%s-%d".formatted(seed, pilot.pilotId(), acts.size());
        acts.add(new Act(day, pilot.pilotId(), user, path, body, key));
    }

    private static LocalDate actingDay(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.TUESDAY || day.getDayOfWeek() == DayOfWeek.FRIDAY ? day : next(day);
    }

    private static LocalDate next(LocalDate day) {
        var tuesday = day.with(TemporalAdjusters.next(DayOfWeek.TUESDAY));
        var friday = day.with(TemporalAdjusters.next(DayOfWeek.FRIDAY));
        return tuesday.isBefore(friday) ? tuesday : friday;
    }
}
