package io.pilotwatch.compliancealert.delivery;

import io.pilotwatch.compliancealert.delivery.DeliveryView.Try;
import io.pilotwatch.compliancealert.delivery.core.Answer.Outcome;
import io.pilotwatch.compliancealert.delivery.core.ChannelKind;
import io.pilotwatch.compliancealert.delivery.core.Notice;
import io.pilotwatch.contracts.Text;
import io.pilotwatch.platform.Sql;
import io.pilotwatch.platform.Sql.Array;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads deliveries with their tries: two queries, however many there are. */
@ApplicationScoped
public class DeliveryViews {

    private static final String SELECT = "select d.*, n.kind, n.agency, n.alert_id, n.pilot_id, n.alert_revision,"
            + " n.text_zh, n.text_en, n.said_at, s.account, s.channel, r.received_at from delivery d"
            + " join notice n using (notice_id) join subscription s using (subscription_id)"
            + " left join delivery_receipt r using (delivery_id) where ";

    private record OfDelivery(UUID deliveryId, Try made) {}

    private final Sql sql;

    DeliveryViews(Sql sql) {
        this.sql = sql;
    }

    /** Who was told of an alert, when, and what each try was answered; oldest first. */
    public List<DeliveryView> ofAlert(String alertId) {
        return read("n.alert_id = ? order by d.delivery_id", alertId);
    }

    /** The same of all alerts of a pilot that were said by an instant of the programme clock. */
    public List<DeliveryView> ofPilot(String pilotId, Instant until) {
        return read("n.pilot_id = ? and n.said_at <= ? order by d.delivery_id", pilotId, until);
    }

    Optional<DeliveryView> one(UUID deliveryId) {
        return read("d.delivery_id = ?", deliveryId).stream().findFirst();
    }

    /** Up to {@code most} of a subscription, newest first, before the given one. */
    List<DeliveryView> ofSubscription(UUID subscriptionId, UUID before, int most) {
        return read(
                "d.subscription_id = ? and d.delivery_id < ? order by d.delivery_id desc limit ?",
                subscriptionId,
                before,
                most);
    }

    private List<DeliveryView> read(String condition, Object... parameters) {
        var found = sql.read(SELECT + condition, DeliveryViews::view, parameters);
        var tries = tries(found.stream().map(DeliveryView::triedAs).distinct().toList());
        return found.stream()
                .map(view -> view.with(tries.getOrDefault(view.triedAs(), List.of())))
                .toList();
    }

    private Map<UUID, List<Try>> tries(List<UUID> ids) {
        return sql
                .read(
                        "select * from delivery_try where delivery_id = any(?) order by delivery_id, number",
                        DeliveryViews::made,
                        Array.ids(ids))
                .stream()
                .collect(Collectors.groupingBy(
                        OfDelivery::deliveryId, Collectors.mapping(OfDelivery::made, Collectors.toList())));
    }

    private static OfDelivery made(ResultSet row) throws SQLException {
        return new OfDelivery(Sql.id(row, "delivery_id"), tryOf(row));
    }

    /** The try of a row that has all columns of the table. */
    static Try tryOf(ResultSet row) throws SQLException {
        return new Try(
                row.getInt("number"),
                Sql.instant(row, "at"),
                Outcome.valueOf(row.getString("outcome")),
                row.getObject("status", Integer.class),
                row.getLong("duration_ms"),
                row.getString("answer"),
                row.getString("error"));
    }

    private static DeliveryView view(ResultSet row) throws SQLException {
        var state = DeliveryRows.State.valueOf(row.getString("state"));
        return new DeliveryView(
                Sql.id(row, "delivery_id"),
                Sql.id(row, "subscription_id"),
                row.getString("account"),
                row.getString("agency"),
                ChannelKind.valueOf(row.getString("channel")),
                Notice.Kind.valueOf(row.getString("kind")),
                row.getString("alert_id"),
                row.getString("pilot_id"),
                row.getLong("alert_revision"),
                new Text(row.getString("text_zh"), row.getString("text_en")),
                state,
                Sql.instant(row, "said_at"),
                Sql.instant(row, "created_at"),
                state == DeliveryRows.State.PENDING ? Sql.instant(row, "next_try_at") : null,
                Sql.instant(row, "settled_at"),
                Sql.instant(row, "received_at"),
                row.getObject("digest_id", UUID.class),
                List.of());
    }
}
