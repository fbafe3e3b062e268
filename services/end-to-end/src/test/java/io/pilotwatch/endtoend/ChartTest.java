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
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.marcnuri.helm.Helm;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The chart as Helm itself renders it, read as strictly as a cluster would. Needs neither a cluster nor the network. */
class ChartTest {

    @Test
    void helmHasNothingToSayAgainstTheChart() {
        var result = new Helm(Chart.FOLDER).lint().strict().call();

        assertFalse(result.isFailed(), () -> String.join("\n", result.getMessages()));
    }

    @ParameterizedTest
    @FieldSource("io.pilotwatch.endtoend.Chart#ALL")
    void everyManifestIsOfAKnownKindWithoutAWordThatKubernetesDoesNotKnow(String values) {
        var manifests = render(values).values();

        assertAll(manifests.stream().map(manifest -> () -> Chart.assertStrict(manifest)));
    }

    @Test
    void byDefaultEachServiceHasADeploymentWithAllThatBelongsToItAndThereIsNothingElse() {
        var expected = new TreeSet<String>();
        for (var service : SERVICES) {
            expected.add("Job/" + text(migration(render(DEFAULTS), service), "/metadata/name"));
            Stream.of("Deployment", "Service", "ServiceAccount", "PodDisruptionBudget", "NetworkPolicy")
                    .forEach(kind -> expected.add(kind + "/pilotwatch-" + service));
        }

        assertEquals(expected, render(DEFAULTS).keySet());
    }

    @Test
    void withEverythingSwitchedOnTheRestIsThereToo() {
        var added = new TreeSet<>(render(EVERYTHING).keySet());
        added.removeAll(render(DEFAULTS).keySet());
        added.removeIf(name -> name.matches("(Job|Kafka\\w+|HorizontalPodAutoscaler|Database)/.*"));

        assertEquals(
                Set.of(
                        "Cluster/pilotwatch-database",
                        "ConfigMap/pilotwatch-dashboard-deliveries",
                        "ConfigMap/pilotwatch-dashboard-events",
                        "ConfigMap/pilotwatch-dashboard-field",
                        "ConfigMap/pilotwatch-dashboard-operations",
                        "ConfigMap/pilotwatch-dashboard-programme",
                        "ConfigMap/pilotwatch-programme",
                        "HTTPRoute/pilotwatch",
                        "Ingress/pilotwatch",
                        "PrometheusRule/pilotwatch",
                        "ScheduledBackup/pilotwatch-database",
                        "ServiceMonitor/pilotwatch"),
                added);
    }

    @ParameterizedTest
    @FieldSource("io.pilotwatch.endtoend.Chart#ALL")
    void everyContainerIsWithoutRightsAndWatched(String values) {
        var manifests = render(values);

        for (var service : SERVICES) {
            var pod = deployment(manifests, service).at("/spec/template/spec");
            var container = pod.at("/containers/0");
            assertAll(
                    service,
                    () -> assertEquals(1, pod.at("/containers").size()),
                    () -> assertFalse(pod.at("/automountServiceAccountToken").asBoolean(true)),
                    () -> assertFalse(pod.at("/enableServiceLinks").asBoolean(true)),
                    () -> assertTrue(pod.at("/securityContext/runAsNonRoot").asBoolean()),
                    () -> assertNotEquals(
                            0, pod.at("/securityContext/runAsUser").asInt()),
                    () -> assertEquals("RuntimeDefault", text(pod, "/securityContext/seccompProfile/type")),
                    () -> assertTrue(container
                            .at("/securityContext/readOnlyRootFilesystem")
                            .asBoolean()),
                    () -> assertFalse(container
                            .at("/securityContext/allowPrivilegeEscalation")
                            .asBoolean(true)),
                    () -> assertEquals("[\"ALL\"]", text(container, "/securityContext/capabilities/drop")),
                    () -> assertEquals("/tmp", text(container, "/volumeMounts/0/mountPath")),
                    () -> assertTrue(pod.at("/volumes/0/emptyDir").isObject()),
                    () -> assertEquals("9000", port(container, "management")),
                    () -> assertFalse(container.at("/resources/requests").isEmpty()));
            Map.of("startup", "started", "liveness", "live", "readiness", "ready")
                    .forEach((probe, path) -> {
                        var get = container.at("/" + probe + "Probe/httpGet");
                        assertEquals("/q/health/" + path, text(get, "/path"), service);
                        assertEquals("management", text(get, "/port"), service);
                    });
        }
    }

