package io.pilotwatch.milestone.report;

import io.pilotwatch.contracts.AlertEvent.OfRectification;
import io.pilotwatch.contracts.AlertEvent.RectificationAccepted;
import io.pilotwatch.contracts.Expectations.Rectification;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.platform.DatabaseFailure;
import io.pilotwatch.platform.Envelope;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.sql.DataSource;

/** What compliance-alert says of rectifications, as far as it decides which reports are expected. */
@ApplicationScoped
public class Rectifications {

    /** Whatever the order in which they come: the highest revision stays. */
    private static final String LEARN = "insert into rectification"
            + " (pilot_id, rectification_id, revision, ordered_on, accepted_on) values (?, ?, ?, ?, ?)"
            + " on conflict (pilot_id, rectification_id) do update set revision = excluded.revision,"
            + " ordered_on = excluded.ordered_on, accepted_on = excluded.accepted_on"
            + " where rectification.revision < excluded.revision";

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
                upsert.addBatch();
            }
            upsert.executeBatch();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    List<Rectification> of(String pilotId) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "select ordered_on, accepted_on from rectification where pilot_id = ?")) {
            select.setString(1, pilotId);
            var found = new ArrayList<Rectification>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    found.add(new Rectification(row.getObject(1, LocalDate.class), row.getObject(2, LocalDate.class)));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }
}
