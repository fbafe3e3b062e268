package io.pilotwatch.endtoend;

import static io.pilotwatch.endtoend.Chart.DEFAULTS;
import static io.pilotwatch.endtoend.Chart.EVERYTHING;
import static io.pilotwatch.endtoend.Chart.OPERATED;
import static io.pilotwatch.endtoend.Chart.SERVICES;
import static io.pilotwatch.endtoend.Chart.deployment;
import static io.pilotwatch.endtoend.Chart.environment;
import static io.pilotwatch.endtoend.Chart.migration;
import static io.pilotwatch.endtoend.Chart.render;
import static io.pilotwatch.endtoend.Chart.stream;
import static io.pilotwatch.endtoend.Chart.text;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** How the chart's replicas live together: who migrates, who may be away at once, who may speak with whom. */
class ChartWorkloadsTest {

    @ParameterizedTest
    @FieldSource("io.pilotwatch.endtoend.Chart#ALL")
    void eachDatabaseIsMigratedByItsOwnerWhomTheRunningServiceDoesNotKnow(String values) {
        var manifests = render(values);

        for (var service : SERVICES) {
            var running = environment(manifests, service);
            var job = migration(manifests, service);
            var migrating = environment(job);
            var pod = job.at("/spec/template/spec");
            assertAll(
                    service,
                    () -> assertEquals("true", migrating.get("QUARKUS_INIT_AND_EXIT")),
                    () -> assertEquals("true", migrating.get("QUARKUS_FLYWAY_MIGRATE_AT_START")),
                    () -> assertTrue(migrating.get("QUARKUS_FLYWAY_PASSWORD").endsWith("-owner:password")),
                    () -> assertEquals("false", running.get("QUARKUS_FLYWAY_MIGRATE_AT_START")),
                    () -> assertFalse(running.containsKey("QUARKUS_FLYWAY_PASSWORD")),
                    () -> assertEquals(
                            running.get("QUARKUS_DATASOURCE_JDBC_URL"), migrating.get("QUARKUS_DATASOURCE_JDBC_URL")),
                    () -> assertEquals(
                            deployment(manifests, service).at("/spec/template/spec/containers/0/image"),
                            pod.at("/containers/0/image")),
                    () -> assertTrue(pod.at("/containers/0/securityContext/readOnlyRootFilesystem")
                            .asBoolean()),
                    () -> assertTrue(pod.at("/securityContext/runAsNonRoot").asBoolean()),
                    // A name that outgrows a label would leave the job without pods.
                    () -> assertTrue(text(job, "/metadata/name").length() <= 63));
        }
    }

    @Test
    void anotherVersionOrAnotherDatabaseMigratesAnewAndNothingElseDoes() {
        var before = text(migration(render(EVERYTHING), "intake"), "/metadata/name");

        assertNotEquals(
                before, text(migration(render(EVERYTHING.replace("1.2.3", "1.2.4")), "intake"), "/metadata/name"));
        assertNotEquals(
                before,
                text(migration(render(EVERYTHING.replace("port: 5433", "port: 5434")), "intake"), "/metadata/name"));
        assertEquals(
                before,
                text(
                        migration(render(EVERYTHING.replace("interval: 30s", "interval: 45s")), "intake"),
                        "/metadata/name"));
    }

    @ParameterizedTest
    @FieldSource("io.pilotwatch.endtoend.Chart#ALL")
    void replicasAreSpreadAndOneAtATimeMayBeTakenAway(String values) {
        var manifests = render(values);

        for (var service : SERVICES) {
            var labels = deployment(manifests, service).at("/spec/template/metadata/labels");
            var spread = deployment(manifests, service).at("/spec/template/spec/topologySpreadConstraints");
            var budget =
                    manifests.get("PodDisruptionBudget/pilotwatch-" + service).path("spec");
            assertEquals(
                    List.of("kubernetes.io/hostname", "topology.kubernetes.io/zone"),
                    spread.findValuesAsText("topologyKey"));
            assertEquals(1, budget.path("maxUnavailable").asInt());
            for (var selector :
                    List.of(budget.at("/selector/matchLabels"), spread.at("/0/labelSelector/matchLabels"))) {
                selector.properties().forEach(one -> assertEquals(one.getValue(), labels.get(one.getKey())));
                // The job's pod is none of them.
                assertEquals(service, text(selector, "/app.kubernetes.io~1component"));
            }
        }
    }

