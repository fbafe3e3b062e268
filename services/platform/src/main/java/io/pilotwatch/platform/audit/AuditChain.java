package io.pilotwatch.platform.audit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.platform.CanonicalJson;
import io.pilotwatch.platform.DatabaseFailure;
import io.pilotwatch.platform.Sha256;
import io.pilotwatch.platform.WallClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The chain of a service's audit entries. Each has its position, and a hash: SHA-256 of the hash before (32 zeros for the first)
 * and of the entry's {@link CanonicalJson canonical JSON}, which holds the service, the position and both times, too:
 *
 * <pre>{@code
 * {"account":"team-028","accountId":"…","at":"2026-03-01T01:00:00.123456Z","from":"10.0.0.7","method":"GET","organisations":["…"],
 *  "outcome":"seen","pilot":"BP-028","position":12,"programme":"2022-03-01T01:00:00Z","roles":["pilot-team"],
 *  "route":"/milestone/api/v1/pilots/{pilotId}/task-book","service":"milestone","status":200,"subject":{"pilotId":"BP-028"}}
 * }</pre>
 *
 * <p>Entries are chained as they are written, by whoever holds the head's row: replicas take turns by the batch. So there is never
 * an entry outside of the chain, which a crash could leave there and somebody would have to take in afterwards.
 */
@ApplicationScoped
class AuditChain {

    /** Whoever waits longer for its turn gives up, and answers 503. */
    private static final int LONGEST_TURN_SECONDS = 5;

    private static final String HEAD = "select position, hash, at from audit_head";

    /** Where a chain stands. */
    record Link(long position, byte[] hash, Instant at) {}

    /** Before the first entry. */
    static final Link BEGINNING = new Link(0, new byte[32], Instant.EPOCH);

    private final DataSource database;
    private final WallClock wall;
    private final Clock clock;
    private final String service;

    @Nullable
    private volatile YearMonth provided;

    AuditChain(
            DataSource database,
            WallClock wall,
            Clock clock,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.database = database;
        this.wall = wall;
        this.clock = clock;
        this.service = service;
    }

    /** What is to be written, found out in the transaction that writes it. */
    private interface Found {
        List<ObjectNode> in(Connection connection) throws SQLException;
    }

    /** Writes them at the chain's end, in one transaction; they are there when it returns, and owed no longer, or none of them is. */
    void append(List<ObjectNode> entries, List<UUID> owed) throws SQLException {
        extend(connection -> {
            if (!owed.isEmpty()) {
                OwedEntries.forget(connection, owed);
            }
            return entries;
        });
    }

    /** Writes some of those that have been owed for so long; how many. Replicas take turns, so each is written once. */
    int settle(Duration since) throws SQLException {
        return extend(connection -> OwedEntries.take(connection, since));
    }

    private int extend(Found found) throws SQLException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                var head = read(connection, HEAD + " for update");
                var entries = found.in(connection);
                if (entries.isEmpty()) {
                    connection.rollback();
                    return 0;
                }
                var at = later(head.at(), now().truncatedTo(ChronoUnit.MICROS));
                provide(connection, at);
                save(connection, insert(connection, head, at, entries));
                connection.commit();
                provided = month(at);
                return entries.size();
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    /** Whose it is. */
    String service() {
        return service;
    }

    /** Now, by the clock with which it is written. */
    Instant now() {
        return wall.now();
    }

    /** Its end. */
    Link head() {
        try (var connection = database.getConnection()) {
            return read(connection, HEAD);
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private Link insert(Connection connection, Link head, Instant at, List<ObjectNode> entries) throws SQLException {
        var last = head;
        try (var insert = connection.prepareStatement(
                "insert into audit_entry (position, at, entry, hash) values (?, ?, ?::json, ?)")) {
            for (var entry : entries) {
                long position = last.position() + 1;
                var json = CanonicalJson.of(entry.put("service", service)
                        .put("position", position)
                        .put("at", at.toString())
                        .put("programme", clock.instant().toString()));
                last = new Link(position, hash(last.hash(), json), at);
                insert.setLong(1, position);
                insert.setObject(2, at.atOffset(ZoneOffset.UTC));
                insert.setString(3, json);
                insert.setBytes(4, last.hash());
                insert.addBatch();
            }
            insert.executeBatch();
        }
        return last;
    }

    /** The hash of an entry that follows one with this hash. */
    static byte[] hash(byte[] previous, String json) {
        var text = json.getBytes(StandardCharsets.UTF_8);
        var both = new byte[previous.length + text.length];
        System.arraycopy(previous, 0, both, 0, previous.length);
        System.arraycopy(text, 0, both, previous.length, text.length);
        return Sha256.of(both);
    }

    /** The month's partition must be there; asked for once a month and not with each batch. */
    private void provide(Connection connection, Instant at) throws SQLException {
        if (!month(at).equals(provided)) {
            try (var ask = connection.prepareStatement("select audit_month(?)")) {
                ask.setObject(1, at.atOffset(ZoneOffset.UTC));
                ask.execute();
            }
        }
    }

    private static YearMonth month(Instant at) {
        return YearMonth.from(at.atOffset(ZoneOffset.UTC));
    }

    private static void save(Connection connection, Link head) throws SQLException {
        try (var update = connection.prepareStatement("update audit_head set position = ?, hash = ?, at = ?")) {
            update.setLong(1, head.position());
            update.setBytes(2, head.hash());
            update.setObject(3, head.at().atOffset(ZoneOffset.UTC));
            update.executeUpdate();
        }
    }

    private static Link read(Connection connection, String select) throws SQLException {
        try (var prepared = connection.prepareStatement(select)) {
            prepared.setQueryTimeout(LONGEST_TURN_SECONDS);
            try (var found = prepared.executeQuery()) {
                found.next();
                return new Link(
                        found.getLong(1),
                        found.getBytes(2),
                        found.getObject(3, OffsetDateTime.class).toInstant());
            }
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
