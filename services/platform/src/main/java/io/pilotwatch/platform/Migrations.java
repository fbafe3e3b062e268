package io.pilotwatch.platform;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.util.Arrays;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Stops the start where the schema is older than this service: a service that does not migrate itself, and so need not know
 * its database's owner, has to be started after who does. A newer schema is well, as during a rolling update.
 */
@ApplicationScoped
class Migrations {

    private final Flyway flyway;
    private final DataSource database;

    Migrations(Flyway flyway, DataSource database) {
        this.flyway = flyway;
        this.database = database;
    }

    /** Before anybody else asks the database. */
    void check(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE - 1) StartupEvent event) {
        var pending = Flyway.configure()
                .configuration(flyway.getConfiguration())
                .dataSource(database)
                .load()
                .info()
                .pending();
        if (pending.length > 0) {
            throw new ConfigurationException("The database lacks migrations ("
                    + Arrays.stream(pending)
                            .map(migration -> String.valueOf(migration.getVersion()))
                            .collect(Collectors.joining(", "))
                    + "); run this service once with QUARKUS_INIT_AND_EXIT=true, QUARKUS_FLYWAY_USERNAME and"
                    + " QUARKUS_FLYWAY_PASSWORD before it is started with QUARKUS_FLYWAY_MIGRATE_AT_START=false.");
        }
    }
}
