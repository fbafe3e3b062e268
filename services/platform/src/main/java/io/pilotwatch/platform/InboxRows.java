package io.pilotwatch.platform;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** What the inbox remembers: every event that was let in, how far each partition was handled, what it did not know. */
@ApplicationScoped
class InboxRows {

    private final DataSource database;
    private final Sql sql;
    private final RecordColumns columns;

    InboxRows(DataSource database, Sql sql, RecordColumns columns) {
        this.database = database;
        this.sql = sql;
        this.columns = columns;
    }

    /** Writes these ids down and returns those that were not there before. */
    Set<String> firstSeen(List<String> eventIds) {
        // Sorted, so that two consumers with the same ids cannot wait for each other.
        var sorted = eventIds.stream().distinct().sorted().toArray(String[]::new);
        var fresh = new HashSet<String>();
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(
                        "insert into inbox (event_id) select unnest(?) on conflict do nothing returning event_id")) {
            insert.setArray(1, connection.createArrayOf("text", sorted));
            try (var inserted = insert.executeQuery()) {
                while (inserted.next()) {
                    fresh.add(inserted.getString(1));
                }
            }
            return fresh;
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    /**
     * Notes that these records are done with. A replica that slept may come last with what another one did long ago: how far
     * a partition is handled never goes back.
     */
    void advance(Collection<ConsumerRecord<String, byte[]>> done) {
        var next = new HashMap<TopicPartition, Long>();
        done.forEach(r -> next.merge(new TopicPartition(r.topic(), r.partition()), r.offset() + 1, Math::max));
        try (var connection = database.getConnection();
                var upsert = connection.prepareStatement(
                        "insert into inbox_position (topic, partition, next_offset, handled_at) values (?, ?, ?,"
                                + " clock_timestamp()) on conflict (topic, partition) do update"
                                + " set next_offset = greatest(inbox_position.next_offset, excluded.next_offset),"
                                + " handled_at = excluded.handled_at")) {
            // In one order, for the same reason as above.
            for (var partition : next.keySet().stream()
                    .sorted((a, b) -> a.toString().compareTo(b.toString()))
                    .toList()) {
                add(upsert, partition, next.get(partition));
            }
            upsert.executeBatch();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    /** Puts a record aside whose type is not known here, for the version that will know it. */
    void keepNewer(ConsumerRecord<String, byte[]> record) {
        var headers = RecordColumns.headers(record);
        sql.write(
                "insert into newer_event (topic, partition, record_offset, record_key, event_type, headers, value)"
                        + " values (?, ?, ?, ?, ?, ?::jsonb, ?) on conflict do nothing",
                record.topic(),
                record.partition(),
                record.offset(),
                RecordColumns.key(record),
                headers.get("ce_type"),
                columns.json(headers),
                record.value());
    }

    /** The first that was put aside of these types and that nobody else has in hand; it is no longer there. */
    Optional<ConsumerRecord<String, byte[]>> takeNewer(List<String> types) {
        return sql
                .read(
                        "delete from newer_event where (topic, partition, record_offset) = (select topic, partition,"
                                + " record_offset from newer_event where event_type = any (?)"
                                + " order by topic, partition, record_offset limit 1 for update skip locked) returning "
                                + RecordColumns.NAMES,
                        columns::read,
                        types)
                .stream()
                .findFirst();
    }

    private static void add(PreparedStatement upsert, TopicPartition partition, long nextOffset) throws SQLException {
        upsert.setString(1, partition.topic());
        upsert.setInt(2, partition.partition());
        upsert.setLong(3, nextOffset);
        upsert.addBatch();
    }

    /** The next offset to be handled, of each partition of which anything was. */
    Map<TopicPartition, Long> positions() {
        var positions = new HashMap<TopicPartition, Long>();
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select topic, partition, next_offset from inbox_position");
                var found = select.executeQuery()) {
            while (found.next()) {
                positions.put(new TopicPartition(found.getString(1), found.getInt(2)), found.getLong(3));
            }
            return positions;
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    /** When something of each topic was handled last, by the wall clock. */
    Map<String, Instant> handledAt() {
        var handled = new HashMap<String, Instant>();
        sql.read(
                "select topic, max(handled_at) as at from inbox_position where handled_at is not null group by topic",
                row -> handled.put(row.getString(1), Sql.instant(row, "at")));
        return handled;
    }
}
