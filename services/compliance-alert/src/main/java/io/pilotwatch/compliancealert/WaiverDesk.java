package io.pilotwatch.compliancealert;

import io.pilotwatch.compliancealert.core.Facts;
import io.pilotwatch.compliancealert.core.Waivers;
import io.pilotwatch.compliancealert.core.Waiving;
import io.pilotwatch.contracts.AlertEvent;
import io.pilotwatch.contracts.AlertEvent.Waiver;
import io.pilotwatch.contracts.Decision;
import io.pilotwatch.contracts.Decision.Decided;
import io.pilotwatch.contracts.Decision.Refused;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.LongConsumer;

/** Where waivers are granted, ended and looked at. They are kept with the pilot's facts, since the rules need them there. */
@ApplicationScoped
public class WaiverDesk {

    private final PilotDoor pilots;
    private final Hearing hearing;
    private final WaiverRows rows;
    private final Clock clock;

    WaiverDesk(PilotDoor pilots, Hearing hearing, WaiverRows rows, Clock clock) {
        this.pilots = pilots;
        this.hearing = hearing;
        this.rows = rows;
        this.clock = clock;
    }

    /** A pilot's, oldest first. */
    public List<WaiverView> list(Caller caller, String pilotId) {
        var now = clock.instant();
        return pilots.visible(caller, pilotId).waivers().byId().values().stream()
                .map(known -> WaiverView.of(known, now))
                .toList();
    }

    /** A new one, by the pilot's lead or by the office. */
    public WaiverView grant(Caller caller, Waiver asked) {
        pilots.lockedForLead(caller, asked.pilotId());
        var now = clock.instant();
        return settle(Waiving.grant(asked, now), now);
    }

    /**
     * One ends before its time.
     *
     * @param condition refuses another revision than the caller means
     */
    public WaiverView end(Caller caller, String pilotId, String waiverId, String reason, LongConsumer condition) {
        var known = known(pilots.lockedForLead(caller, pilotId), waiverId);
        condition.accept(known.revision());
        var now = clock.instant();
        return settle(Waiving.end(known, reason, caller.name(), now), now);
    }

    private static Waivers.Known known(Facts facts, String waiverId) {
        var known = facts.waivers().byId().get(waiverId);
        if (known == null) {
            throw Problem.notFound(waiverId);
        }
        return known;
    }

    private WaiverView settle(Decision<Waivers.Known> decision, Instant now) {
        return switch (decision) {
            case Refused(var refusal) -> throw Problem.of(refusal);
            case Decided(var next, var events) -> {
                var event = (AlertEvent) events.getFirst();
                hearing.said(event, now);
                rows.save(event);
                yield WaiverView.of(next, now);
            }
        };
    }
}