    @Test
    void anAutoscalerTakesThePlaceOfAFixedNumber() {
        var fixed = render(DEFAULTS);
        var scaled = render(EVERYTHING);

        assertEquals("2", text(deployment(fixed, "intake"), "/spec/replicas"));
        assertFalse(fixed.containsKey("HorizontalPodAutoscaler/pilotwatch-intake"));
        var autoscaler = scaled.get("HorizontalPodAutoscaler/pilotwatch-intake").path("spec");
        assertTrue(deployment(scaled, "intake").at("/spec/replicas").isMissingNode());
        assertEquals("pilotwatch-intake", text(autoscaler, "/scaleTargetRef/name"));
        assertEquals(
                "3 6 60",
                text(autoscaler, "/minReplicas") + " " + text(autoscaler, "/maxReplicas") + " "
                        + text(autoscaler, "/metrics/0/resource/target/averageUtilization"));
    }

    @Test
    void byDefaultOnlyTheNamedPortsAreOpen() {
        var policy = render(DEFAULTS).get("NetworkPolicy/pilotwatch-intake").path("spec");

        assertEquals("[\"Ingress\",\"Egress\"]", text(policy, "/policyTypes"));
        assertEquals("[\"intake\",\"intake-migration\"]", text(policy, "/podSelector/matchExpressions/0/values"));
        assertEquals(List.of("http", "management"), ports(policy.path("ingress")));
        assertEquals(List.of("53", "53", "9093", "5432", "8080"), ports(policy.path("egress")));
    }

    @Test
    void everyPeerThatIsNamedIsTheOnlyOne() {
        var policies = render(OPERATED);
        var policy = policies.get("NetworkPolicy/pilotwatch-compliance-alert").path("spec");

        assertEquals("ingress", text(policy, "/ingress/0/from/0/namespaceSelector/matchLabels/name"));
        assertEquals("monitoring", text(policy, "/ingress/1/from/0/namespaceSelector/matchLabels/name"));
        assertEquals(
                List.of("53", "53", "9094", "9095", "5433", "443", "4317", "2525", "443", "8443"),
                ports(policy.path("egress")));
        assertEquals("kafka", text(policy, "/egress/1/to/0/podSelector/matchLabels/app"));
        assertEquals("postgresql", text(policy, "/egress/2/to/0/podSelector/matchLabels/app"));
        assertEquals("10.2.0.0/16", text(policy, "/egress/3/to/0/ipBlock/cidr"));
        assertEquals("0.0.0.0/0", text(policy, "/egress/6/to/0/ipBlock/cidr"));
        assertTrue(text(policy, "/egress/6/to/0/ipBlock/except").contains("\"169.254.0.0/16\""));
        assertEquals("10.1.0.0/16", text(policy, "/egress/7/to/0/ipBlock/cidr"));
        // Nobody else speaks to the world.
        for (var service : List.of("intake", "milestone", "reporting")) {
            assertFalse(
                    policies.get("NetworkPolicy/pilotwatch-" + service)
                            .toString()
                            .contains("0.0.0.0/0"),
                    service);
        }
    }

    @Test
    void withoutPoliciesThereAreNone() {
        assertFalse(render(EVERYTHING).keySet().stream().anyMatch(name -> name.startsWith("NetworkPolicy/")));
    }

    @Test
    void theGatewayHasTheRoutesOfTheIngress() {
        var manifests = render(EVERYTHING);
        var ingress = stream(manifests.get("Ingress/pilotwatch").at("/spec/rules/0/http/paths"))
                .collect(
                        Collectors.toMap(route -> text(route, "/path"), route -> text(route, "/backend/service/name")));
        var route = manifests.get("HTTPRoute/pilotwatch").path("spec");

        assertEquals(ingress, routes(route));
        assertEquals("[\"pilots.example.org\"]", text(route, "/hostnames"));
        assertEquals("gateways", text(route, "/parentRefs/0/namespace"));
        var bare =
                render("gateway: {enabled: true, parentRefs: [{name: public}]}").get("HTTPRoute/pilotwatch");
        assertEquals(
                Set.of("/intake", "/milestone", "/compliance-alert", "/reporting", "/"),
                routes(bare.path("spec")).keySet());
    }

    private static Map<String, String> routes(JsonNode route) {
        return stream(route.path("rules"))
                .collect(Collectors.toMap(
                        rule -> text(rule, "/matches/0/path/value"), rule -> text(rule, "/backendRefs/0/name")));
    }

    private static List<String> ports(JsonNode rules) {
        return stream(rules)
                .flatMap(rule -> stream(rule.path("ports")))
                .map(port -> text(port, "/port"))
                .toList();
    }
}