    @ParameterizedTest
    @FieldSource("io.pilotwatch.endtoend.Chart#ALL")
    void whatRefersToAPartOfTheReleaseFindsIt(String values) {
        var manifests = render(values);

        for (var service : SERVICES) {
            var deployment = deployment(manifests, service);
            var labels = deployment.at("/spec/template/metadata/labels");
            var selecting = manifests.get("Service/pilotwatch-" + service);
            var account = text(deployment, "/spec/template/spec/serviceAccountName");
            var variables = deployment.at("/spec/template/spec/containers/0/env").findValuesAsText("name").stream()
                    .filter(name -> name.equals(name.toUpperCase()))
                    .toList();
            assertAll(
                    service,
                    () -> assertContains(labels, deployment.at("/spec/selector/matchLabels")),
                    () -> assertContains(labels, selecting.at("/spec/selector")),
                    () -> assertEquals(service, text(selecting, "/spec/selector/app.kubernetes.io~1component")),
                    () -> assertEquals(
                            List.of("http", "management"),
                            selecting.at("/spec/ports").findValuesAsText("targetPort")),
                    () -> assertNotNull(manifests.get("ServiceAccount/" + account)),
                    () -> assertEquals(Set.copyOf(variables).size(), variables.size(), "a variable is set twice"));
        }
    }

    static Stream<Arguments> environments() {
        return Stream.of(
                Arguments.of(DEFAULTS, "QUARKUS_HTTP_HOST", "0.0.0.0"),
                Arguments.of(DEFAULTS, "QUARKUS_HTTP_PORT", "8080"),
                Arguments.of(DEFAULTS, "QUARKUS_MANAGEMENT_HOST", "0.0.0.0"),
                Arguments.of(DEFAULTS, "QUARKUS_MANAGEMENT_PORT", "9000"),
                Arguments.of(DEFAULTS, "QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://postgresql:5432/reporting"),
                Arguments.of(DEFAULTS, "QUARKUS_DATASOURCE_USERNAME", "pilotwatch-reporting-database:username"),
                Arguments.of(DEFAULTS, "QUARKUS_DATASOURCE_PASSWORD", "pilotwatch-reporting-database:password"),
                Arguments.of(DEFAULTS, "QUARKUS_FLYWAY_MIGRATE_AT_START", "false"),
                Arguments.of(DEFAULTS, "QUARKUS_FLYWAY_PASSWORD", null),
                Arguments.of(DEFAULTS, "KAFKA_BOOTSTRAP_SERVERS", "kafka:9093"),
                Arguments.of(DEFAULTS, "KAFKA_SECURITY_PROTOCOL", "SASL_SSL"),
                Arguments.of(DEFAULTS, "KAFKA_SASL_MECHANISM", "SCRAM-SHA-512"),
                Arguments.of(DEFAULTS, "KAFKA_SASL_JAAS_CONFIG", "pilotwatch-reporting:sasl.jaas.config"),
                Arguments.of(DEFAULTS, "KAFKA_SSL_TRUSTSTORE_LOCATION", null),
                Arguments.of(DEFAULTS, "PILOTWATCH_SMTP_HOST", null),
                Arguments.of(DEFAULTS, "QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT", null),
                Arguments.of(DEFAULTS, "QUARKUS_SHUTDOWN_DELAY", "10S"),
                Arguments.of(DEFAULTS, "PILOTWATCH_IDENTITY_URL", "http://keycloak:8080/auth/realms/pilotwatch"),
                Arguments.of(DEFAULTS, "PILOTWATCH_PUBLIC_URL", "http://localhost:8080"),
                Arguments.of(DEFAULTS, "PILOTWATCH_CLOCK_MODE", "system"),
                Arguments.of(DEFAULTS, "PILOTWATCH_OIDC_SECRET", "pilotwatch-identity:client-secret"),
                Arguments.of(DEFAULTS, "PILOTWATCH_PROGRAMME_FILE", null),
                Arguments.of(DEFAULTS, "QUARKUS_HTTP_PROXY_TRUSTED_PROXIES", null),
                Arguments.of(
                        EVERYTHING,
                        "QUARKUS_DATASOURCE_JDBC_URL",
                        "jdbc:postgresql://pilotwatch-database-rw:5433/other?sslmode=verify-full"
                                + "&sslrootcert=/etc/pilotwatch-database/ca.crt&connectTimeout=5"),
                Arguments.of(EVERYTHING, "QUARKUS_DATASOURCE_PASSWORD", "other:password"),
                Arguments.of(EVERYTHING, "KAFKA_BOOTSTRAP_SERVERS", "k1:9094,k2:9095"),
                Arguments.of(EVERYTHING, "KAFKA_SECURITY_PROTOCOL", "SSL"),
                Arguments.of(EVERYTHING, "KAFKA_SASL_JAAS_CONFIG", null),
                Arguments.of(EVERYTHING, "KAFKA_SSL_TRUSTSTORE_TYPE", "PEM"),
                Arguments.of(EVERYTHING, "KAFKA_SSL_TRUSTSTORE_LOCATION", "/etc/pilotwatch-kafka/ca.crt"),
                Arguments.of(EVERYTHING, "PILOTWATCH_SMTP_HOST", "smtp"),
                Arguments.of(EVERYTHING, "PILOTWATCH_SMTP_PORT", "2525"),
                Arguments.of(EVERYTHING, "PILOTWATCH_SMTP_FROM", "P <p@example.org>"),
                Arguments.of(EVERYTHING, "QUARKUS_MAILER_START_TLS", "REQUIRED"),
                Arguments.of(EVERYTHING, "QUARKUS_MAILER_PASSWORD", "mail:password"),
                Arguments.of(OPERATED, "QUARKUS_MAILER_PASSWORD", null),
                Arguments.of(EVERYTHING, "QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT", "http://collector:4317"),
                Arguments.of(EVERYTHING, "PILOTWATCH_OIDC_SECRET", "id:secret"),
                Arguments.of(EVERYTHING, "PILOTWATCH_PROGRAMME_FILE", "/etc/pilotwatch/programme.yaml"),
                Arguments.of(EVERYTHING, "QUARKUS_HTTP_PROXY_TRUSTED_PROXIES", "10.0.0.0/8,fd00::/8"),
                Arguments.of(EVERYTHING, "JAVA_TOOL_OPTIONS", "-Xmx300m"),
                Arguments.of(EVERYTHING, "ALL", "1"),
                Arguments.of(EVERYTHING, "ONE", "s:k"));
    }

