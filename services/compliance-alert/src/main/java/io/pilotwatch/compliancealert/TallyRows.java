package io.pilotwatch.compliancealert;

import io.pilotwatch.compliancealert.core.Tally;
import io.pilotwatch.compliancealert.core.Tally.Key;
import io.pilotwatch.compliancealert.core.Tally.Outcome;
import io.pilotwatch.platform.DatabaseFailure;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.TreeMap;
import javax.sql.DataSource;

/** The tally as rows: it counts in the transaction of what it counts, so a crash makes neither of them without the other. */
@ApplicationScoped
class TallyRows {

    private final DataSource database;

    TallyRows(DataSource database) {
        this.database = database;
    }

    /** Last in a transaction: whoever else counts waits from here to its end. All lock the rows in one order. */
    void add(Tally tally) {
        if (tally.counts().isEmpty()) {
            return;
        }
        try (var connection = database.getConnection();
                var upsert = connection.prepareStatement("insert into alert_tally (rule, outcome, count)"
                        + " select * from unnest(?, ?, ?) on conflict (rule, outcome)"
                        + " do update set count = alert_tally.count + excluded.count")) {
            var keys = tally.counts().keySet();
            upsert.setArray(
                    1,
                    connection.createArrayOf(
                            "text", keys.stream().map(Key::rule).toArray()));
            upsert.setArray(
                    2,
                    connection.createArrayOf(
                            "text", keys.stream().map(k -> k.outcome().name()).toArray()));
            upsert.setArray(
                    3,
                    connection.createArrayOf("bigint", tally.counts().values().toArray()));
            upsert.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    /** All that was counted since the beginning. */
    Tally all() {
        var counts = new TreeMap<Key, Long>();
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select rule, outcome, count from alert_tally");
                var found = select.executeQuery()) {
            while (found.next()) {
                counts.put(new Key(found.getString(1), Outcome.valueOf(found.getString(2))), found.getLong(3));
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
        return new Tally(counts);
    }
}
