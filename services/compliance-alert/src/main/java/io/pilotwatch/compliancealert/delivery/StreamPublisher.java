package io.pilotwatch.compliancealert.delivery;

import io.pilotwatch.platform.WallClock;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;

/**
 * Numbers what happened to alerts once it is committed, and tells the readers of this process that there is more. It wakes
 * on each commit, whichever replica's, and once a second in case that it missed one.
 */
@ApplicationScoped
class StreamPublisher {

    private static final Logger LOG = Logger.getLogger(StreamPublisher.class);
    private static final int POLL_MILLIS = 1000;

    private final DataSource database;
    private final StreamRows rows;
    private final WallClock wall;
    private final Duration kept;
    private volatile CompletableFuture<Void> change = new CompletableFuture<>();
    private volatile boolean running = true;
    private long head;
    private Thread thread;

    StreamPublisher(
            DataSource database,
            StreamRows rows,
            WallClock wall,
            @ConfigProperty(name = "pilotwatch.stream.kept") Duration kept) {
        this.database = database;
        this.rows = rows;
        this.wall = wall;
        this.kept = kept;
    }

    void start(@Observes StartupEvent event) {
        thread = Thread.ofPlatform().name("alert-stream").daemon(true).start(this::run);
    }

    void stop(@Observes ShutdownEvent event) {
        running = false;
        thread.interrupt();
    }

    /** Ends when there is more to read than when this was asked; ask before looking. */
    CompletionStage<Void> change() {
        // A copy: a reader that goes away cancels its own.
        return change.copy();
    }

    @Scheduled(every = "10m")
    void forget() {
        rows.forget(wall.now().minus(kept));
    }

    private void run() {
        while (running) {
            try {
                publish();
            } catch (SQLException | RuntimeException e) {
                LOG.warnf("alert stream: %s; trying again", e.getMessage());
                pause();
            }
        }
    }

    /** One connection's life: it hears the notifications, so it stays open until something breaks. */
    private void publish() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(true);
            var hear = connection.unwrap(PGConnection.class);
            statement.execute("listen alert_stream");
            try {
                while (running) {
                    if (rows.publish(wall.now()) == 0) {
                        tellReaders();
                        hear.getNotifications(POLL_MILLIS);
                    }
                }
            } finally {
                statement.execute("unlisten alert_stream");
            }
        }
    }

    /** Another replica may have numbered it. */
    private void tellReaders() {
        var now = rows.extent().head();
        if (now != head) {
            head = now;
            var changed = change;
            change = new CompletableFuture<>();
            changed.complete(null);
        }
    }

    private void pause() {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }
}
