package io.pilotwatch.reporting;

import io.pilotwatch.platform.DatabaseFailure;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/** Lets one rebuild run at a time over all replicas: the database forgets who held it when its process dies. */
@ApplicationScoped
class RebuildLock {

    static final long KEY = 0x72656275696c64L;

    /** Held until it is closed. */
    static final class Taken implements AutoCloseable {
        private final Connection connection;

        private Taken(Connection connection) {
            this.connection = connection;
        }

        @Override
        public void close() {
            try (connection) {
                ask(connection, "select pg_advisory_unlock(?)");
            } catch (SQLException e) {
                throw new DatabaseFailure(e);
            }
        }
    }

    private final DataSource database;

    RebuildLock(DataSource database) {
        this.database = database;
    }

    /** The lock; none while another has it. */
    Optional<Taken> tryTake() {
        try {
            var connection = database.getConnection();
            if (ask(connection, "select pg_try_advisory_lock(?)")) {
                return Optional.of(new Taken(connection));
            }
            connection.close();
            return Optional.empty();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private static boolean ask(Connection connection, String question) throws SQLException {
        try (var prepared = connection.prepareStatement(question)) {
            prepared.setLong(1, KEY);
            try (var answer = prepared.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }
}
