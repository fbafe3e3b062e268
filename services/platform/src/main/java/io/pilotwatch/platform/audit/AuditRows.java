package io.pilotwatch.platform.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What stands in the audit log, for whoever reads it. */
@ApplicationScoped
public class AuditRows {

    private static final String ENTRY = "select position, at, entry, hash from audit_entry";

    /** An entry in its place. {@code json} is what was hashed, letter for letter. */
    public record Written(long position, Instant at, String json, byte[] hash) {

        /** Whether this is the next after an entry with this position and hash, and says the same of itself as its row does. */
        boolean follows(long previous, byte[] previousHash) {
            return position == previous + 1
                    && Arrays.equals(hash, AuditChain.hash(previousHash, json))
                    && json.contains("\"at\":\"" + at + "\"")
                    && json.contains("\"position\":" + position + ",");
        }
    }

    /** What is looked for; null for any. {@code to} is not included. */
    public record Wanted(
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable String account,
            @Nullable String pilot) {

        /** Whether entries between others are left out. */
        public boolean isPart() {
            return account != null || pilot != null;
        }
    }

    /** Everything. */
    static final Wanted ALL = new Wanted(null, null, null, null);

    private static final int AT_ONCE = 500;

    /** Where the chain stood, signed. */
    record Checkpoint(long position, String jws) {}

    private final Sql sql;
    private final ObjectMapper mapper;

    AuditRows(Sql sql, ObjectMapper mapper) {
        this.sql = sql;
        this.mapper = mapper;
    }

    /** Those wanted that stand before this position, the newest first. */
    public List<Written> latest(Wanted wanted, long before, int limit) {
        return find(wanted, " and position < ? order by position desc limit ?", before, limit);
    }

    /** Those wanted that stand after this position, in their order. */
    List<Written> next(Wanted wanted, long after, int limit) {
        return find(wanted, " and position > ? order by position limit ?", after, limit);
    }

    private List<Written> find(Wanted wanted, String place, long position, int limit) {
        return sql.read(
                ENTRY + " where (?::timestamptz is null or at >= ?) and (?::timestamptz is null or at < ?)"
                        + (wanted.account() == null ? " and ?::text is null" : " and entry ->> 'account' = ?")
                        + (wanted.pilot() == null ? " and ?::text is null" : " and entry ->> 'pilot' = ?") + place,
                AuditRows::written,
                wanted.from(),
                wanted.from(),
                wanted.to(),
                wanted.to(),
                wanted.account(),
                wanted.pilot(),
                position,
                limit);
    }

    private static Written written(ResultSet row) throws SQLException {
        return new Written(
                row.getLong("position"), Sql.instant(row, "at"), row.getString("entry"), row.getBytes("hash"));
    }

    /** The first entry after this one, up to the last, that is not there or does not follow from the one before. */
    Optional<Long> firstBroken(AuditChain.Link after, long last) {
        long position = after.position();
        var hash = after.hash();
        while (position < last) {
            var some = next(ALL, position, AT_ONCE);
            for (var written : some) {
                if (!written.follows(position, hash)) {
                    return Optional.of(position + 1);
                }
                position++;
                hash = written.hash();
            }
            if (some.isEmpty()) {
                return Optional.of(position + 1);
            }
        }
        return Optional.empty();
    }

    /** What an entry says. */
    public JsonNode read(Written written) {
        return tree(written.json());
    }

    JsonNode tree(String json) {
        try {
            return mapper.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first entry that is still kept. */
    Optional<Long> first() {
        return sql.read("select position from audit_entry order by position limit 1", row -> row.getLong(1)).stream()
                .findFirst();
    }

    /** The last entry before a moment. */
    Optional<AuditChain.Link> lastBefore(Instant moment) {
        return sql
                .read(
                        ENTRY + " where at < ? order by position desc limit 1",
                        row -> new AuditChain.Link(row.getLong(1), row.getBytes("hash"), Sql.instant(row, "at")),
                        moment)
                .stream()
                .findFirst();
    }

    /** The last checkpoint of when it was no later than this. */
    Optional<Checkpoint> checkpointUntil(Instant moment) {
        return checkpoints(" where at <= ? order by position desc limit 1", moment).stream()
                .findFirst();
    }

    /** The first checkpoint of when it was no earlier than this. */
    Optional<Checkpoint> checkpointFrom(Instant moment) {
        return checkpoints(" where at >= ? order by position limit 1", moment).stream()
                .findFirst();
    }

    /** Those between two positions, these too. */
    List<Checkpoint> checkpoints(long first, long last) {
        return checkpoints(" where position between ? and ? order by position", first, last);
    }

    /** The last one. */
    Optional<Checkpoint> lastCheckpoint() {
        return checkpoints(" order by position desc limit 1").stream().findFirst();
    }

    private List<Checkpoint> checkpoints(String where, Object... parameters) {
        return sql.read(
                "select position, jws from audit_checkpoint" + where,
                row -> new Checkpoint(row.getLong(1), row.getString(2)),
                parameters);
    }

    /** Keeps a checkpoint; what stands there already stays. */
    void keep(AuditChain.Link link, String jws) {
        sql.write(
                "insert into audit_checkpoint (position, hash, jws, at) values (?, ?, ?, ?) on conflict do nothing",
                link.position(),
                link.hash(),
                jws,
                link.at());
    }

    /** Drops the months before those that are kept; how many. */
    int forget(String keep) {
        return sql.read("select audit_forget(?::interval)", row -> row.getInt(1), keep)
                .getFirst();
    }
}
