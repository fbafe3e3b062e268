package io.pilotwatch.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;

/**
 * A copy of the running PostgreSQL's files, with the keys beside it, and everything that it logs from then on:
 * PostgreSQL's own low-level base backup and continuous archiving. Kafka is not in it, since all that matters of it is in the
 * databases.
 */
record Backup(Settings settings, Archive archive, Report report) {

    /** Where another programme than the shipped one is. */
    static final String PROGRAMME = "PILOTWATCH_PROGRAMME_FILE";

    void run() throws Exception {
        if (!settings.pidFile("postgres").running()) {
            throw new Trouble(
                    "PostgreSQL does not run here; a backup is made of what runs, so start it with deploy/local/up.");
        }
        Files.createDirectories(archive.wal());
        Files.createDirectories(archive.bases());
        // Where PostgreSQL runs as another user than we, that one writes here.
        OrdinaryUser.prefix(archive.wal());
        Path fresh = archive.bases().resolve("unfinished");
        Folders.delete(fresh);
        Files.createDirectories(fresh);
        try (Connection connection = new Databases(settings.port(Port.POSTGRES)).connect("postgres");
                Statement statement = connection.createStatement()) {
            archiveFromNowOn(statement);
            report.step("backup", "copying PostgreSQL while it runs");
            statement.execute("select pg_backup_start('pilotwatch', true)");
            PostgresFiles.copyRunning(settings.postgres(), fresh.resolve("postgres"));
            stop(statement, fresh.resolve("postgres"));
        }
        copyWhatIsBeside(fresh);
        Path base = archive.bases().resolve(Archive.stamp(Instant.now().plusSeconds(1)));
        Files.move(fresh, base, StandardCopyOption.ATOMIC_MOVE);
        report.step("backup", "complete in " + base + "; what is committed from now on is archived within a minute");
    }

    private void archiveFromNowOn(Statement statement) throws SQLException, IOException {
        try (ResultSet life = statement.executeQuery("select system_identifier || '/' || timeline_id"
                + " from pg_control_system(), pg_control_checkpoint()")) {
            life.next();
            archive.keepFor(life.getString(1));
        }
        statement.execute("alter system set archive_command = '" + archive.archiveCommand() + "'");
        statement.execute("alter system set archive_timeout = '60s'");
        statement.execute("select pg_reload_conf()");
    }

    /** Returns when all that the copy needs is archived. */
    private void stop(Statement statement, Path copy) throws SQLException, IOException {
        statement.execute("set statement_timeout = '2min'");
        try (ResultSet label = statement.executeQuery("select labelfile from pg_backup_stop(true)")) {
            label.next();
            Files.writeString(copy.resolve("backup_label"), label.getString(1));
        } catch (SQLException e) {
            throw new Trouble("PostgreSQL could not archive into " + archive.wal() + " (" + e.getMessage() + "); see "
                    + settings.log("postgres") + ".");
        }
    }

    private void copyWhatIsBeside(Path fresh) throws IOException {
        Files.createDirectories(fresh.resolve("receipts"));
        PostgresFiles.copy(ReceiptKey.of(settings), fresh.resolve("receipts/key.pem"));
        // Without the key among them nobody could open the sealed secrets of webhooks again.
        PostgresFiles.copyAll(settings.secrets(), fresh.resolve("secrets"));
        String programme = System.getenv().getOrDefault(PROGRAMME, "");
        if (!programme.isBlank()) {
            PostgresFiles.copy(Path.of(programme), fresh.resolve("programme.yaml"));
        }
    }
}
