package io.pilotwatch.compliancealert.oracle;

import io.pilotwatch.compliancealert.oracle.Tale.Accepted;
import io.pilotwatch.compliancealert.oracle.Tale.AnswerAccepted;
import io.pilotwatch.compliancealert.oracle.Tale.AnswerReturned;
import io.pilotwatch.compliancealert.oracle.Tale.Answered;
import io.pilotwatch.compliancealert.oracle.Tale.Approved;
import io.pilotwatch.compliancealert.oracle.Tale.Attached;
import io.pilotwatch.compliancealert.oracle.Tale.Cancelled;
import io.pilotwatch.compliancealert.oracle.Tale.ClaimReturned;
import io.pilotwatch.compliancealert.oracle.Tale.Claimed;
import io.pilotwatch.compliancealert.oracle.Tale.Ended;
import io.pilotwatch.compliancealert.oracle.Tale.Extended;
import io.pilotwatch.compliancealert.oracle.Tale.Filed;
import io.pilotwatch.compliancealert.oracle.Tale.Happening;
import io.pilotwatch.compliancealert.oracle.Tale.Ordered;
import io.pilotwatch.compliancealert.oracle.Tale.ReportReturned;
import io.pilotwatch.compliancealert.oracle.Tale.Reported;
import io.pilotwatch.compliancealert.oracle.Tale.Resumed;
import io.pilotwatch.compliancealert.oracle.Tale.Suspended;
import io.pilotwatch.compliancealert.oracle.Tale.Updated;
import io.pilotwatch.contracts.Programme;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;

/**
 * Makes up what befalls a pilot with ten milestones: plans filed late or never, work reported, held back and called back,
 * claims without evidence, extensions, silence, suspensions, ends. The same seed makes the same tale.
 */
public final class Tales {

    private final Programme programme;
    private final List<Instant> steps;
    private final Random random;
    private final List<Happening> wishes = new ArrayList<>();

    private Tales(Programme programme, List<Instant> steps, Random random) {
        this.programme = programme;
        this.steps = steps;
        this.random = random;
    }

    /** A tale that begins with the first step of the clock and may reach beyond the last. */
    public static Tale tell(String pilotId, Programme programme, List<Instant> steps, long seed) {
        return new Tales(programme, steps, new Random(seed)).tell(pilotId);
    }

    private Tale tell(String pilotId) {
        var first = dayOf(steps.getFirst());
        // Some were published before anybody ran this service.
        var approvedOn = first.plusDays(between(-80, 60));
        var approved = in(approvedOn.isBefore(first) ? first : approvedOn);
        wishes.add(new Approved(approved));
        if (chance(95)) {
            plan(dayOf(approved).plusDays(chance(75) ? between(3, 50) : between(50, 140)));
        }
        reports(approvedOn);
        standing(first);
        if (chance(30)) {
            rectification(pilotId + "-r1");
            rectification(pilotId + "-r2");
        }
        silence(first);
        return new Tale(pilotId, approvedOn, possible(approved));
    }

    private void plan(LocalDate filedOn) {
        var due = new LinkedHashMap<String, LocalDate>();
        for (int i = 1; i <= 10; i++) {
            due.put("m" + i, filedOn.plusDays(between(2, 650)));
        }
        wishes.add(new Filed(in(filedOn), due));
        due.forEach((id, day) -> milestone(id, filedOn, day));
    }

    private void milestone(String id, LocalDate filedOn, LocalDate due) {
        var deadline = programme.deadline();
        int percent = 0;
        for (var day = filedOn.plusDays(between(1, 60));
                day.isBefore(due.plusDays(90));
                day = day.plusDays(between(5, 90))) {
            percent = Math.max(0, Math.min(100, percent + (chance(80) ? between(0, 25) : -between(1, 45))));
            var forecast = chance(40)
                    ? null
                    : chance(85) ? due.plusDays(between(-20, 60)) : deadline.plusDays(between(-5, 60));
            wishes.add(new Updated(in(day), id, 0, percent, forecast));
        }
        if (chance(20)) {
            wishes.add(new Extended(in(due.plusDays(between(-25, 40))), id, due.plusDays(between(41, 160))));
        }
        if (chance(6)) {
            wishes.add(new Cancelled(in(due.plusDays(between(-60, 60))), id));
        }
        if (chance(80)) {
            claims(id, due.plusDays(between(-40, 75)));
        }
    }

