package io.pilotwatch.compliancealert.core;

import io.pilotwatch.contracts.Text;

/** Where a flag stands. */
public enum ConductState {
    FOUND("待核实", "To be looked at"),
    CONFIRMED("核实违规", "Confirmed"),
    DISMISSED("核实不属违规", "Dismissed"),
    NO_LONGER_FOUND("新版词库不再命中", "No longer found");

    private final Text text;

    ConductState(String zh, String en) {
        text = new Text(zh, en);
    }

    /** In words. */
    public Text text() {
        return text;
    }
}
