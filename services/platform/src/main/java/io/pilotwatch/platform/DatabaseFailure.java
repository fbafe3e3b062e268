package io.pilotwatch.platform;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.stream.Stream;
import org.hibernate.exception.JDBCConnectionException;

/** A statement failed. Whether that is the database's fault or the statement's is told by {@link #isTheirs}. */
public class DatabaseFailure extends RuntimeException {

    /** Wraps what the driver said. */
    public DatabaseFailure(SQLException cause) {
        super(cause);
    }

    /**
     * Whether this is a failure of something we depend on, so that trying again later can help: connections (SQLState 08),
     * resources (53), the server going away (57) and lost races (40). Everything else is the message's own fault.
     */
    public static boolean isTheirs(Throwable failure) {
        return causes(failure).anyMatch(cause -> switch (cause) {
            case SQLTransientException e -> true;
            case SQLRecoverableException e -> true;
            case JDBCConnectionException e -> true;
            case SQLException e -> isTheirs(e.getSQLState());
            case jakarta.transaction.SystemException e -> true;
            case jakarta.transaction.RollbackException e -> e.getCause() == null;
            default -> false;
        });
    }

    private static boolean isTheirs(String sqlState) {
        // Agroal says "no connection in time" without a state.
        return sqlState == null || Stream.of("08", "53", "57", "40", "58").anyMatch(sqlState::startsWith);
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, c -> c != null, Throwable::getCause).limit(20);
    }
}
