package io.pilotwatch.compliancealert;

import io.pilotwatch.compliancealert.delivery.DeliveryView;
import io.pilotwatch.compliancealert.delivery.DeliveryViews;
import io.pilotwatch.contracts.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What was said of a pilot's alerts by an instant, and to whom it was sent. */
@ApplicationScoped
class Told {

    /** Of one alert. */
    record OfAlert(List<AlertView.Step> history, List<DeliveryView> deliveries) {}

    static final OfAlert NOTHING = new OfAlert(List.of(), List.of());

    private final AlertViews alerts;
    private final DeliveryViews deliveries;

    Told(AlertViews alerts, DeliveryViews deliveries) {
        this.alerts = alerts;
        this.deliveries = deliveries;
    }

    /** By alert id. */
    Map<String, OfAlert> ofPilot(String pilotId, @Nullable String agency, Instant until) {
        var sent = deliveries.ofPilot(pilotId, until).stream()
                .filter(d -> agency == null || agency.equals(d.agency()))
                .collect(Collectors.groupingBy(DeliveryView::alertId));
        var all = new HashMap<String, OfAlert>();
        alerts.histories(pilotId, until)
                .forEach((id, steps) -> all.put(id, new OfAlert(steps, sent.getOrDefault(id, List.of()))));
        return all;
    }
}
