package io.pilotwatch.milestone.pages;

import io.pilotwatch.contracts.MilestoneState;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.milestone.MilestoneView;
import java.util.List;

/**
 * One milestone with all that its pages say around it.
 *
 * @param before the milestones that must be reached before it is claimed
 * @param returned what the lead said when it gave back the last claim; null where that stands or there is none
 * @param refused what the lead said to the last request for a later day; null where it did not refuse it
 */
public record Sheet(
        Place place,
        MilestoneView milestone,
        List<MilestoneView> before,
        @Nullable Said returned,
        @Nullable Said refused) {

    /** Where it is. */
    public String path() {
        return place.milestone(milestone.milestoneId());
    }

    /** What its drafts are called, so that a receipt ends the right one. */
    public String draft(String what) {
        return what + ":" + place.pilotId() + ":" + milestone.milestoneId();
    }

    private boolean is(MilestoneState state) {
        return milestone.state().code().equals(state.name());
    }

    /** Whether the team may still report on it, claim it and ask for more time. */
    public boolean open() {
        return is(MilestoneState.PLANNED) || is(MilestoneState.IN_PROGRESS);
    }

    /** Whether the lead is to decide on a claim. */
    public boolean claimed() {
        return is(MilestoneState.CLAIMED);
    }

    /** Whether it is reached. */
    public boolean reached() {
        return is(MilestoneState.REACHED);
    }

    /** Whether the plan left it out. */
    public boolean cancelled() {
        return is(MilestoneState.CANCELLED);
    }

    /** Whether the reader may post on it now. */
    public boolean mayPost() {
        return place.mayPost() && open();
    }

    /** Whether the reader may ask for a later day now. */
    public boolean mayAsk() {
        return mayPost() && milestone.requestedDue() == null;
    }

    /** Whether all that must be reached before it is. */
    public boolean ready() {
        return before.stream().allMatch(m -> m.state().code().equals(MilestoneState.REACHED.name()));
    }
}
