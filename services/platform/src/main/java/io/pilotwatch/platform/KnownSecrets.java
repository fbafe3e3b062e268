package io.pilotwatch.platform;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.config.Config;

/**
 * Secrets that everybody can read in the sources are for a demonstration on one machine. A service that would work with one
 * elsewhere does not start.
 */
@ApplicationScoped
class KnownSecrets {

    private static final String DEMONSTRATION = "pilotwatch-demonstration";

    /** The identity client's secret seals the session, so it must be long enough for a key. */
    private static final int LEAST = 32;

    private final Config config;

    KnownSecrets(Config config) {
        this.config = config;
    }

    @Startup(1)
    void refuse() {
        if (LaunchMode.current() != LaunchMode.NORMAL || config.getValue("pilotwatch.demonstration", Boolean.class)) {
            return;
        }
        var faults = faults(name -> config.getOptionalValue(name, String.class).orElse(""));
        if (!faults.isEmpty()) {
            throw new ConfigurationException("This is no demonstration (PILOTWATCH_DEMONSTRATION is not true), so "
                    + String.join("; ", faults) + ". Give it by the environment or a file of PILOTWATCH_SECRETS.");
        }
    }

    /** What is wrong, never quoting a secret. */
    static List<String> faults(UnaryOperator<String> setting) {
        var faults = new ArrayList<String>();
        var oidc = setting.apply("pilotwatch.oidc.secret");
        if (oidc.equals(DEMONSTRATION)) {
            faults.add("pilotwatch.oidc.secret must not be the one that stands in the sources");
        } else if (oidc.length() < LEAST) {
            faults.add("pilotwatch.oidc.secret must have at least " + LEAST + " characters");
        }
        var logins = new ArrayList<>(List.of("quarkus.datasource"));
        // Whoever does not migrate does not sign in as the owner, and so is not told the owner's password.
        if (setting.apply("quarkus.flyway.migrate-at-start").equals("true")) {
            logins.add("quarkus.flyway");
        }
        for (var login : logins) {
            var user = setting.apply(login + ".username");
            if (!user.isEmpty() && user.equals(setting.apply(login + ".password"))) {
                faults.add(login + ".password must not be the user's name");
            }
        }
        return faults;
    }
}
