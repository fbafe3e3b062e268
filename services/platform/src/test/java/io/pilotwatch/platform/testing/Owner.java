package io.pilotwatch.platform.testing;

import io.quarkus.arc.Arc;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;

/** The database's owner, who may do what the service may not, and is held back by triggers alone. */
public final class Owner {

    private Owner() {}

    /** Runs statements where the service has its tables. */
    public static void execute(String statements) throws SQLException {
        var flyway = Arc.container().instance(Flyway.class).get().getConfiguration();
        try (var connection = flyway.getDataSource().getConnection();
                var execution = connection.createStatement()) {
            var schemas = flyway.getSchemas();
            execution.execute("set search_path to " + (schemas.length == 0 ? "public" : schemas[0]));
            execution.execute(statements);
        }
    }
}
