package io.pilotwatch.intake;

import io.pilotwatch.contracts.Programme;
import io.pilotwatch.platform.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** With which applications somebody has something to do now, by what that one is in the programme. */
@ApplicationScoped
class WaitingFor {

    private static final String OWN = "state in ('DRAFT', 'RETURNED') and organisation = any(cast(:mine as text[]))";

    private static final String TO_REVIEW = """
            state = 'UNDER_REVIEW' and not exists (select from review r
                where r.pilot_id = application.pilot_id and r.round = application.round and r.by_account = :expert)""";

    private static final String TO_DECIDE = """
            state = 'RECOMMENDED'
            or state = 'UNDER_REVIEW' and (select count(distinct by_account) from review r
                where r.pilot_id = application.pilot_id and r.round = application.round) >= :enough
            or state = 'SHORTLISTED' and (comment_until < :today or exists (select from objection o
                where o.pilot_id = application.pilot_id and o.round = application.round and o.state = 'OPEN'))""";

    private final Programme programme;
    private final Clock clock;

    WaitingFor(Programme programme, Clock clock) {
        this.programme = programme;
        this.clock = clock;
    }

    /** Adds the condition to one on the table of applications. */
    void of(Caller caller, Where where) {
        var any = new ArrayList<String>(List.of("false"));
        if (caller.is(Caller.PILOT_TEAM)) {
            any.add(OWN);
            where.with("mine", caller.organisations().toArray(String[]::new));
        }
        if (caller.is(Caller.RECOMMENDER)) {
            any.add("state = 'SUBMITTED' and (" + String.join(" or ", where.inCharge(caller)) + ")");
        }
        if (caller.is(Caller.EXPERT)) {
            any.add(TO_REVIEW);
            where.with("expert", caller.name());
        }
        if (caller.is(Caller.PROGRAMME_OFFICE)) {
            any.add(TO_DECIDE);
            where.with("enough", programme.admission().leastReviews()).with("today", programme.dayOf(clock.instant()));
        }
        where.and(String.join(" or ", any));
    }
}