    @ParameterizedTest(name = "{1} = {2}")
    @MethodSource("environments")
    void reportingIsToldWhereTheRestOfTheWorldIs(String values, String variable, String expected) {
        assertEquals(expected, environment(render(values), "reporting").get(variable));
    }

    @Test
    void everyServiceSignsPeopleInWithTheSameSecret() {
        var manifests = render(EVERYTHING);

        SERVICES.forEach(service ->
                assertEquals("id:secret", environment(manifests, service).get("PILOTWATCH_OIDC_SECRET"), service));
    }

    @Test
    void onlyComplianceAlertSealsTheSecretsOfWebhooksAndSendsThem() {
        for (var service : SERVICES) {
            var environment = environment(render(EVERYTHING), service);
            var sends = service.equals("compliance-alert");
            assertEquals(sends ? "sealing:key" : null, environment.get("PILOTWATCH_WEBHOOKS_KEY"), service);
            assertEquals(
                    sends ? "hooks.internal,10.1.0.0/16" : null, environment.get("PILOTWATCH_WEBHOOKS_ALLOW"), service);
        }
        assertFalse(environment(render(DEFAULTS), "compliance-alert").containsKey("PILOTWATCH_WEBHOOKS_ALLOW"));
    }

    @Test
    void everyServiceHasTheKeyWithWhichItSignsAndNobodyElseMayReadIt() {
        for (var service : SERVICES) {
            var byDefault = environment(render(DEFAULTS), service);
            var everything = environment(render(EVERYTHING), service);
            var pod = deployment(render(DEFAULTS), service).at("/spec/template/spec");

            assertEquals("/etc/pilotwatch-receipts/key.pem", byDefault.get("PILOTWATCH_RECEIPTS_KEY"));
            assertFalse(byDefault.containsKey("PILOTWATCH_RECEIPTS_FORMER_KEYS"));
            assertEquals("/etc/pilotwatch-receipts/now.pem", everything.get("PILOTWATCH_RECEIPTS_KEY"));
            assertEquals("/etc/pilotwatch-receipts/before.json", everything.get("PILOTWATCH_RECEIPTS_FORMER_KEYS"));
            assertEquals(10001, pod.at("/securityContext/fsGroup").asInt());
            assertEquals(0440, pod.at("/volumes/1/secret/defaultMode").asInt());
            assertTrue(pod.at("/containers/0/volumeMounts/1/readOnly").asBoolean());
        }
    }

