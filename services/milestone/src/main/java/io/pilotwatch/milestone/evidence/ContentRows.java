package io.pilotwatch.milestone.evidence;

import io.pilotwatch.platform.DatabaseFailure;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The files' bytes, by their hash, a megabyte at a time in and out. */
@ApplicationScoped
class ContentRows {

    private static final int CHUNK = 1024 * 1024;

    private final DataSource database;

    ContentRows(DataSource database) {
        this.database = database;
    }

    /** Locks the content until the transaction ends, whether there is any yet or not. */
    void claim(String sha256, long size) {
        // Not the row itself: whoever may lock a row may change it, and this table is only added to.
        try (var connection = database.getConnection();
                var lock = connection.prepareStatement("select pg_advisory_xact_lock(hashtextextended(?, 0))");
                var insert = connection.prepareStatement(
                        "insert into evidence_content (sha256, size) values (?, ?) on conflict do nothing")) {
            lock.setString(1, sha256);
            lock.execute();
            insert.setString(1, sha256);
            insert.setLong(2, size);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    /** Stores the bytes of a claimed content, unless they are there. */
    void store(String sha256, Path file) {
        if (chunk(sha256, 0) != null) {
            return;
        }
        try (var connection = database.getConnection();
                var in = Files.newInputStream(file);
                var insert = connection.prepareStatement(
                        "insert into evidence_chunk (sha256, position, bytes) values (?, ?, ?)")) {
            var chunk = in.readNBytes(CHUNK);
            for (int position = 0; chunk.length > 0; position++) {
                insert.setString(1, sha256);
                insert.setInt(2, position);
                insert.setBytes(3, chunk);
                insert.executeUpdate();
                chunk = in.readNBytes(CHUNK);
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Each piece with a connection of its own: a slow reader must not keep one from everybody else. */
    void read(String sha256, OutputStream out) throws IOException {
        var chunk = chunk(sha256, 0);
        for (int position = 1; chunk != null; position++) {
            out.write(chunk);
            chunk = chunk(sha256, position);
        }
    }

    private byte[] chunk(String sha256, int position) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "select bytes from evidence_chunk where sha256 = ? and position = ?")) {
            select.setString(1, sha256);
            select.setInt(2, position);
            try (var found = select.executeQuery()) {
                return found.next() ? found.getBytes(1) : null;
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }
}
