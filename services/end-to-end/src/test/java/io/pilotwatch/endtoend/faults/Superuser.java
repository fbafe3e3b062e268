package io.pilotwatch.endtoend.faults;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Who may do anything to the services' databases, past all that they refuse. */
record Superuser(Fleet fleet) {

    private static final String NAME = "postgres";

    /** Does it where no trigger sees it. */
    void does(String database, String statement) throws SQLException {
        try (var connection = connect(database);
                var done = connection.createStatement()) {
            done.execute("set session_replication_role = replica");
            done.execute(statement);
        }
    }

    /** The first column of the first row, as text. */
    String finds(String database, String query) throws SQLException {
        try (var connection = connect(database);
                var select = connection.createStatement();
                var found = select.executeQuery(query)) {
            found.next();
            return found.getString(1);
        }
    }

    /** Does it, and keeps what it locked until the connection is closed. */
    Connection holds(String database, String statement) throws SQLException {
        var connection = connect(database);
        connection.setAutoCommit(false);
        try (var lock = connection.createStatement()) {
            lock.execute(statement);
        }
        return connection;
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(fleet.database(database), NAME, NAME);
    }
}
