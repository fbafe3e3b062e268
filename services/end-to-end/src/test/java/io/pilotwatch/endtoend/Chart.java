package io.pilotwatch.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import com.marcnuri.helm.Helm;
import io.kubernetes.client.openapi.models.V1LabelSelector;
import io.kubernetes.client.openapi.models.V1ObjectMeta;
import io.kubernetes.client.openapi.models.V1ResourceRequirements;
import io.kubernetes.client.util.ModelMapper;
import io.kubernetes.client.util.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The chart as Helm itself renders it. Needs neither a cluster nor the network. */
final class Chart {

    static final Path FOLDER = Path.of("../../charts/pilotwatch");
    static final YAMLMapper YAML = new YAMLMapper();
    static final List<String> SERVICES = List.of("intake", "milestone", "compliance-alert", "reporting");

    static final String DEFAULTS = "{}";

    /** Every value differs from its default, so with the defaults each side of each condition is rendered once. */
    static final String EVERYTHING = """
            image: {repository: "images/pilotwatch", tag: "1.2.3", pullPolicy: Always, pullSecrets: [pull]}
            publicUrl: https://pilots.example.org:8443
            identity: {url: "https://id/auth/realms/p", clientSecret: {name: id, key: secret}}
            kafka: {bootstrapServers: "k1:9094,k2:9095", securityProtocol: SSL, authority: {name: brokers, key: authority.pem}}
            strimzi: {enabled: true, cluster: streams, topicReplicas: 5, minInSyncReplicas: 3}
            database: {host: db, port: 5433, parameters: connectTimeout=5, authority: {name: databases, key: authority.pem}}
            cloudNativePg:
              enabled: true
              instances: 2
              image: images/postgresql:18
              storage: {size: 50Gi, storageClass: fast}
              resources: {requests: {cpu: 1, memory: 2Gi}, limits: {memory: 2Gi}}
              plugins: [{name: barman-cloud.cloudnative-pg.io, isWALArchiver: true, parameters: {barmanObjectName: store}}]
              scheduledBackup: {enabled: true, schedule: "0 30 1 * * *", pluginConfiguration: {name: barman-cloud.cloudnative-pg.io}}
            receipts: {existingSecret: signing, key: now.pem, formerKeys: before.json}
            webhooks: {existingSecret: sealing, allow: [hooks.internal, 10.1.0.0/16]}
            mail: {host: smtp, port: 2525, from: "P <p@example.org>", existingSecret: mail}
            tracing: {endpoint: "http://collector:4317"}
            programme: {file: "name: P\\nfields:\\n  - code: F\\n"}
            jvmOptions: -Xmx300m
            env: [{name: ALL, value: "1"}]
            resources: {requests: {cpu: 1, memory: 1Gi}, limits: {memory: 1Gi}}
            priorityClassName: high
            nodeSelector: {disk: ssd}
            tolerations: [{key: only, operator: Equal, value: pilotwatch, effect: NoSchedule}]
            services:
              intake: &service
                replicas: 3
                database: {name: other, existingSecret: other, ownerSecret: other-owner}
                kafka: {existingSecret: other-kafka}
                autoscaling: {enabled: true, minReplicas: 3, maxReplicas: 6, targetCpuPercent: 60}
                env: [{name: ONE, valueFrom: {secretKeyRef: {name: s, key: k}}}]
                resources: {requests: {cpu: 2}}
              milestone: *service
              compliance-alert: *service
              reporting: *service
            ingress:
              enabled: true
              className: nginx
              annotations: {a.example/b: c}
              tlsSecret: tls
              trustedProxies: [10.0.0.0/8, "fd00::/8"]
              identityService: {name: keycloak, port: 8180}
            gateway: {enabled: true, parentRefs: [{name: public, namespace: gateways}]}
            networkPolicy:
              enabled: false
              frontFrom: [{namespaceSelector: {matchLabels: {name: ingress}}}]
              monitoringFrom: [{namespaceSelector: {matchLabels: {name: monitoring}}}]
              kafkaTo: [{podSelector: {matchLabels: {app: kafka}}}]
              databaseTo: [{podSelector: {matchLabels: {app: postgresql}}}]
              identityTo: [{ipBlock: {cidr: 10.2.0.0/16}}]
              webhookPorts: [443, 8443]
              webhooksTo: [{ipBlock: {cidr: 10.1.0.0/16}}]
            monitoring:
              serviceMonitor: {enabled: true, interval: 30s, labels: {release: prometheus}}
              rules: {enabled: true, labels: {release: prometheus}}
              dashboards: {enabled: true, labels: {grafana_dashboard: "yes", more: "1"}, annotations: {grafana_folder: P}}
            """;

