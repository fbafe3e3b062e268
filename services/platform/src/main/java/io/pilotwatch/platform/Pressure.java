package io.pilotwatch.platform;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.AgroalDataSource.FlushMode;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Whether anything can be taken on just now. Looked at once a second, in every replica and by a connection of its own, so that
 * asking costs nothing however much waits and whatever hangs.
 */
@ApplicationScoped
class Pressure {

    private static final Logger LOG = Logger.getLogger(Pressure.class);
    private static final long EVERY_MILLIS = 1000;

    /** A database that takes longer for a look is not there. */
    private static final int PATIENCE_MILLIS = 5000;

    private final AgroalDataSource database;
    private final OutboxGauges outbox;
    private final long most;
    private volatile boolean running = true;
    private volatile boolean answers;
    private Thread thread;

    Pressure(
            AgroalDataSource database,
            OutboxGauges outbox,
            @ConfigProperty(name = "pilotwatch.outbox.most") long most) {
        this.database = database;
        this.outbox = outbox;
        this.most = most;
    }

    void start(@Observes StartupEvent event) {
        thread = Thread.ofPlatform().name("pressure").daemon(true).start(this::run);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        running = false;
        thread.interrupt();
        thread.join(EVERY_MILLIS);
    }

    /** Whether the database answered when it was last looked at. */
    boolean databaseAnswers() {
        return answers;
    }

    /** Whether as much waits to be sent as may. */
    boolean outboxIsFull() {
        return outbox.backlog() >= most;
    }

    private void run() {
        while (running) {
            try (var connection = database.getConnection()) {
                connection.setNetworkTimeout(Runnable::run, PATIENCE_MILLIS);
                look(connection);
            } catch (SQLException e) {
                answers = false;
                LOG.warnf("the database does not answer: %s", e.getMessage());
                pause();
            }
        }
    }

    private void look(Connection connection) throws SQLException {
        try {
            while (running) {
                outbox.sample(connection);
                answers = true;
                pause();
            }
        } catch (SQLException e) {
            answers = false;
            if (DatabaseFailure.isTheirs(e)) {
                // Whoever waits on another connection would wait until its end is found dead.
                database.flush(FlushMode.ALL);
            }
            throw e;
        }
    }

    private void pause() {
        try {
            Thread.sleep(EVERY_MILLIS);
        } catch (InterruptedException e) {
            running = false;
        }
    }
}
