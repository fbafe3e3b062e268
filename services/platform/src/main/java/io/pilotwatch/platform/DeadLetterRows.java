package io.pilotwatch.platform;

import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.platform.DeadLetter.Act;
import io.pilotwatch.platform.DeadLetter.Deed;
import io.pilotwatch.platform.DeadLetter.Group;
import io.pilotwatch.platform.DeadLetter.Result;
import io.pilotwatch.platform.DeadLetter.State;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The dead letters of this service, and what was done about each. */
@ApplicationScoped
class DeadLetterRows {

    private static final String LETTER =
            "select d.id, d.topic, d.partition, d.record_offset, d.record_key, d.event_type,"
                    + " d.reason, d.reason_group, d.given_up_at, d.state, a.at, a.account, a.act, a.result, a.reason"
                    + " from dead_letter d left join lateral (select at, account, act, result, reason from dead_letter_act"
                    + " where dead_letter_id = d.id order by id desc limit 1) a on true ";

    private final Sql sql;
    private final RecordColumns columns;

    DeadLetterRows(Sql sql, RecordColumns columns) {
        this.sql = sql;
        this.columns = columns;
    }

    void add(ConsumerRecord<String, byte[]> record, Map<String, String> headers, String reason) {
        sql.write(
                "insert into dead_letter (topic, partition, record_offset, record_key, event_type, headers, value,"
                        + " reason, reason_group) values (?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?)",
                record.topic(),
                record.partition(),
                record.offset(),
                RecordColumns.key(record),
                headers.get("ce_type"),
                columns.json(headers),
                record.value(),
                reason,
                DeadLetter.group(reason));
    }

    Optional<DeadLetter> find(long id) {
        return sql.read(LETTER + "where d.id = ?", DeadLetterRows::letter, id).stream()
                .findFirst();
    }

    /** The newest before that id, of any state and any group where null is asked for. */
    List<DeadLetter> find(@Nullable State state, @Nullable String group, long before, int limit) {
        return sql.read(
                LETTER + "where (?::text is null or d.state = ?) and (?::text is null or d.reason_group = ?)"
                        + " and d.id < ? order by d.id desc limit ?",
                DeadLetterRows::letter,
                state,
                state,
                group,
                group,
                before,
                limit);
    }

    int waiting() {
        return sql.read("select count(*) from dead_letter where state = 'WAITING'", row -> row.getInt(1))
                .getFirst();
    }

    /** Those that wait, by reason, the largest group first. */
    List<Group> groups(int limit) {
        return sql.read(
                "select reason_group, count(*), max(given_up_at) from dead_letter where state = 'WAITING'"
                        + " group by reason_group order by count(*) desc, reason_group limit ?",
                row -> new Group(row.getString(1), row.getInt(2), instant(row, 3)),
                limit);
    }

    /** The ids of those that wait for this reason, oldest first; what was tried in vain comes after what was not. */
    List<Long> waiting(String group, int limit) {
        return sql.read(
                "select id from dead_letter where state = 'WAITING' and reason_group = ? order by (select max(at)"
                        + " from dead_letter_act where dead_letter_id = dead_letter.id) nulls first, id limit ?",
                row -> row.getLong(1),
                group,
                limit);
    }

    /** Keeps everybody else from this one until the transaction ends; its state. */
    State lock(long id) {
        return sql.read(
                        "select state from dead_letter where id = ? for update",
                        row -> State.valueOf(row.getString(1)),
                        id)
                .getFirst();
    }

    /** The record as it came, as far as its headers are text. */
    ConsumerRecord<String, byte[]> record(long id) {
        return sql.read("select " + RecordColumns.NAMES + " from dead_letter where id = ?", columns::read, id)
                .getFirst();
    }

    List<Act> history(long id) {
        return sql.read(
                "select at, account, act, result, reason from dead_letter_act where dead_letter_id = ? order by id",
                row -> act(row, 1),
                id);
    }

    void state(long id, State state) {
        sql.write("update dead_letter set state = ? where id = ?", state, id);
    }

    /** It was not handled once more. */
    void reason(long id, String reason) {
        sql.write(
                "update dead_letter set reason = ?, reason_group = ? where id = ? and state = 'WAITING'",
                reason,
                DeadLetter.group(reason),
                id);
    }

    void act(long id, String account, Deed act, Result result, @Nullable String reason) {
        sql.write(
                "insert into dead_letter_act (dead_letter_id, account, act, result, reason) values (?, ?, ?, ?, ?)",
                id,
                account,
                act,
                result,
                reason);
    }

    private static DeadLetter letter(ResultSet row) throws SQLException {
        return new DeadLetter(
                row.getLong(1),
                row.getString(2),
                row.getInt(3),
                row.getLong(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                instant(row, 9),
                State.valueOf(row.getString(10)),
                row.getString(12) == null ? null : act(row, 11));
    }

    private static Act act(ResultSet row, int from) throws SQLException {
        return new Act(
                instant(row, from),
                row.getString(from + 1),
                Deed.valueOf(row.getString(from + 2)),
                Result.valueOf(row.getString(from + 3)),
                row.getString(from + 4));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
