package io.pilotwatch.intake.core;

import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Refusal;
import io.pilotwatch.contracts.Text;
import java.util.List;

/** Several things at fault at once: told by the first one's name, each with its place. */
record Obstacles(List<IntakeRefusal> all) implements Refusal {

    @Override
    public String name() {
        return all.getFirst().name();
    }

    @Override
    public Text text() {
        return all.getFirst().text();
    }

    @Override
    @Nullable
    public String pointer() {
        return all.getFirst().pointer();
    }

    @Override
    public List<Fault> faults() {
        return all.stream().map(o -> new Fault(o.pointer(), o.text())).toList();
    }
}
