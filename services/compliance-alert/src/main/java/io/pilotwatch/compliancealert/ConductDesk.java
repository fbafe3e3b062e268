package io.pilotwatch.compliancealert;

import io.pilotwatch.compliancealert.core.Conduct;
import io.pilotwatch.compliancealert.core.ConductState;
import io.pilotwatch.compliancealert.core.Facts;
import io.pilotwatch.compliancealert.core.Flag;
import io.pilotwatch.contracts.AlertEvent;
import io.pilotwatch.contracts.Decision.Decided;
import io.pilotwatch.contracts.Decision.Refused;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.function.LongConsumer;

/** Where flags are looked at and decided on. They are kept with the pilot's facts, since the rules need them there. */
@ApplicationScoped
public class ConductDesk {

    private final PilotDoor pilots;
    private final ConductViews views;
    private final ConductRows rows;
    private final Hearing hearing;
    private final Clock clock;

    ConductDesk(PilotDoor pilots, ConductViews views, ConductRows rows, Hearing hearing, Clock clock) {
        this.pilots = pilots;
        this.views = views;
        this.rows = rows;
        this.hearing = hearing;
        this.clock = clock;
    }

    /** By id, after this one. */
    List<ConductFlagView> list(Caller caller, ConductViews.Filter filter, String after, int most) {
        return views.list(caller, filter, after, most);
    }

    /** One with its history. */
    public ConductFlagView.WithHistory look(Caller caller, String flagId) {
        var facts = pilots.visible(caller, pilotId(flagId));
        var flag = flag(facts, flagId);
        if (!maySee(caller, facts, flag)) {
            throw Problem.notFound(flagId);
        }
        return new ConductFlagView.WithHistory(
                view(facts, flag),
                rows.history(flagId).stream().map(ConductFlagView::step).toList());
    }

    /**
     * The pilot's lead, or the office, says whether it is prohibited conduct.
     *
     * @param condition refuses another revision than the caller means
     */
    public ConductFlagView decide(
            Caller caller, String flagId, boolean confirmed, String reason, LongConsumer condition) {
        var facts = pilots.lockedForLead(caller, pilotId(flagId));
        var flag = flag(facts, flagId);
        condition.accept(flag.changes());
        var now = clock.instant();
        return switch (Conduct.decide(flag, confirmed, reason, caller.name(), now)) {
            case Refused(var refusal) -> throw Problem.of(refusal);
            case Decided(var next, var events) -> {
                hearing.said((AlertEvent) events.getFirst(), now);
                yield view(facts, next);
            }
        };
    }

    /** A team sees what was decided of it; until then a flag is a suspicion, which is the regulators' to look into. */
    private static boolean maySee(Caller caller, Facts facts, Flag flag) {
        var decided = flag.state() == ConductState.CONFIRMED || flag.state() == ConductState.DISMISSED;
        var fields = facts.pilot().pilot().fields();
        return decided
                || caller.seesAll()
                || caller.is(Caller.REGULATOR) && !Collections.disjoint(caller.fields(), fields);
    }

    private static ConductFlagView view(Facts facts, Flag flag) {
        var pilot = facts.pilot().pilot();
        return ConductFlagView.of(flag, pilot.organisation(), pilot.synthetic());
    }

    private static Flag flag(Facts facts, String flagId) {
        var flag = facts.flags().get(flagId);
        if (flag == null) {
            throw Problem.notFound(flagId);
        }
        return flag;
    }

    private static String pilotId(String flagId) {
        return Conduct.pilotId(flagId).orElseThrow(() -> Problem.notFound(flagId));
    }
}
