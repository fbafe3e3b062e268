package io.pilotwatch.compliancealert.delivery;

import io.pilotwatch.compliancealert.delivery.DeliveryRows.Tried;
import io.pilotwatch.compliancealert.delivery.core.Endpoint;
import io.pilotwatch.compliancealert.delivery.core.Ladder;
import io.pilotwatch.compliancealert.delivery.core.Subscription;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** Writes down what came of tries, all of a round in one transaction: tries, deliveries, receipts, and how the endpoint is. */
@ApplicationScoped
class Recording {

    private final DeliveryRows rows;
    private final DeliveryReceipts receipts;
    private final FailingEndpoints failing;
    private final DeliveryMeters meters;
    private final Ladder ladder;

    Recording(
            DeliveryRows rows,
            DeliveryReceipts receipts,
            FailingEndpoints failing,
            DeliveryMeters meters,
            DeliverySettings settings) {
        this.rows = rows;
        this.receipts = receipts;
        this.failing = failing;
        this.meters = meters;
        this.ladder = new Ladder(settings.ladder());
    }

    /** Of a round at an endpoint. */
    void record(Subscription to, Endpoint endpoint, List<Attempt> round) {
        var tried = round.stream().map(attempt -> attempt.on(ladder)).toList();
        QuarkusTransaction.requiringNew().run(() -> {
            save(to, round, tried);
            failing.after(to, endpoint, tried);
        });
        meters.tried(to.channel(), tried);
    }

    /** Of tries that say nothing of how the endpoint goes, such as a digest's or a test. */
    void record(Subscription to, List<Attempt> made, List<Tried> tried) {
        QuarkusTransaction.requiringNew().run(() -> save(to, made, tried));
        meters.tried(to.channel(), tried);
    }

    private void save(Subscription to, List<Attempt> made, List<Tried> tried) {
        var decided = Set.copyOf(rows.record(tried));
        receipts.delivered(
                to,
                made.stream()
                        .filter(attempt -> attempt.answer().delivered())
                        .filter(attempt ->
                                decided.contains(attempt.due().message().deliveryId()))
                        .toList());
    }
}
