package io.pilotwatch.compliancealert.delivery;

import io.pilotwatch.compliancealert.delivery.core.Hours;
import io.pilotwatch.contracts.Programme;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalTime;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** When the daily reports are due. */
@ApplicationScoped
class HeartbeatHours {

    private final Hours hours;

    HeartbeatHours(Programme programme, @ConfigProperty(name = "pilotwatch.heartbeat.at") LocalTime at) {
        this.hours = new Hours(at, programme);
    }

    Hours hours() {
        return hours;
    }
}
