package io.pilotwatch.compliancealert.delivery;

import io.pilotwatch.platform.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Sees at start to it that all that has to be sealed is, by the present key: what was there before, and after a change of keys. */
@ApplicationScoped
class SealedRows {

    private static final Logger LOG = Logger.getLogger(SealedRows.class);

    private final Sql sql;
    private final Sealing sealing;

    SealedRows(Sql sql, Sealing sealing) {
        this.sql = sql;
        this.sealing = sealing;
    }

    /** Before anything is heard or sent. */
    @Startup(2)
    void start() {
        try {
            int sealed = QuarkusTransaction.requiringNew().call(this::sealAll);
            if (sealed > 0) {
                LOG.infof("sealed %d secrets of subscriptions by the present key", sealed);
            }
        } catch (Sealing.Unusable e) {
            throw new ConfigurationException(e.getMessage());
        }
    }

    /** How many were not sealed as they should be. */
    int sealAll() {
        return seal("subscription_secret", "secret", "number", "true")
                + seal("subscription", "target", "revision", "channel not in ('EMAIL', 'STREAM')");
    }

    private record Stored(UUID id, long number, String text) {}

    private int seal(String table, String column, String number, String where) {
        var stored = sql.read(
                "select subscription_id, %s, %s from %s where %s and not starts_with(%s, ?) for no key update"
                        .formatted(number, column, table, where, column),
                row -> new Stored(Sql.id(row, "subscription_id"), row.getLong(2), row.getString(3)),
                sealing.mark());
        for (var one : stored) {
            sql.write(
                    "update %s set %s = ? where subscription_id = ? and %s = ?".formatted(table, column, number),
                    sealing.seal(one.id(), sealing.open(one.id(), one.text())),
                    one.id(),
                    one.number());
        }
        return stored.size();
    }
}
