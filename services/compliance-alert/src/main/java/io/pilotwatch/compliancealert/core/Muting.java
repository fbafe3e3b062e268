package io.pilotwatch.compliancealert.core;

import io.pilotwatch.contracts.AlertEvent.Mute;
import io.pilotwatch.contracts.AlertEvent.MuteCause;
import io.pilotwatch.contracts.AlertEvent.Waiver;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.contracts.Text;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Why nobody is told of a breach that holds. It is evaluated beneath, so that nothing has to be caught up when that ends.
 * The weightiest cause is the one that is said.
 */
public final class Muting {

    private Muting() {}

    /** What mutes this breach now, among all that hold of the same pilot; empty where somebody is to be told. */
    public static Optional<Mute> of(Breach breach, List<Breach> all, Facts facts, Programme programme, Instant now) {
        return byState(breach, facts)
                .or(() -> byDeadline(breach, all, programme))
                .or(() -> facts.waivers()
                        .covering(breach.rule(), breach.subject(), now)
                        .filter(_ -> isOwed(breach))
                        .map(waiver -> waived(waiver, programme)));
    }

    private static boolean isOwed(Breach breach) {
        return Rules.named(breach.rule()).map(Rule::ofWhatIsOwed).orElse(false);
    }

    private static Optional<Mute> byState(Breach breach, Facts facts) {
        var state = facts.pilot().state();
        if (!isOwed(breach)) {
            return Optional.empty();
        }
        if (state.isSuspended()) {
            return Optional.of(
                    new Mute(MuteCause.PILOT_SUSPENDED, null, new Text("试点已暂停。", "The pilot is suspended.")));
        }
        var name = state.text();
        return state.isEnded()
                ? Optional.of(new Mute(
                        MuteCause.PILOT_ENDED,
                        null,
                        new Text("试点已结束（%s）。".formatted(name.zh()), "The pilot has ended (%s).".formatted(name.en()))))
                : Optional.empty();
    }

    /** One alert for the whole pilot says it; a second one for each milestone would only hide it. */
    private static Optional<Mute> byDeadline(Breach breach, List<Breach> all, Programme programme) {
        var missed = all.stream().anyMatch(b -> b.rule().equals(Rules.DEADLINE_MISSED));
        return breach.rule().equals(Rules.MILESTONE_OVERDUE) && missed
                ? Optional.of(new Mute(
                        MuteCause.DEADLINE_MISSED,
                        null,
                        new Text(
                                "总期限 %s 已过，由试点逾期预警统一提示。".formatted(programme.deadline()),
                                "The programme's deadline %s has passed; one alert for the whole pilot says so."
                                        .formatted(programme.deadline()))))
                : Optional.empty();
    }

    private static Mute waived(Waiver waiver, Programme programme) {
        var until = programme.dayOf(waiver.until().minusNanos(1));
        return new Mute(
                MuteCause.WAIVER,
                waiver.waiverId(),
                new Text(
                        "%s 豁免至 %s：%s".formatted(waiver.by(), until, waiver.reason()),
                        "Waived by %s until %s: %s".formatted(waiver.by(), until, waiver.reason())));
    }
}
