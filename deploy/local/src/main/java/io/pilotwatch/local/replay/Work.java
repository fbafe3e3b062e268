package io.pilotwatch.local.replay;

import io.pilotwatch.local.replay.Script.Planned;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** A team's work on its milestones, one after the other, from the first update to the accepted claim. */
final class Work {

    /** The day promised, and the one since which it is. */
    private record Promise(LocalDate due, LocalDate since) {}

    private final Story story;
    private final Diary diary;
    private final RandomGenerator chance;

    Work(Story story) {
        this.story = story;
        this.diary = story.diary();
        this.chance = story.chance();
    }

    /** Works on these; returns the day on which the last of them was accepted. */
    LocalDate pursue(List<Planned> plan, LocalDate filed) {
        var from = filed;
        for (var milestone : plan) {
            from = pursue(milestone, from);
        }
        return from;
    }

    private LocalDate pursue(Planned milestone, LocalDate from) {
        var promise = story.behaviour() == Behaviour.EXTENDED && milestone.critical()
                ? extend(milestone, from)
                : new Promise(milestone.due(), from);
        var promised = promise.due();
        boolean late = story.behaviour() == Behaviour.LATE && chance.nextInt(100) < 60;
        // In time means that two persons at the lead, who answer on acting days, can still accept by the day promised.
        var claim = diary.actingDay(
                late ? promised.plusDays(3 + chance.nextInt(70)) : promised.minusDays(12 + chance.nextInt(20)));
        claim = claim.isAfter(promise.since()) ? claim : diary.next(promise.since());
        new Updates(story).post(milestone, from, claim, late ? promised : claim);
        var claimed = chance.nextInt(100) < 6 ? returnOnce(milestone, claim) : claim;
        return claim(milestone, claimed);
    }

    /** The claim and its acceptance: a critical milestone's with evidence, and by two persons. */
    private LocalDate claim(Planned milestone, LocalDate day) {
        var path = "/milestones/" + milestone.id();
        if (milestone.critical()) {
            attach(milestone, day);
        }
        diary.team(day, path + "/claims", Map.of("note", "已达成，请审核。"));
        var accepted = diary.next(day);
        diary.lead(accepted, path + "/acceptances", Map.of("note", "材料齐全，予以确认。"));
        if (milestone.critical()) {
            accepted = diary.next(accepted);
            diary.secondLead(accepted, path + "/acceptances", Map.of("note", "复核无误。"));
        }
        return accepted;
    }

    private void attach(Planned milestone, LocalDate day) {
        boolean shared = story.episode() == Episode.SAME_FILE;
        var text = shared
                ? "Acceptance report"
                : "Acceptance report of " + story.pilot().pilotId() + " " + milestone.id();
        var sort = shared ? Evidence.Sort.PDF : Evidence.Sort.values()[chance.nextInt(3)];
        diary.attach(
                day,
                new Evidence(sort, "acceptance-" + milestone.id(), text),
                Map.of("milestoneId", milestone.id(), "kind", "test-report", "level", "THIRD_PARTY"));
    }

    /** The team asks, and the lead decides on the next acting day. */
    private Promise extend(Planned milestone, LocalDate from) {
        var asked = diary.actingDay(milestone.due().minusDays(20 + chance.nextInt(10)));
        var extended = milestone.due().plusDays(25 + chance.nextInt(45));
        var deadline = story.programme().deadline();
        var wanted = extended.isAfter(deadline) ? deadline : extended;
        boolean granted = chance.nextInt(100) < 80;
        if (!asked.isAfter(from) || !wanted.isAfter(milestone.due())) {
            return new Promise(milestone.due(), from);
        }
        var decided = diary.next(asked);
        var path = "/milestones/" + milestone.id() + "/extension-requests";
        diary.team(asked, path, Map.of("newDue", wanted.toString(), "reason", "上级系统改造延后，申请延期。"));
        if (granted) {
            diary.lead(decided, path + "/acceptances", Map.of("reason", "情况属实，同意延期。"));
            return new Promise(wanted, decided);
        }
        diary.lead(decided, path + "/refusals", Map.of("reason", "理由不充分，请按期完成。"));
        return new Promise(milestone.due(), decided);
    }

    private LocalDate returnOnce(Planned milestone, LocalDate claim) {
        var path = "/milestones/" + milestone.id();
        diary.team(claim, path + "/claims", Map.of("note", "申请确认。"));
        var returned = diary.next(claim);
        diary.lead(returned, path + "/returns", Map.of("reason", "缺少用户侧验证材料，请补充。"));
        var again = diary.next(returned);
        new Updates(story).say(milestone, again, 95, again.plusDays(7), "已补充验证材料。");
        return diary.next(again);
    }
}
