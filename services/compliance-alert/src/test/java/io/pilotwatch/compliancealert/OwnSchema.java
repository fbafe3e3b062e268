package io.pilotwatch.compliancealert;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The real service on a schema of its own, so that it has no other pilots and its tally begins at nothing. It polls no
 * topic and sweeps by no timer: the test hands it what it hears, and decides when it sweeps.
 */
public abstract class OwnSchema implements QuarkusTestProfile {

    /** Its name. */
    abstract String schema();

    @Override
    public Map<String, String> getConfigOverrides() {
        var config = new HashMap<String, String>();
        config.put("quarkus.datasource.jdbc.additional-jdbc-properties.currentSchema", schema());
        config.put("quarkus.flyway.schemas", schema());
        config.put("quarkus.flyway.clean-at-start", "true");
        config.put("quarkus.flyway.clean-disabled", "false");
        config.put("pilotwatch.sweep.every", "off");
        config.put("pilotwatch.recount.every", "24h");
        config.put("mp.messaging.incoming.events.enabled", "false");
        return config;
    }

    @Override
    public Set<Class<?>> getEnabledAlternatives() {
        return Set.of(OwnClock.class);
    }
}
