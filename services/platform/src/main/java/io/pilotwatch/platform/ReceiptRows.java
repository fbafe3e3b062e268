package io.pilotwatch.platform;

import io.pilotwatch.contracts.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** The chains of receipts in the database. */
@ApplicationScoped
class ReceiptRows {

    private final DataSource database;

    ReceiptRows(DataSource database) {
        this.database = database;
    }

    /** Keeps everybody else from this pilot's chain until the transaction ends. */
    void lock(String pilotId) {
        try (var connection = database.getConnection();
                var lock = connection.prepareStatement("select pg_advisory_xact_lock(hashtextextended(?, 0))")) {
            lock.setString(1, "receipt " + pilotId);
            lock.execute();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    /** The end of a chain. */
    record Last(long sequence, @Nullable String hash) {}

    /** 0 and null where the chain is empty. */
    Last last(String pilotId) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "select sequence, hash from receipt where pilot_id = ? order by sequence desc limit 1")) {
            select.setString(1, pilotId);
            try (var found = select.executeQuery()) {
                return found.next() ? new Last(found.getLong(1), found.getString(2)) : new Last(0, null);
            }
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

    void insert(String pilotId, List<Receipt> receipts) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(
                        "insert into receipt (pilot_id, sequence, jws, hash) values (?, ?, ?, ?)")) {
            for (var receipt : receipts) {
                insert.setString(1, pilotId);
                insert.setLong(2, receipt.sequence());
                insert.setString(3, receipt.jws());
                insert.setString(4, receipt.hash());
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }
}
