package io.pilotwatch.compliancealert.pages;

import io.pilotwatch.compliancealert.AlertDesk;
import io.pilotwatch.compliancealert.AlertView;
import io.pilotwatch.compliancealert.RectificationDesk;
import io.pilotwatch.compliancealert.RectificationView;
import io.pilotwatch.compliancealert.WaiverDesk;
import io.pilotwatch.contracts.AlertEvent.Waiver;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.Ids;
import io.pilotwatch.platform.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.function.LongConsumer;

/** What people do about alerts on the pages, at the desks of the API. */
@ApplicationScoped
class AlertActs {

    /** How much a waiver spares the pilot. */
    enum Scope {
        /** This rule about this subject. */
        THIS,
        /** This rule, whatever it is about. */
        RULE,
        /** All that the pilot owes. */
        ALL
    }

    private final AlertDesk alerts;
    private final WaiverDesk waivers;
    private final RectificationDesk rectifications;
    private final Ids ids;
    private final Programme programme;

    AlertActs(AlertDesk alerts, WaiverDesk waivers, RectificationDesk rectifications, Ids ids, Programme programme) {
        this.alerts = alerts;
        this.waivers = waivers;
        this.rectifications = rectifications;
        this.ids = ids;
        this.programme = programme;
    }

    /** @param seen the revision that the person had before them; null for whichever there is */
    void acknowledge(Caller caller, String alertId, @Nullable String note, @Nullable Long seen) {
        alerts.acknowledge(caller, alertId, note, unchanged(seen));
    }

    /** @param seen as of {@link #acknowledge} */
    void dismiss(Caller caller, String alertId, String reason, @Nullable Long seen) {
        alerts.dismiss(caller, alertId, reason, unchanged(seen));
    }

    void comment(Caller caller, String alertId, String comment) {
        alerts.comment(caller, alertId, comment, _ -> {});
    }

    /** @param lastDay the last programme day of the waiver */
    void waive(Caller caller, AlertView alert, Scope scope, String reason, LocalDate lastDay) {
        waivers.grant(
                caller,
                new Waiver(
                        ids.next().toString(),
                        alert.pilotId(),
                        scope == Scope.ALL ? null : alert.rule().code(),
                        scope == Scope.THIS ? alert.subject() : null,
                        reason,
                        caller.name(),
                        programme.startOf(lastDay.plusDays(1)),
                        null));
    }

    RectificationView order(Caller caller, String pilotId, String demand, LocalDate due) {
        return rectifications.order(caller, pilotId, ids.next(), demand, due);
    }

    /** Nobody ends or answers for what they have not seen: it may have become graver since the page was opened. */
    private static LongConsumer unchanged(@Nullable Long seen) {
        return current -> {
            if (seen != null && seen != current) {
                throw new Problem(412, "STALE", Word.CHANGED_MEANWHILE.text());
            }
        };
    }
}
