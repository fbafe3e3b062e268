package io.pilotwatch.endtoend;

import static io.pilotwatch.endtoend.Chart.DEFAULTS;
import static io.pilotwatch.endtoend.Chart.EVERYTHING;
import static io.pilotwatch.endtoend.Chart.OPERATED;
import static io.pilotwatch.endtoend.Chart.SERVICES;
import static io.pilotwatch.endtoend.Chart.deployment;
import static io.pilotwatch.endtoend.Chart.environment;
import static io.pilotwatch.endtoend.Chart.render;
import static io.pilotwatch.endtoend.Chart.stream;
import static io.pilotwatch.endtoend.Chart.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.pilotwatch.contracts.Topic;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the chart asks of the operators for Kafka (Strimzi) and PostgreSQL (CloudNativePG), if they are there. */
class ChartOperatorsTest {

    @Test
    void theTopicsAreThoseOfTheContractsWithTheirDeadLettersKeptForEver() {
        var manifests = render(EVERYTHING);
        var expected = Arrays.stream(Topic.values())
                .flatMap(topic -> Stream.of(topic.wireName(), topic.deadLetterName()))
                .collect(Collectors.toCollection(TreeSet::new));

        var topics = ofKind(manifests, "KafkaTopic");
        assertEquals(expected, topics.keySet());
        topics.values().forEach(topic -> {
            assertEquals(Topic.PARTITIONS, topic.at("/spec/partitions").asInt());
            assertEquals(5, topic.at("/spec/replicas").asInt());
            assertEquals(
                    "{\"retention.ms\":-1,\"min.insync.replicas\":3,\"max.message.bytes\":8388608}",
                    text(topic, "/spec/config"));
            assertEquals("streams", text(topic, "/metadata/labels/strimzi.io~1cluster"));
            assertEquals("keep", text(topic, "/metadata/annotations/helm.sh~1resource-policy"));
        });
    }

    @Test
    void eachServiceWritesItsOwnTopicAndDeadLettersReadsTheOthersAndMayDoNothingElse() throws Exception {
        var access =
                Chart.YAML.readTree(Chart.FOLDER.resolve("files/kafka.yaml").toFile());
        var users = ofKind(render(EVERYTHING), "KafkaUser");

        for (var service : SERVICES) {
            var user = users.get("pilotwatch-" + service).path("spec");
            var rights = new TreeSet<String>();
            for (var right : user.at("/authorization/acls")) {
                assertEquals("literal", text(right, "/resource/patternType"));
                rights.add(text(right, "/resource/type") + " " + text(right, "/resource/name") + " "
                        + text(right, "/operations"));
            }
            var expected = new TreeSet<String>();
            access.at("/users/" + service + "/reads")
                    .forEach(topic -> expected.add("topic " + topic.asText() + " [\"Describe\",\"Read\"]"));
            access.at("/users/" + service + "/writes")
                    .forEach(topic -> expected.add("topic " + topic.asText() + " [\"Describe\",\"Write\"]"));
            expected.add("group " + service + " [\"Describe\",\"Read\"]");
            assertEquals(expected, rights);
            assertEquals("scram-sha-512", text(user, "/authentication/type"));
        }
        assertEquals(SERVICES.size(), users.size());
    }

    @Test
    void whatStrimziMakesIsWhatTheServicesLookFor() {
        var manifests = render(OPERATED);

        for (var service : SERVICES) {
            assertTrue(manifests.containsKey("KafkaUser/pilotwatch-" + service));
            assertEquals(
                    "pilotwatch-" + service + ":sasl.jaas.config",
                    environment(manifests, service).get("KAFKA_SASL_JAAS_CONFIG"));
            assertEquals("streams-cluster-ca-cert", secretOf(manifests, service, "kafka-authority"));
        }
        assertEquals("brokers", secretOf(render(EVERYTHING), "intake", "kafka-authority"));
        assertEquals("", secretOf(render(DEFAULTS), "intake", "kafka-authority"));
    }

