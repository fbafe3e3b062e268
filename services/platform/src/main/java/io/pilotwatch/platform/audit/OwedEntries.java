package io.pilotwatch.platform.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.platform.Ids;
import io.pilotwatch.platform.Sql;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What changes owe to the audit log: whoever's request changed something stands in the very transaction that changed it. Once its
 * entry is written, which is before the answer, nothing is owed; what is still owed after a while was never answered, since its
 * process died between the two or the log could not be written, and is then told of by {@link AuditLog} as {@link Outcome#UNANSWERED}.
 *
 * <p>There is nothing that an endpoint could forget: it hangs on the end of every transaction of a request that may change something.
 */
@ApplicationScoped
public class OwedEntries {

    private static final int AT_ONCE = 500;
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String OWE = "insert into audit_owed (change, entries) select ?, ?::json";

    /** A transaction that wrote nothing has no number. What is done by several at last stands for all of them. */
    private static final String IF_CHANGED = " where pg_current_xact_id_if_assigned() is not null"
            + " on conflict (change) do update set entries = excluded.entries, at = excluded.at";

    private final AuditRequests requests;
    private final AuditSubject about;
    private final TransactionSynchronizationRegistry transactions;
    private final Sql sql;
    private final Ids ids;

    OwedEntries(
            AuditRequests requests,
            AuditSubject about,
            TransactionSynchronizationRegistry transactions,
            Sql sql,
            Ids ids) {
        this.requests = requests;
        this.about = about;
        this.transactions = transactions;
        this.sql = sql;
        this.ids = ids;
    }

    /** Whoever registers last comes last, after all that is written when a transaction ends. */
    void atTheEnd(@Observes @BeforeDestroyed(TransactionScoped.class) Object transaction) {
        if (requests.isChange() && transactions.getTransactionStatus() == Status.STATUS_ACTIVE) {
            transactions.registerInterposedSynchronization(new Synchronization() {
                @Override
                public void beforeCompletion() {
                    owe();
                }

                @Override
                public void afterCompletion(int status) {
                    // What is owed went the transaction's way.
                }
            });
        }
    }

    private void owe() {
        var change = about.change() == null ? ids.next() : about.change();
        if (sql.write(OWE + IF_CHANGED, change, json(requests.unanswered())) > 0) {
            about.owes(change);
        }
    }

    /**
     * For a request of the management port, before its work is begun, since not all of that is done in transactions.
     *
     * @return under which id; null where the request cannot change anything
     */
    @Nullable
    public UUID owe(RoutingContext request, Who who) {
        if (!Outcome.isChange(request.request().method().name())) {
            return null;
        }
        var change = ids.next();
        sql.write(OWE, change, json(List.of(AuditEntry.of(request, who, null, null))));
        return change;
    }

    private static String json(List<AuditEntry> entries) {
        var all = JsonNodeFactory.instance.arrayNode();
        entries.forEach(entry -> all.add(entry.json()));
        return all.toString();
    }

    /** They are written. */
    static void forget(Connection connection, List<UUID> changes) throws SQLException {
        try (var delete = connection.prepareStatement("delete from audit_owed where change = any(?)")) {
            delete.setArray(1, connection.createArrayOf("uuid", changes.toArray()));
            delete.executeUpdate();
        }
    }

    /** Takes the oldest of those that have been owed for so long. */
    static List<ObjectNode> take(Connection connection, Duration since) throws SQLException {
        try (var delete = connection.prepareStatement("with taken as (delete from audit_owed where change in"
                + " (select change from audit_owed where at <= clock_timestamp() - make_interval(secs => ?)"
                + " order by at limit " + AT_ONCE + ") returning at, entries) select entries from taken order by at")) {
            delete.setLong(1, since.toSeconds());
            var all = new ArrayList<ObjectNode>();
            try (var taken = delete.executeQuery()) {
                while (taken.next()) {
                    JSON.readTree(taken.getString(1)).forEach(entry -> all.add((ObjectNode) entry));
                }
            }
            return all;
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