    private void claims(String id, LocalDate claimedOn) {
        wishes.add(new Claimed(in(claimedOn), id));
        if (chance(75)) {
            wishes.add(new Attached(in(claimedOn.plusDays(chance(50) ? -between(0, 5) : between(0, 9))), id));
        }
        var decided = claimedOn.plusDays(between(0, 25));
        if (chance(75)) {
            wishes.add(new Accepted(in(decided), id));
            return;
        }
        wishes.add(new ClaimReturned(in(decided), id));
        if (chance(80)) {
            claims(id, decided.plusDays(between(1, 40)));
        }
    }

    private void reports(LocalDate approvedOn) {
        var begin = LocalDate.of(approvedOn.getYear(), (approvedOn.getMonthValue() - 1) / 3 * 3 + 1, 1);
        for (; begin.isBefore(programme.deadline()); begin = begin.plusMonths(3)) {
            var code = begin.getYear() + "-Q" + (begin.getMonthValue() + 2) / 3;
            if (chance(85)) {
                report(code, begin.plusMonths(3).plusDays(14 + (chance(60) ? between(-20, 0) : between(1, 50))));
            }
        }
    }

    private void report(String code, LocalDate day) {
        wishes.add(new Reported(in(day), code));
        if (chance(20)) {
            var returned = day.plusDays(between(0, 25));
            wishes.add(new ReportReturned(in(returned), code));
            if (chance(80)) {
                wishes.add(new Reported(in(returned.plusDays(between(0, 35))), code));
            }
        }
    }

    private void standing(LocalDate first) {
        if (chance(25)) {
            var day = first.plusDays(between(70, 600));
            wishes.add(new Suspended(in(day)));
            wishes.add(new Resumed(in(day.plusDays(between(1, 150)))));
        }
        if (chance(10)) {
            wishes.add(new Ended(in(first.plusDays(between(100, 690))), chance(30)));
        }
    }

    /** Rectifications are said where the alerts are, hence at a step of the clock. */
    private void rectification(String id) {
        int at = between(steps.size() / 8, steps.size() - 100);
        var ordered = steps.get(at);
        wishes.add(new Ordered(ordered, id, dayOf(ordered).plusDays(between(5, 40))));
        while (chance(80)) {
            at += between(5, 90);
            if (at + 30 >= steps.size()) {
                return;
            }
            wishes.add(new Answered(steps.get(at), id));
            at += between(1, 20);
            if (chance(60)) {
                wishes.add(new AnswerAccepted(steps.get(at), id));
                return;
            }
            wishes.add(new AnswerReturned(steps.get(at), id));
        }
    }

    /** Nothing is heard of the team for a long while. */
    private void silence(LocalDate first) {
        if (chance(50)) {
            var from = in(first.plusDays(between(40, 450)));
            var to = from.plusSeconds(86_400L * between(55, 220));
            wishes.removeIf(
                    h -> Tale.WORDS_OF_THE_TEAM.contains(h.getClass()) && h.at().isAfter(from) && h.at().isBefore(to));
        }
    }

    /** Of what was wished for, in order, what the other services would let happen. */
    private List<Happening> possible(Instant approved) {
        var happened = new Happened();
        wishes.stream()
                .filter(wish -> !wish.at().isBefore(approved))
                .sorted(Comparator.comparing(Happening::at))
                .forEach(happened::tryNext);
        return happened.happenings();
    }

    private Instant in(LocalDate day) {
        // Never at a whole minute, at which the clock steps.
        return day.atStartOfDay(programme.zone()).toInstant().plusSeconds(60L * between(0, 1439) + between(1, 59));
    }

    private LocalDate dayOf(Instant at) {
        return at.atZone(programme.zone()).toLocalDate();
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }
}
