package io.pilotwatch.compliancealert.core;

import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Refusal;
import io.pilotwatch.contracts.Text;

/** Why a decision on a flag is refused. */
public enum ConductRefusal implements Refusal {
    CONDUCT_ALREADY_DECIDED("已作出核实结论。", "It was decided already."),
    CONDUCT_NO_LONGER_FOUND("新版词库不再命中，无需核实。", "A newer vocabulary does not find it, so there is nothing to decide.");

    private final Text text;

    ConductRefusal(String zh, String en) {
        text = new Text(zh, en);
    }

    @Override
    public Text text() {
        return text;
    }

    @Override
    @Nullable
    public String pointer() {
        return null;
    }
}
