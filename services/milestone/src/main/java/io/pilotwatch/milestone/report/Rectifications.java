package io.pilotwatch.milestone.report;

import io.pilotwatch.contracts.AlertEvent.OfRectification;
import io.pilotwatch.contracts.AlertEvent.RectificationAccepted;
import io.pilotwatch.contracts.AlertEvent.RectificationReturned;
import io.pilotwatch.contracts.Expectations.Rectification;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.contracts.RectificationState;
import io.pilotwatch.platform.DatabaseFailure;
import io.pilotwatch.platform.Envelope;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import javax.sql.DataSource;

/** What compliance-alert says of rectifications, as far as it decides which reports are expected. */
@ApplicationScoped
public class Rectifications {

    /** Whatever the order in which they come: the highest revision stays. */
    private static final String LEARN = "insert into rectification"
            + " (pilot_id, rectification_id, revision, ordered_on, accepted_on, demand, due, state, note)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)"
            + " on conflict (pilot_id, rectification_id) do update set revision = excluded.revision,"
            + " ordered_on = excluded.ordered_on, accepted_on = excluded.accepted_on, demand = excluded.demand,"
            + " due = excluded.due, state = excluded.state, note = excluded.note"
            + " where rectification.revision < excluded.revision";

    private static final String OF_MANY =
            "select pilot_id, rectification_id, ordered_on, accepted_on, demand, due, state,"
                    + " note from rectification where pilot_id = any(?) order by ordered_on, rectification_id";

    private final DataSource database;
    private final Programme programme;

    Rectifications(DataSource database, Programme programme) {
        this.database = database;
        this.programme = programme;
    }

    /** Takes in what a batch says of them, in id order, so that two batches never wait for each other. */
    public void learn(List<Envelope> events) {
        var heard = events.stream()
                .filter(envelope -> envelope.event() instanceof OfRectification)
                .sorted(Comparator.comparing((Envelope e) -> e.event().pilotId())
                        .thenComparing(e ->
                                ((OfRectification) e.event()).rectification().rectificationId()))
                .toList();
        if (heard.isEmpty()) {
            return;
        }
        try (var connection = database.getConnection();
                var upsert = connection.prepareStatement(LEARN)) {
            for (var envelope : heard) {
                var event = (OfRectification) envelope.event();
                upsert.setString(1, event.pilotId());
                upsert.setString(2, event.rectification().rectificationId());
                upsert.setLong(3, event.revision());
                upsert.setObject(4, event.rectification().orderedOn());
                upsert.setObject(5, event instanceof RectificationAccepted ? programme.dayOf(envelope.time()) : null);
                upsert.setString(6, event.rectification().demand());
                upsert.setObject(7, event.rectification().due());
                upsert.setString(8, event.rectification().state().name());
                upsert.setString(9, event instanceof RectificationReturned back ? back.reason() : null);
                upsert.addBatch();
            }
            upsert.executeBatch();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    /**
     * What a pilot is to put right.
     *
     * @param demand null, like due and state, where it was heard of before this was kept
     * @param note what the lead wrote when it returned the answer; null where it did not
     * @param acceptedOn programme day; null while it is open
     */
    public record Order(
            String pilotId,
            String rectificationId,
            LocalDate orderedOn,
            @Nullable LocalDate acceptedOn,
            @Nullable String demand,
            @Nullable LocalDate due,
            @Nullable RectificationState state,
            @Nullable String note) {}

    /** Of all these pilots, oldest first. */
    public List<Order> of(Collection<String> pilotIds) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(OF_MANY)) {
            select.setArray(1, connection.createArrayOf("text", pilotIds.toArray()));
            var orders = new ArrayList<Order>();
            try (var found = select.executeQuery()) {
                while (found.next()) {
                    orders.add(order(found));
                }
            }
            return orders;
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private static Order order(ResultSet found) throws SQLException {
        var state = found.getString(7);
        return new Order(
                found.getString(1),
                found.getString(2),
                found.getObject(3, LocalDate.class),
                found.getObject(4, LocalDate.class),
                found.getString(5),
                found.getObject(6, LocalDate.class),
                state == null ? null : RectificationState.valueOf(state),
                found.getString(8));
    }

    List<Rectification> of(String pilotId) {
        return expectations(of(List.of(pilotId)));
    }

    /** As far as they decide which reports are expected. */
    static List<Rectification> expectations(List<Order> orders) {
        return orders.stream()
                .map(order -> new Rectification(order.orderedOn(), order.acceptedOn()))
                .toList();
    }
}