    @Test
    void eachServiceHasADatabaseWithAnOwnerAndARoleByTheSecretsThatItUses() {
        var manifests = render("cloudNativePg: {enabled: true}");
        var cluster = manifests.get("Cluster/pilotwatch-database").path("spec");
        var roles = stream(cluster.at("/managed/roles"))
                .collect(Collectors.toMap(role -> text(role, "/name"), role -> text(role, "/passwordSecret/name")));

        for (var service : SERVICES) {
            var role = service.replace('-', '_');
            var database =
                    manifests.get("Database/pilotwatch-database-" + service).path("spec");
            assertEquals("pilotwatch-" + service + "-database", roles.get(role));
            assertEquals("pilotwatch-" + service + "-database-owner", roles.get(role + "_owner"));
            assertEquals(role, text(database, "/name"));
            assertEquals(role + "_owner", text(database, "/owner"));
            assertEquals("retain", text(database, "/databaseReclaimPolicy"));
            assertTrue(environment(manifests, service)
                    .get("QUARKUS_DATASOURCE_JDBC_URL")
                    .startsWith("jdbc:postgresql://pilotwatch-database-rw:5432/" + role + "?sslmode=verify-full&"));
            assertEquals("pilotwatch-database-ca", secretOf(manifests, service, "database-authority"));
        }
        assertEquals(2 * SERVICES.size(), roles.size());
        assertFalse(cluster.path("enableSuperuserAccess").asBoolean(true));
        assertEquals(
                "keep",
                text(manifests.get("Cluster/pilotwatch-database"), "/metadata/annotations/helm.sh~1resource-policy"));
        assertFalse(manifests.containsKey("ScheduledBackup/pilotwatch-database"));
    }

    @Test
    void aDatabaseOfOnesOwnIsKnownByItsAuthority() {
        var manifests = render("database: {authority: {name: databases, key: own.pem}}");

        assertEquals(
                "jdbc:postgresql://postgresql:5432/intake?sslmode=verify-full&sslrootcert=/etc/pilotwatch-database/ca.crt",
                environment(manifests, "intake").get("QUARKUS_DATASOURCE_JDBC_URL"));
        assertEquals("databases", secretOf(manifests, "intake", "database-authority"));
    }

    @Test
    void aCommitIsOnASecondInstanceWhereThereIsOneAndBackupsAreMadeWhenAsked() {
        var two = render(EVERYTHING);
        var one = render(OPERATED);

        assertEquals("any", text(two.get("Cluster/pilotwatch-database"), "/spec/postgresql/synchronous/method"));
        assertTrue(one.get("Cluster/pilotwatch-database").at("/spec/postgresql").isMissingNode());
        assertEquals("fast", text(two.get("Cluster/pilotwatch-database"), "/spec/storage/storageClass"));
        assertTrue(one.get("Cluster/pilotwatch-database")
                .at("/spec/storage/storageClass")
                .isMissingNode());
        assertEquals("images/postgresql:18", text(two.get("Cluster/pilotwatch-database"), "/spec/imageName"));
        assertTrue(one.get("Cluster/pilotwatch-database").at("/spec/imageName").isMissingNode());
        assertEquals("plugin", text(two.get("ScheduledBackup/pilotwatch-database"), "/spec/method"));
        assertTrue(one.get("ScheduledBackup/pilotwatch-database")
                .at("/spec/method")
                .isMissingNode());
        assertEquals("0 30 1 * * *", text(one.get("ScheduledBackup/pilotwatch-database"), "/spec/schedule"));
    }

    private static Map<String, JsonNode> ofKind(Map<String, JsonNode> manifests, String kind) {
        var found = new TreeMap<String, JsonNode>();
        manifests.forEach((name, manifest) -> {
            if (name.startsWith(kind + "/")) {
                found.put(name.substring(kind.length() + 1), manifest);
            }
        });
        return found;
    }

    /** The secret that a service mounts as this volume; empty where it mounts none. */
    private static String secretOf(Map<String, JsonNode> manifests, String service, String volume) {
        return stream(deployment(manifests, service).at("/spec/template/spec/volumes"))
                .filter(one -> text(one, "/name").equals(volume))
                .map(one -> text(one, "/secret/secretName"))
                .collect(Collectors.joining());
    }
}