    /** As an operator of a whole cluster would have it: policies with all else switched on, and the operators' own authorities. */
    static final String OPERATED = EVERYTHING
            .replace("enabled: false", "enabled: true")
            .replace(
                    "securityProtocol: SSL, authority: {name: brokers, key: authority.pem}",
                    "securityProtocol: SASL_SSL")
            .replace("kafka: {existingSecret: other-kafka}", "kafka: {existingSecret: \"\"}")
            .replace("existingSecret: mail", "existingSecret: \"\"")
            .replace("instances: 2", "instances: 1")
            .replace(", storageClass: fast", "")
            .replace("image: images/postgresql:18", "image: \"\"")
            .replace(", pluginConfiguration: {name: barman-cloud.cloudnative-pg.io}", "");

    static final List<String> ALL = List.of(DEFAULTS, EVERYTHING, OPERATED);

    /** As Chart.yaml says: by itself Helm assumes one that is older still. */
    private static final String OLDEST_KUBERNETES = "1.27.0";

    private Chart() {}

    static Map<String, JsonNode> render(String values) {
        return render("pilotwatch", values);
    }

    /** Manifests by kind and name. */
    static Map<String, JsonNode> render(String release, String values) {
        try {
            var file = Files.createTempFile("values", ".yaml");
            try {
                Files.writeString(file, values);
                return manifests(new Helm(FOLDER)
                        .template()
                        .withName(release)
                        .withKubeVersion(OLDEST_KUBERNETES)
                        .withValuesFile(file)
                        .call());
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new AssertionError("what Helm rendered cannot be read", e);
        }
    }

    private static Map<String, JsonNode> manifests(String text) throws IOException {
        try (var documents = YAML.readerFor(JsonNode.class).<JsonNode>readValues(text)) {
            return documents.readAll().stream()
                    .filter(JsonNode::isObject)
                    .collect(Collectors.toMap(
                            manifest -> text(manifest, "/kind") + "/" + text(manifest, "/metadata/name"),
                            manifest -> manifest,
                            (one, two) -> {
                                throw new AssertionError("twice: " + one);
                            },
                            TreeMap::new));
        }
    }

    /**
     * Two readers, for each lets something pass: the model's own check finds unknown and missing fields, loading finds
     * wrong types. The operators' kinds are not among the client's, so of those the parts that Kubernetes shares are
     * checked, and that nothing stands beside the fields that those operators' definitions have.
     */
    static void assertStrict(JsonNode manifest) throws Exception {
        var json = JsonParser.parseString(manifest.toString());
        var kind = text(manifest, "/kind");
        var spec = manifest.path("spec");
        if (ModelMapper.getApiTypeClass(text(manifest, "/apiVersion"), kind) == null) {
            V1ObjectMeta.validateJsonElement(json.getAsJsonObject().get("metadata"));
        }
        switch (kind) {
            case "ServiceMonitor" -> {
                V1LabelSelector.validateJsonElement(
                        json.getAsJsonObject().getAsJsonObject("spec").get("selector"));
                assertFields(Set.of("jobLabel", "selector", "endpoints"), spec);
                assertFields(Set.of("port", "path", "interval"), spec.at("/endpoints/0"));
            }
            case "PrometheusRule" -> {
                assertFields(Set.of("groups"), spec);
                for (var group : spec.path("groups")) {
                    assertFields(Set.of("name", "rules"), group);
                    group.path("rules")
                            .forEach(rule ->
                                    assertFields(Set.of("alert", "expr", "for", "labels", "annotations"), rule));
                }
            }
            case "HTTPRoute" -> {
                assertFields(Set.of("parentRefs", "hostnames", "rules"), spec);
                for (var rule : spec.path("rules")) {
                    assertFields(Set.of("matches", "backendRefs"), rule);
                    assertFields(Set.of("type", "value"), rule.at("/matches/0/path"));
                    assertFields(Set.of("name", "port"), rule.at("/backendRefs/0"));
                    assertTrue(rule.at("/backendRefs/0/port").isInt());
                }
            }
            case "KafkaTopic" -> {
                assertFields(Set.of("partitions", "replicas", "config"), spec);
                assertTrue(
                        spec.path("partitions").isInt() && spec.path("replicas").isInt());
            }
            case "KafkaUser" -> {
                assertFields(Set.of("authentication", "authorization"), spec);
                for (var right : spec.at("/authorization/acls")) {
                    assertFields(Set.of("resource", "operations"), right);
                    assertFields(Set.of("type", "name", "patternType"), right.path("resource"));
                }
            }
            case "Cluster" -> {
                assertFields(
                        Set.of(
                                "instances",
                                "imageName",
                                "enableSuperuserAccess",
                                "postgresql",
                                "storage",
                                "resources",
                                "plugins",
                                "bootstrap",
                                "managed"),
                        spec);
                V1ResourceRequirements.validateJsonElement(
                        json.getAsJsonObject().getAsJsonObject("spec").get("resources"));
                spec.at("/managed/roles")
                        .forEach(role ->
                                assertFields(Set.of("name", "ensure", "login", "superuser", "passwordSecret"), role));
            }
            case "Database" -> assertFields(Set.of("cluster", "name", "owner", "databaseReclaimPolicy"), spec);
            case "ScheduledBackup" ->
                assertFields(
                        Set.of("cluster", "schedule", "backupOwnerReference", "method", "pluginConfiguration"), spec);
            default -> {
                var type = ModelMapper.getApiTypeClass(text(manifest, "/apiVersion"), kind);
                assertNotNull(type, () -> "not a kind of Kubernetes: " + kind);
                type.getMethod("validateJsonElement", JsonElement.class).invoke(null, json);
                assertEquals(type, Yaml.load(manifest.toString()).getClass());
            }
        }
    }

    private static void assertFields(Set<String> known, JsonNode object) {
        assertFalse(object.isEmpty());
        object.fieldNames().forEachRemaining(name -> assertTrue(known.contains(name), name));
    }

    static JsonNode deployment(Map<String, JsonNode> manifests, String service) {
        return manifests.get("Deployment/pilotwatch-" + service);
    }

    /** The job that migrates a service's database; its name ends with what it depends on. */
    static JsonNode migration(Map<String, JsonNode> manifests, String service) {
        return manifests.entrySet().stream()
                .filter(one -> one.getKey().startsWith("Job/pilotwatch-" + service + "-migration-"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
    }

    /** Values as they are, secrets as {@code name:key}. */
    static Map<String, String> environment(Map<String, JsonNode> manifests, String service) {
        return environment(deployment(manifests, service));
    }

    static Map<String, String> environment(JsonNode workload) {
        return stream(workload.at("/spec/template/spec/containers/0/env"))
                .collect(Collectors.toMap(
                        variable -> text(variable, "/name"),
                        variable -> variable.has("value")
                                ? text(variable, "/value")
                                : text(variable, "/valueFrom/secretKeyRef/name") + ":"
                                        + text(variable, "/valueFrom/secretKeyRef/key")));
    }

    static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    /** A text as it is, a tree as JSON, nothing as an empty text. */
    static String text(JsonNode node, String place) {
        var found = node.at(place);
        return found.isContainerNode() ? found.toString() : found.asText();
    }
}
