package io.pilotwatch.platform;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Without the database nothing can be answered. Without the broker everything can, since what is said waits in the outbox: it
 * has no check.
 */
@Readiness
@ApplicationScoped
class DatabaseCheck implements HealthCheck {

    private final Pressure pressure;

    DatabaseCheck(Pressure pressure) {
        this.pressure = pressure;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("database")
                .status(pressure.databaseAnswers())
                .build();
    }
}
