package io.pilotwatch.milestone.pages;

import io.pilotwatch.contracts.PilotState;

/**
 * The pilot that a page is about, and what its reader may do with it.
 *
 * @param synthetic made for a demonstration; must be marked wherever it shows
 * @param team whether the reader speaks for the pilot unit
 * @param lead whether the reader decides on it
 */
public record Head(
        String pilotId, String organisation, boolean synthetic, PilotState state, boolean team, boolean lead) {

    /** Whether the reader can post something for it now. */
    public boolean canWrite() {
        return team && !state.isEnded() && !state.isSuspended();
    }

    /** Below this its pages are. */
    public String path() {
        return "/milestone/pilots/" + pilotId;
    }
}
