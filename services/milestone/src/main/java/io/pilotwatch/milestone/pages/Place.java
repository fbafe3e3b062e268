package io.pilotwatch.milestone.pages;

import io.pilotwatch.contracts.Named;
import io.pilotwatch.milestone.Standing;
import io.pilotwatch.platform.Caller;

/**
 * A pilot as its pages need it at their head.
 *
 * @param organisation the unit
 * @param synthetic made for a demonstration; marked wherever it shows
 * @param mine whether the reader speaks for the unit
 * @param owes false while the pilot rests and after it has ended
 */
public record Place(String pilotId, String organisation, boolean synthetic, Named state, boolean mine, boolean owes) {

    static Place of(Standing pilot, Caller caller) {
        return new Place(
                pilot.subject().pilotId(),
                pilot.subject().organisation(),
                pilot.synthetic(),
                new Named(pilot.state().name(), pilot.state().text()),
                caller.mayReport(pilot.subject()),
                !pilot.state().isSuspended() && !pilot.state().isEnded());
    }

    /** Whether the reader may post something for it now. */
    public boolean mayPost() {
        return mine && owes;
    }

    /** Where its pages are. */
    public String path() {
        return "/milestone/pilots/" + pilotId;
    }

    /** Where the pages of one of its milestones are. */
    public String milestone(String milestoneId) {
        return path() + "/milestones/" + milestoneId;
    }
}
