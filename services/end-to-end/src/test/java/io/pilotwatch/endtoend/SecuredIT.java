package io.pilotwatch.endtoend;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pilotwatch.contracts.Topic;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AccessControlEntryFilter;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourcePatternFilter;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The packaged services at a broker that asks for TLS and a password and denies what is not granted: they do all that they
 * have to, whoever else comes does nothing, and a right that is missing is named and costs nothing.
 */
@Order(-2)
@ExtendWith(SecuredPlatform.Once.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SecuredIT {

    private static final Duration LONG = Duration.ofSeconds(60);

    private static RunningPlatform platform;
    private static Journey pilot;

    @BeforeAll
    static void start(SecuredPlatform secured) {
        platform = secured.platform();
    }

    @Test
    @Order(1)
    void aPilotIsApprovedWorkedOnAlertedAndShownThroughAllFourServices() throws Exception {
        pilot = Journey.published(platform, "电子票据核验");
        pilot.team("/task-book", Map.of());
        pilot.lead("/task-book/acceptances", Map.of());
        await().atMost(LONG).until(() -> !pilot.report().path("milestones").isEmpty());
        reached(10);
        pilot.becomes("IN_PROGRESS");

        var first = pilot.report().at("/milestones/0/due").asText();
        platform.stepTo(LocalDate.parse(first).plusDays(8));

        await().atMost(LONG)
                .until(() -> pilot.report().path("openAlerts").toString().contains("MILESTONE_OVERDUE"));
    }

    @Test
    void whoBringsNoTlsIsNotHeard() throws Exception {
        refused(TimeoutException.class, intake().with("security.protocol", "SASL_PLAINTEXT"));
    }

    @Test
    void whoTrustsAnotherAuthorityDoesNotSpeak() throws Exception {
        refused(
                SslAuthenticationException.class,
                intake().without("ssl.truststore.type").without("ssl.truststore.location"));
    }

    @Test
    void whoSaysAWrongPasswordIsRefused() throws Exception {
        var wrong = intake().with("sasl.jaas.config", KafkaGuest.login("intake", "intake"));

        refused(SaslAuthenticationException.class, wrong);
    }

    @Test
    void whoHasNoCertificateDoesNotComeInByTheOperatorsDoor() throws Exception {
        refused(SslAuthenticationException.class, KafkaGuest.withoutCertificate(platform));
    }

    @Test
    void aServiceReadsInNoGroupButItsOwn() throws Exception {
        try (var consumer = intake().consumer("reporting")) {
            consumer.subscribe(List.of(Topic.MILESTONES.wireName()));

            assertThrows(GroupAuthorizationException.class, () -> consumer.poll(Duration.ofSeconds(10)));
        }
    }

    @Test
    void aServiceReadsNoTopicThatItDoesNotListenTo() throws Exception {
        var foreign = new TopicPartition(Topic.PILOTS.wireName(), 0);
        try (var consumer = intake().consumer("intake")) {
            consumer.assign(List.of(foreign));
            consumer.seekToBeginning(List.of(foreign));

            assertThrows(TopicAuthorizationException.class, () -> consumer.poll(Duration.ofSeconds(10)));
        }
    }

    @Test
    void aServiceWritesToNoTopicOfAnother() throws Exception {
        for (var topic : List.of(Topic.ALERTS.wireName(), Topic.MILESTONES.wireName(), Topic.PILOTS.deadLetterName())) {
            var refused = assertThrows(ExecutionException.class, () -> intake().say(topic), topic);

            assertInstanceOf(TopicAuthorizationException.class, refused.getCause(), topic);
        }
    }

    @Test
    void aServiceChangesNothingOfTheBroker() throws Exception {
        var own = Topic.PILOTS.wireName();
        var setting = new AlterConfigOp(new ConfigEntry("retention.ms", "1"), AlterConfigOp.OpType.SET);
        var everything = new AclBinding(
                new ResourcePattern(ResourceType.TOPIC, "*", PatternType.LITERAL),
                new AccessControlEntry("User:intake", "*", AclOperation.ALL, AclPermissionType.ALLOW));
        try (var admin = intake().admin()) {
            denied(admin.createTopics(List.of(new NewTopic("mine", 1, (short) 1)))
                    .all());
            denied(admin.deleteTopics(List.of(own)).all());
            denied(admin.deleteRecords(Map.of(new TopicPartition(own, 0), RecordsToDelete.beforeOffset(-1)))
                    .all());
            denied(admin.incrementalAlterConfigs(
                            Map.of(new ConfigResource(ConfigResource.Type.TOPIC, own), List.of(setting)))
                    .all());
            denied(admin.createAcls(List.of(everything)).all());
            denied(admin.deleteConsumerGroups(List.of("reporting")).all());
        }
    }

    @Test
    @Order(Integer.MAX_VALUE - 2)
    void aServiceWithoutARightSaysWhichIsNotReadyAndLosesNothing() throws Exception {
        var operator = KafkaGuest.operator(platform);
        var taken = operator.revoke(writing("milestone", Topic.MILESTONES.wireName()));
        assertEquals(1, taken.size());
        await().atMost(LONG)
                .until(() -> health("milestone").contains("no right to WRITE topic pilotwatch.milestones.v1"));
        assertTrue(health("milestone").contains("\"status\": \"DOWN\""), health("milestone"));
        reached(20);

        operator.grant(taken);

        await().atMost(LONG).until(() -> percent() == 20);
        await().atMost(LONG).until(() -> !health("milestone").contains("no right"));
        assertTrue(log("milestone").contains("does not let milestone do what it has to"));
    }

    @Test
    @Order(Integer.MAX_VALUE - 1)
    void aServiceThatMayNotListenAnyLongerGoesOnWhereItWas() throws Exception {
        var operator = KafkaGuest.operator(platform);
        var taken = operator.revoke(listening("reporting"));
        assertEquals(1, taken.size());
        await().atMost(LONG).until(() -> health("reporting").contains("no right to READ group reporting"));
        reached(30);

        operator.grant(taken);

        await().atMost(LONG).until(() -> percent() == 30);
        await().atMost(LONG).until(() -> !health("reporting").contains("no right"));
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void aTopicThatIsNotThereIsNamed() throws Exception {
        try (var admin = KafkaGuest.operator(platform).admin()) {
            admin.deleteTopics(List.of(Topic.ALERTS.deadLetterName())).all().get();
            await().atMost(LONG)
                    .until(() -> health("reporting").contains("there is no topic pilotwatch.alerts.v1.dead-letter"));

            admin.createTopics(List.of(new NewTopic(Topic.ALERTS.deadLetterName(), Topic.PARTITIONS, (short) 1)))
                    .all()
                    .get();
            await().atMost(LONG).until(() -> !health("reporting").contains("there is no topic"));
        }
    }

    private static KafkaGuest intake() throws Exception {
        return KafkaGuest.service(platform, "intake");
    }

    private static void refused(Class<? extends Exception> why, KafkaGuest guest) throws Exception {
        try (Admin admin = guest.admin()) {
            var refused = assertThrows(
                    ExecutionException.class, () -> admin.listTopics().names().get());
            assertInstanceOf(why, refused.getCause());
        }
    }

    private static void denied(KafkaFuture<?> asked) {
        var refused = assertThrows(ExecutionException.class, asked::get);
        assertInstanceOf(AuthorizationException.class, refused.getCause());
    }

    private static AclBindingFilter writing(String service, String topic) {
        return new AclBindingFilter(
                new ResourcePatternFilter(ResourceType.TOPIC, topic, PatternType.LITERAL),
                new AccessControlEntryFilter("User:" + service, null, AclOperation.WRITE, AclPermissionType.ALLOW));
    }

    private static AclBindingFilter listening(String service) {
        return new AclBindingFilter(
                new ResourcePatternFilter(ResourceType.GROUP, service, PatternType.LITERAL),
                new AccessControlEntryFilter("User:" + service, null, AclOperation.READ, AclPermissionType.ALLOW));
    }

    private static void reached(int percent) throws Exception {
        pilot.team("/milestones/m1/updates", Map.of("percent", percent, "note", "接口联调完成"));
    }

    private static int percent() throws Exception {
        return pilot.report().at("/milestones/0/percent").asInt();
    }

    private static String health(String service) throws Exception {
        var port = RunningPlatform.MANAGEMENT_PORTS.get(service) + RunningPlatform.SHIFT;
        var address = URI.create("http://127.0.0.1:" + port + "/q/health/ready");
        try (var http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                    .body();
        }
    }

    private static String log(String service) throws Exception {
        return Files.readString(platform.data().resolve("logs/" + service + ".log"));
    }
}
