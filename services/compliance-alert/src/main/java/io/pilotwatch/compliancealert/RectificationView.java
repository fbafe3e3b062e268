package io.pilotwatch.compliancealert;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.pilotwatch.compliancealert.core.Rectification;
import io.pilotwatch.contracts.Named;
import io.pilotwatch.contracts.PilotEvent.Pilot;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A rectification as the API shows it.
 *
 * @param organisation the pilot unit
 * @param synthetic whether the pilot was made for a demonstration
 * @param revision counts its changes from 1
 * @param demand what is to be put right
 * @param orderedOn programme day of the order
 * @param due last programme day on which it is to be answered
 * @param state ORDERED, ANSWERED or ACCEPTED
 * @param answer the answer that stands or was last returned; null before the first
 * @param evidenceIds of the answer
 * @param answeredOn programme day of the answer; null with it
 * @param overdue an answer is owed and its due day has passed: a fact beside the state
 * @param daysLate days past the due day, of the answer that stands, else by now; acceptance does not erase them
 */
@JsonInclude(Include.ALWAYS)
public record RectificationView(
        String rectificationId,
        String pilotId,
        String organisation,
        boolean synthetic,
        long revision,
        String demand,
        LocalDate orderedOn,
        LocalDate due,
        Named state,
        String answer,
        List<String> evidenceIds,
        LocalDate answeredOn,
        boolean overdue,
        int daysLate) {

    /** A rectification with all that ever happened to it, oldest first. */
    public record WithHistory(RectificationView rectification, List<Step> history) {}

    /**
     * One thing that happened to a rectification.
     *
     * @param what RectificationOrdered, RectificationAnswered, RectificationReturned or RectificationAccepted
     * @param by the account that acted
     * @param text the demand, the answer, the reason or the note; null where there is no note
     * @param evidenceIds of an answer; otherwise empty
     */
    @JsonInclude(Include.ALWAYS)
    public record Step(long revision, String what, Instant at, String by, String text, List<String> evidenceIds) {}

    static RectificationView of(Rectification r, Pilot pilot, LocalDate today) {
        return of(r, pilot.organisation(), pilot.synthetic(), today);
    }

    static RectificationView of(Rectification r, String organisation, boolean synthetic, LocalDate today) {
        var told = r.told();
        return new RectificationView(
                told.rectificationId(),
                told.pilotId(),
                organisation,
                synthetic,
                r.revision(),
                told.demand(),
                told.orderedOn(),
                told.due(),
                new Named(told.state().name(), told.state().text()),
                told.answer(),
                told.evidenceIds(),
                r.answer() == null ? null : r.answer().on(),
                r.isOverdue(today),
                r.daysLate(today));
    }
}
