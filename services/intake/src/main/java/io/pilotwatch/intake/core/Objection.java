package io.pilotwatch.intake.core;

import io.pilotwatch.contracts.PilotEvent;

/** What somebody holds against a shortlisted application, and what became of it. */
public record Objection(String objectionId, String text, String by, State state) {

    /** An upheld one stands in the way of approval; a dismissed one does not. */
    public enum State {
        OPEN,
        UPHELD,
        DISMISSED
    }

    boolean is(State wanted) {
        return state == wanted;
    }

    Objection settled(boolean upheld) {
        return new Objection(objectionId, text, by, upheld ? State.UPHELD : State.DISMISSED);
    }

    PilotEvent.Objection told() {
        return new PilotEvent.Objection(objectionId, text);
    }
}