    @ParameterizedTest(name = "{1} {2} is {3}")
    @CsvSource(delimiter = '|', textBlock = """
            default    | Deployment/pilotwatch-intake | /spec/replicas                                       | 2
            default    | Deployment/pilotwatch-intake | /spec/template/spec/priorityClassName                |
            default    | Deployment/pilotwatch-intake | /spec/template/spec/terminationGracePeriodSeconds    | 60
            everything | Deployment/pilotwatch-intake | /spec/template/spec/priorityClassName                | high
            everything | Deployment/pilotwatch-intake | /spec/template/spec/nodeSelector                     | {"disk":"ssd"}
            everything | Deployment/pilotwatch-intake | /spec/template/spec/tolerations/0/key                | only
            everything | Deployment/pilotwatch-intake | /spec/template/spec/volumes/3/secret/items/0/path    | ca.crt
            default    | Deployment/pilotwatch-intake | /spec/template/spec/imagePullSecrets                 |
            default    | Deployment/pilotwatch-intake | /spec/template/spec/containers/0/resources/limits    | {"memory":"768Mi"}
            default    | Deployment/pilotwatch-intake | /spec/template/spec/volumes/1/secret/secretName      | pilotwatch-receipts
            default    | Deployment/pilotwatch-intake | /spec/template/spec/volumes/2                        |
            default    | Deployment/pilotwatch-intake | /spec/template/metadata/annotations                  |
            everything | Deployment/pilotwatch-intake | /spec/replicas                                       |
            everything | Deployment/pilotwatch-intake | /spec/template/spec/imagePullSecrets                 | [{"name":"pull"}]
            everything | Deployment/pilotwatch-intake | /spec/template/spec/containers/0/image               | images/pilotwatch/intake:1.2.3
            everything | Deployment/pilotwatch-intake | /spec/template/spec/containers/0/imagePullPolicy     | Always
            everything | Deployment/pilotwatch-intake | /spec/template/spec/containers/0/resources           | {"requests":{"cpu":2}}
            everything | Deployment/pilotwatch-intake | /spec/template/spec/containers/0/volumeMounts/1/name | programme
            everything | Deployment/pilotwatch-intake | /spec/template/spec/volumes/1/configMap/name         | pilotwatch-programme
            everything | Deployment/pilotwatch-intake | /spec/template/spec/containers/0/volumeMounts/2/name | receipts
            everything | Deployment/pilotwatch-intake | /spec/template/spec/volumes/2/secret/secretName      | signing
            everything | Ingress/pilotwatch           | /metadata/annotations                                | {"a.example/b":"c"}
            everything | Ingress/pilotwatch           | /spec/ingressClassName                               | nginx
            everything | Ingress/pilotwatch           | /spec/rules/0/host                                   | pilots.example.org
            everything | Ingress/pilotwatch           | /spec/tls                                            | [{"hosts":["pilots.example.org"],"secretName":"tls"}]
            everything | ServiceMonitor/pilotwatch    | /metadata/labels/release                             | prometheus
            everything | ServiceMonitor/pilotwatch    | /spec/endpoints/0/interval                           | 30s
            everything | PrometheusRule/pilotwatch    | /metadata/labels/release                             | prometheus
            everything | ConfigMap/pilotwatch-dashboard-field | /metadata/labels/grafana_dashboard            | yes
            everything | ConfigMap/pilotwatch-dashboard-field | /metadata/labels/more                         | 1
            everything | ConfigMap/pilotwatch-dashboard-field | /metadata/annotations/grafana_folder          | P
            """)
    void aValueComesOutWhereItBelongs(String values, String manifest, String place, String expected) {
        var found = render(values.equals("default") ? DEFAULTS : EVERYTHING).get(manifest);

        assertEquals(expected == null ? "" : expected, text(found, place));
    }

    @Test
    void aBareIngressHasTheRoutesOfTheLocalGatewayAndNothingMore() {
        var ingress = render("ingress: {enabled: true}").get("Ingress/pilotwatch");

        assertEquals(
                Map.of(
                        "/intake", "pilotwatch-intake",
                        "/milestone", "pilotwatch-milestone",
                        "/compliance-alert", "pilotwatch-compliance-alert",
                        "/reporting", "pilotwatch-reporting",
                        "/", "pilotwatch-reporting"),
                routes(ingress));
        assertEquals("localhost", text(ingress, "/spec/rules/0/host"));
        assertTrue(ingress.at("/spec/tls").isMissingNode());
        assertTrue(ingress.at("/spec/ingressClassName").isMissingNode());
        assertTrue(ingress.at("/metadata/annotations").isMissingNode());
    }

