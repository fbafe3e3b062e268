package io.pilotwatch.reporting.scheduled;

import io.pilotwatch.contracts.Programme;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.Ids;
import io.pilotwatch.platform.Problem;
import io.pilotwatch.reporting.Filters;
import io.pilotwatch.reporting.core.Breakdown;
import io.pilotwatch.reporting.core.Search;
import io.pilotwatch.reporting.export.Report;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Who subscribes to which report. Changes run inside the caller's transaction. */
@ApplicationScoped
class ReportSubscriptionDesk {

    /** How many reports an account subscribes to. */
    static final int MOST = 20;

    private final ReportSubscriptionRows rows;
    private final Programme programme;
    private final Ids ids;
    private final Clock clock;

    ReportSubscriptionDesk(ReportSubscriptionRows rows, Programme programme, Ids ids, Clock clock) {
        this.rows = rows;
        this.programme = programme;
        this.ids = ids;
        this.clock = clock;
    }

    ReportSubscription subscribe(Caller caller, ReportSubscriptionResource.Wanted wanted) {
        check(Report.named(wanted.report()).orElseThrow(), wanted.wantedFilter());
        if (rows.countLocked(caller.name()) >= MOST) {
            throw Problem.of(ReportSubscriptionRefusal.TOO_MANY_REPORT_SUBSCRIPTIONS);
        }
        var subscription = new ReportSubscription(
                ids.next(),
                caller.name(),
                wanted.report(),
                wanted.wantedFilter(),
                wanted.language(),
                wanted.email(),
                wanted.weekday(),
                OffsetDateTime.ofInstant(clock.instant(), programme.zone()));
        rows.save(subscription, caller);
        return subscription;
    }

    /** The caller's own, oldest first, after this id. */
    List<ReportSubscription> list(Caller caller, String after, int limit) {
        return rows.of(caller.name(), after, limit);
    }

    ReportSubscription look(Caller caller, UUID id) {
        return rows.find(caller.name(), id).orElseThrow(() -> Problem.notFound(id.toString()));
    }

    void end(Caller caller, UUID id) {
        if (!rows.delete(caller.name(), id)) {
            throw Problem.notFound(id.toString());
        }
    }

    /** The tries to send one of the caller's own, latest first, after this key. */
    List<ReportTry> tries(Caller caller, UUID id, String after, int limit) {
        return rows.tries(look(caller, id).subscriptionId(), after, limit);
    }

    private void check(Report report, Filters filter) {
        var sought = filter.search(programme);
        var field = sought.rows().get(Breakdown.FIELD);
        if (report == Report.FIELD && (field == null || !sought.equals(search(Map.of(Breakdown.FIELD, field))))) {
            throw Problem.of(ReportSubscriptionRefusal.FIELD_ALONE);
        }
        if (report == Report.PORTFOLIO && !sought.equals(search(Map.of()))) {
            throw Problem.of(ReportSubscriptionRefusal.NO_FILTER_TAKEN);
        }
    }

    private static Search search(Map<Breakdown, String> rows) {
        return new Search(rows, null, null, null, null, null, List.of());
    }
}
