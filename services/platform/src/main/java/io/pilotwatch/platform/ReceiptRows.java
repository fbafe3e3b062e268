package io.pilotwatch.platform;

import io.pilotwatch.contracts.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import javax.sql.DataSource;

/** The chains of receipts in the database. */
@ApplicationScoped
class ReceiptRows {

    private final DataSource database;

    ReceiptRows(DataSource database) {
        this.database = database;
    }

    /** Keeps everybody else from these pilots' chains until the transaction ends; always in the order of their ids. */
    void lock(SortedSet<String> pilotIds) {
        try (var connection = database.getConnection();
                var lock = connection.prepareStatement(
                        "select pg_advisory_xact_lock(hashtextextended('receipt ' || id, 0)) from unnest(?) as id")) {
            lock.setArray(1, connection.createArrayOf("text", pilotIds.toArray()));
            lock.execute();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    /** The end of a chain. */
    record Last(long sequence, @Nullable String hash) {
        static final Last NONE = new Last(0, null);
    }

    /** The end of each chain that is not empty: one look into the index a pilot, however long its chain. */
    Map<String, Last> last(SortedSet<String> pilotIds) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select id, sequence, hash from unnest(?) as id"
                        + " cross join lateral (select sequence, hash from receipt where pilot_id = id"
                        + " order by sequence desc limit 1) as last")) {
            select.setArray(1, connection.createArrayOf("text", pilotIds.toArray()));
            var last = new HashMap<String, Last>();
            try (var found = select.executeQuery()) {
                while (found.next()) {
                    last.put(found.getString(1), new Last(found.getLong(2), found.getString(3)));
                }
            }
            return last;
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    /** A whole chain, compact JWS each. */
    List<String> chain(String pilotId) {
        try (var connection = database.getConnection();
                var select =
                        connection.prepareStatement("select jws from receipt where pilot_id = ? order by sequence")) {
            select.setString(1, pilotId);
            var chain = new ArrayList<String>();
            try (var found = select.executeQuery()) {
                while (found.next()) {
                    chain.add(found.getString(1));
                }
            }
            return chain;
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    /** The receipts before this one, newest first, compact JWS each. */
    List<String> latest(String pilotId, long before, int limit) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select jws from receipt where pilot_id = ? and sequence < ?"
                        + " order by sequence desc limit ?")) {
            select.setString(1, pilotId);
            select.setLong(2, before);
            select.setInt(3, limit);
            var latest = new ArrayList<String>();
            try (var found = select.executeQuery()) {
                while (found.next()) {
                    latest.add(found.getString(1));
                }
            }
            return latest;
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    /** A receipt for a pilot's chain. */
    record Link(String pilotId, Receipt receipt) {}

    void insert(List<Link> links) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(
                        "insert into receipt (pilot_id, sequence, jws, hash) values (?, ?, ?, ?)")) {
            for (var link : links) {
                insert.setString(1, link.pilotId());
                insert.setLong(2, link.receipt().sequence());
                insert.setString(3, link.receipt().jws());
                insert.setString(4, link.receipt().hash());
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }
}