    @Test
    void theIdentityServerIsRoutedOnceItIsNamed() {
        assertEquals(
                "keycloak", routes(render(EVERYTHING).get("Ingress/pilotwatch")).get("/auth"));
    }

    @Test
    void theProgrammeFileArrivesAsItWasGivenAndAChangedOneStartsThePodsAgain() {
        var before = render(EVERYTHING);
        var after = render(EVERYTHING.replace("name: P", "name: Q"));

        assertEquals(
                "name: P\nfields:\n  - code: F\n",
                text(before.get("ConfigMap/pilotwatch-programme"), "/data/programme.yaml"));
        assertNotEquals(
                deployment(before, "intake").at("/spec/template"),
                deployment(after, "intake").at("/spec/template"));
    }

    @Test
    void eachDashboardArrivesAsItIsWhereGrafanasSidecarLooksForIt() throws IOException {
        var manifests = render("monitoring: {dashboards: {enabled: true}}");

        for (var dashboard : Dashboards.all().entrySet()) {
            var name = dashboard.getKey().replace(".json", "");
            var map = manifests.get("ConfigMap/pilotwatch-dashboard-" + name);
            var arrived = map.path("data").path(dashboard.getKey()).asText();
            assertEquals(dashboard.getValue(), new ObjectMapper().readTree(arrived));
            assertEquals("1", text(map, "/metadata/labels/grafana_dashboard"));
            assertTrue(map.at("/metadata/annotations").isMissingNode());
        }
    }

    @Test
    void aReleaseOfAnotherNameSaysWhatItIsAReleaseOf() throws IOException {
        var release = "a-name-as-long-as-helm-will-take-for-a-release-53-chars";
        assertTrue(render("prod", DEFAULTS).containsKey("Service/prod-pilotwatch-intake"));
        assertAll(render(release.substring(0, 53), DEFAULTS).keySet().stream()
                .map(key -> () -> assertTrue(key.split("/")[1].length() <= 63, key)));
    }

    @Test
    void eachAlertHasASeverityASummaryAndARunbookEntry() throws IOException {
        var readme = Files.readString(Chart.FOLDER.resolve("README.md"));
        var rules = render(EVERYTHING).get("PrometheusRule/pilotwatch").at("/spec").findValues("rules").stream()
                .flatMap(Chart::stream)
                .toList();

        assertFalse(rules.isEmpty());
        for (var rule : rules) {
            var alert = text(rule, "/alert");
            assertAll(
                    alert,
                    () -> assertFalse(text(rule, "/expr").isBlank()),
                    () -> assertTrue(Set.of("warning", "critical").contains(text(rule, "/labels/severity"))),
                    () -> assertFalse(text(rule, "/annotations/summary").isBlank()),
                    () -> assertTrue(readme.contains("\n### " + alert + "\n")),
                    () -> assertTrue(text(rule, "/annotations/runbook").endsWith("README.md#" + alert.toLowerCase())));
        }
    }

