package io.pilotwatch.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Brings PostgreSQL back to the last moment that was archived, or to an earlier one, and lets Kafka begin anew: what stands in
 * the databases is the truth, and each service sends again what the others may not have heard. Topics that are still here
 * are only looked through for what the databases no longer know.
 */
record Restore(Settings settings, Archive archive, Optional<Instant> until, Report report) {

    private static final Duration PATIENCE = Duration.ofHours(2);

    void run() throws Exception {
        for (Component component : Platform.whole(settings).components()) {
            if (settings.pidFile(component.name()).running()) {
                throw new Trouble(component.name() + " runs here; stop everything with deploy/local/down first.");
            }
        }
        Path base = archive.base(until);
        Path aside = settings.data().resolve("before-restore-" + Archive.stamp(Instant.now()));
        new Postgres(settings).clearRemains();
        for (String folder : List.of("postgres", "receipts", "secrets")) {
            putAside(folder, aside);
        }
        report.step("restore", "taking " + base);
        PostgresFiles.copyAll(base.resolve("postgres"), settings.data().resolve("postgres.new"));
        Files.createFile(settings.data().resolve("postgres.new/recovery.signal"));
        Files.createDirectories(settings.receiptKey().getParent());
        PostgresFiles.copy(base.resolve("receipts/key.pem"), settings.receiptKey());
        PostgresFiles.copyAll(base.resolve("secrets"), settings.secrets());
        Files.move(settings.data().resolve("postgres.new"), settings.postgres(), StandardCopyOption.ATOMIC_MOVE);
        recover(aside);
    }

    private void putAside(String folder, Path aside) throws IOException {
        Path here = settings.data().resolve(folder);
        if (Files.exists(here)) {
            Files.createDirectories(aside);
            Files.move(here, aside.resolve(folder));
            report.step("restore", "what was in " + here + " is now in " + aside);
        }
    }

    private void recover(Path aside) throws Exception {
        Postgres postgres = new Postgres(settings);
        PidFile pidFile = settings.pidFile(postgres.name());
        pidFile.write(postgres.launch(recovery()).start(settings.log(postgres.name())));
        try (Connection connection = recovered(pidFile);
                Statement statement = connection.createStatement()) {
            Instant point = recoveryPoint(statement);
            report.step("restore", "PostgreSQL is as it was after its last transaction of " + point);
            // Whoever restores to try it out must not write where the other still archives.
            statement.execute("alter system reset archive_command");
            statement.execute("alter system reset archive_timeout");
            new Ghosts(settings, point, report).tell();
            report.step("restore", sendAgain() + " events are queued to be sent again");
        } finally {
            new Stop(settings, report)
                    .those(Platform.whole(settings), one -> one.name().equals(postgres.name()));
        }
        putAside("kafka", aside);
        report.step("restore", "done; next: deploy/local/up --no-replay, then deploy/local/backup into a new folder");
    }

    private List<String> recovery() {
        List<String> options = new ArrayList<>(List.of("-c", "archive_mode=off"));
        options.addAll(List.of("-c", "restore_command=" + archive.restoreCommand()));
        until.ifPresent(moment -> options.addAll(List.of("-c", "recovery_target_time=" + moment)));
        options.addAll(List.of("-c", "recovery_target_timeline=current", "-c", "recovery_target_action=promote"));
        return options;
    }

    private Connection recovered(PidFile pidFile) throws Exception {
        Instant limit = Instant.now().plus(PATIENCE);
        while (pidFile.running() && Instant.now().isBefore(limit)) {
            try {
                Connection connection = new Databases(settings.port(Port.POSTGRES)).connect("postgres");
                if (!asks(connection, "select pg_is_in_recovery()")) {
                    return connection;
                }
                connection.close();
            } catch (SQLException _) {
                // It does not take connections yet.
            }
            Thread.sleep(100);
        }
        throw new Trouble("PostgreSQL could not be recovered; see the end of " + settings.log("postgres") + ".");
    }

    private static boolean asks(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(query)) {
            return answer.next() && answer.getBoolean(1);
        }
    }

    private static Instant recoveryPoint(Statement statement) throws SQLException {
        try (ResultSet answer = statement.executeQuery(
                "select coalesce(pg_last_xact_replay_timestamp(), (pg_control_checkpoint()).checkpoint_time)")) {
            answer.next();
            return answer.getObject(1, OffsetDateTime.class).toInstant();
        }
    }

    /** New topics begin at 0, so the places that were reached in the old ones mean nothing. */
    private long sendAgain() throws SQLException {
        long events = 0;
        for (App app : App.values()) {
            try (Connection connection = new Databases(settings.port(Port.POSTGRES)).connect(app.database());
                    Statement statement = connection.createStatement()) {
                statement.execute("delete from inbox_position");
                try (ResultSet queued = statement.executeQuery("select outbox_send_again('-infinity')")) {
                    queued.next();
                    events += queued.getLong(1);
                }
            }
        }
        return events;
    }
}
