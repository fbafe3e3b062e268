package io.pilotwatch.endtoend.faults;

import static java.util.stream.Collectors.groupingBy;

import io.pilotwatch.endtoend.faults.World.About;
import io.pilotwatch.endtoend.faults.World.Delivery;
import io.pilotwatch.endtoend.faults.World.Received;
import io.pilotwatch.endtoend.faults.World.Told;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What was raised reached the receiver at least once, each time under one and the same id, signed. */
final class DeliveriesCheck {

    private final World world;
    private final Findings findings;
    private final Map<String, List<Received>> received;

    private DeliveriesCheck(World world, Findings findings) {
        this.world = world;
        this.findings = findings;
        this.received = world.watch().received().stream().collect(groupingBy(Received::id));
    }

    /** {@code told}: each event once, without what was injected. */
    static void judge(World world, List<Told> told, Findings findings) {
        var check = new DeliveriesCheck(world, findings);
        check.planned(told);
        check.everySaid();
        check.oneId();
    }

    private void planned(List<Told> told) {
        var planned = world.watch().deliveries().stream()
                .filter(Delivery::isOfRaising)
                .collect(groupingBy(Delivery::about));
        told.stream()
                .filter(one -> one.type().equals(AlertsCheck.RAISED) && one.alert() != null)
                .map(Told::alert)
                .filter(alert -> !alert.muted())
                .forEach(alert -> alert.agencies().stream()
                        .filter(world.watch().agencies()::contains)
                        .map(agency -> new About(agency, alert.alertId(), alert.revision()))
                        .forEach(about -> planned(about, planned.getOrDefault(about, List.of()))));
    }

    private void planned(About about, List<Delivery> deliveries) {
        findings.count("raised for the receiver", 1);
        if (deliveries.size() != 1) {
            findings.wrong(
                    "%s: revision %d has %d deliveries for the receiver of %s.",
                    about.alertId(), about.revision(), deliveries.size(), about.agency());
        }
    }

    /** Also those that tell of an end. */
    private void everySaid() {
        for (var delivery : world.watch().deliveries()) {
            findings.count("deliveries", 1);
            var came = received.getOrDefault(delivery.deliveryId(), List.of());
            boolean taken = came.stream().anyMatch(Received::taken);
            if (!taken || !delivery.state().equals("DELIVERED")) {
                findings.wrong(
                        "%s: delivery %s is %s, and the receiver %s.",
                        delivery.about().alertId(),
                        delivery.deliveryId(),
                        delivery.state(),
                        taken ? "took it" : "never took it");
            }
        }
    }

    private void oneId() {
        var ids = world.watch().deliveries().stream()
                .collect(Collectors.toMap(Delivery::deliveryId, Function.identity(), (a, _) -> a));
        received.forEach((id, came) -> {
            findings.count("requests at the receiver", came.size());
            var delivery = ids.get(id);
            if (delivery == null) {
                findings.wrong("The receiver was sent %s, which is no delivery of its own.", id);
            }
            for (var one : came) {
                if (!one.signed()) {
                    findings.wrong(
                            "%s: delivery %s came without a good signature.",
                            one.about().alertId(), id);
                }
                if (!one.hash().equals(came.getFirst().hash())) {
                    findings.wrong(
                            "%s: delivery %s came with two bodies under one id.",
                            one.about().alertId(), id);
                }
            }
        });
        world.watch().received().stream()
                .filter(one -> !one.about().alertId().isEmpty())
                .collect(groupingBy(
                        one -> List.of(one.about(), one.type()), Collectors.mapping(Received::id, Collectors.toSet())))
                .forEach((about, under) -> {
                    if (under.size() > 1) {
                        findings.wrong("%s came under several ids: %s.", about, under);
                    }
                });
    }
}