    @ParameterizedTest(name = "{0} is refused")
    @CsvSource(delimiter = '|', textBlock = """
            replicas: 3                                                    | additional properties 'replicas' not allowed
            services: {billing: {}}                                        | additional properties 'billing' not allowed
            services: {intake: null}                                       | missing property 'intake'
            services: {intake: {replicas: two}}                            | /services/intake/replicas
            services: {intake: {replica: 2}}                               | additional properties 'replica' not allowed
            image: {tag: 1.0}                                              | /image/tag
            image: {pullPolicy: Sometimes}                                 | /image/pullPolicy
            publicUrl: https://pilots.example.org/                         | /publicUrl
            identity: {url: "http://keycloak:8080"}                        | /identity/url
            identity: {secret: abc}                                        | additional properties 'secret' not allowed
            kafka: {securityProtocol: TLS}                                 | /kafka/securityProtocol
            kafka: {authority: broker}                                     | /kafka/authority
            strimzi: {topicReplicas: 0}                                    | /strimzi/topicReplicas
            cloudNativePg: {instances: 0}                                  | /cloudNativePg/instances
            cloudNativePg: {storage: {size: much}}                         | /cloudNativePg/storage/size
            cloudNativePg: {scheduledBackup: {schedule: "0 2 * * *"}}      | /cloudNativePg/scheduledBackup/schedule
            webhooks: {key: abc}                                           | additional properties 'key' not allowed
            webhooks: {allow: hooks}                                       | /webhooks/allow
            mail: {from: nobody}                                           | /mail/from
            mail: {password: abc}                                          | additional properties 'password' not allowed
            tracing: {endpoint: "collector:4317"}                          | /tracing/endpoint
            gateway: {enabled: true}                                       | /gateway/parentRefs
            networkPolicy: {frontFrom: [{}]}                               | /networkPolicy/frontFrom/0
            networkPolicy: {webhookPorts: []}                              | /networkPolicy/webhookPorts
            services: {intake: {autoscaling: {maxReplicas: 13}}}           | /services/intake/autoscaling/maxReplicas
            kafka: {bootstrapServers: kafka}                               | /kafka/bootstrapServers
            database: {port: "5432"}                                       | /database/port
            database: {parameters: "?ssl=true"}                            | /database/parameters
            receipts: {existingSecret: ""}                                 | /receipts/existingSecret
            receipts: {key: /tmp/key}                                      | /receipts/key
            receipts: {pem: abc}                                           | additional properties 'pem' not allowed
            env: [{name: A}]                                               | /env/0
            env: {A: b}                                                    | /env
            resources: {limits: {memory: lots}}                            | /resources/limits/memory
            ingress: {enabled: "yes"}                                      | /ingress/enabled
            ingress: {host: pilots.example.org}                            | additional properties 'host' not allowed
            ingress: {trustedProxies: 10.0.0.0/8}                          | /ingress/trustedProxies
            monitoring: {serviceMonitor: {interval: 15}}                   | /monitoring/serviceMonitor/interval
            monitoring: {rules: {labels: {a: 1}}}                          | /monitoring/rules/labels/a
            monitoring: {dashboards: {annotations: {a: 1}}}                | /monitoring/dashboards/annotations/a
            monitoring: {dashboards: {folder: P}}                          | additional properties 'folder' not allowed
            """)
    void aWrongValueIsRefusedByItsPlace(String values, String complaint) {
        var refusal = assertThrows(IllegalStateException.class, () -> render(values));

        assertTrue(refusal.getMessage().contains("values don't meet the specifications"), refusal::getMessage);
        assertTrue(refusal.getMessage().contains(complaint), refusal::getMessage);
    }

    @Test
    void everyValueIsInTheReadmeAndSomeCaseChangesIt() throws IOException {
        var readme = Files.readString(Chart.FOLDER.resolve("README.md"));
        var defaults = Chart.YAML.readTree(Chart.FOLDER.resolve("values.yaml").toFile());
        var everything = Chart.YAML.readTree(EVERYTHING);

        leaves("", defaults).forEach(place -> {
            var name = place.substring(1).replace('/', '.').replaceAll("^services\\.[^.]+", "services.<service>");
            assertTrue(readme.contains("| `" + name + "` |"), () -> name + " is not in the README's table");
            assertNotEquals(defaults.at(place), everything.at(place), () -> name + " is not changed by EVERYTHING");
        });
    }

    private static void assertContains(JsonNode all, JsonNode some) {
        assertFalse(some.isEmpty());
        some.properties().forEach(one -> assertEquals(one.getValue(), all.get(one.getKey()), one.getKey()));
    }

    private static Map<String, String> routes(JsonNode ingress) {
        return stream(ingress.at("/spec/rules/0/http/paths"))
                .collect(
                        Collectors.toMap(route -> text(route, "/path"), route -> text(route, "/backend/service/name")));
    }

    private static String port(JsonNode container, String name) {
        return stream(container.at("/ports"))
                .filter(port -> text(port, "/name").equals(name))
                .map(port -> text(port, "/containerPort"))
                .findFirst()
                .orElseThrow();
    }

    /** JSON pointers; an empty map or list is a leaf, and so is `resources`, which is described as one thing. */
    private static Stream<String> leaves(String place, JsonNode node) {
        if (!node.isObject() || node.isEmpty() || place.endsWith("/resources")) {
            return Stream.of(place);
        }
        return node.properties().stream().flatMap(one -> leaves(place + "/" + one.getKey(), one.getValue()));
    }
}
