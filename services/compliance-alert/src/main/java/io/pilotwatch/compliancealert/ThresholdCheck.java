package io.pilotwatch.compliancealert;

import io.pilotwatch.compliancealert.core.Thresholds;
import io.pilotwatch.contracts.Programme;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Refuses to start with a threshold that its rule cannot read: later it would stop every evaluation. */
@ApplicationScoped
class ThresholdCheck {

    private final Programme programme;

    ThresholdCheck(Programme programme) {
        this.programme = programme;
    }

    void atStart(@Observes StartupEvent start) {
        var problems = Thresholds.problems(programme);
        if (!problems.isEmpty()) {
            throw new ConfigurationException("The programme file cannot be used:\n" + String.join("\n", problems));
        }
    }
}
