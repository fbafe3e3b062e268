package io.pilotwatch.platform;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.MeterRegistry;
import io.pilotwatch.contracts.PilotEvent.Application;
import io.pilotwatch.contracts.PilotEvent.ApplicationSubmitted;
import io.pilotwatch.contracts.Topic;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A service that was started while the broker is away, with room for three events. */
@QuarkusTest
@TestProfile(BrokerAwayIT.NoBroker.class)
class BrokerAwayIT {

    private static final String TOPIC = Topic.PILOTS.wireName();
    private static final String ECHO = "/platform/api/v1/echo";
    private static final int MOST = 3;

    /** Nobody listens there. */
    public static class NoBroker implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("kafka.bootstrap.servers", "127.0.0.1:1", "pilotwatch.outbox.most", Integer.toString(MOST));
        }
    }

    @Inject
    Outbox outbox;

    @Inject
    Inbox inbox;

    @Inject
    Pressure pressure;

    @Inject
    Wire wire;

    @Inject
    Sql sql;

    @Inject
    MeterRegistry metrics;

    @ConfigProperty(name = "quarkus.management.test-port")
    int managementPort;

    @BeforeEach
    void thereIsRoom() {
        makeRoom();
        await().until(() -> pressure.databaseAnswers() && !pressure.outboxIsFull());
    }

    @Test
    void itIsReadyAndTakesWhatComes() {
        given().port(managementPort).get("/q/health/ready").then().statusCode(200);
        post("en").then().statusCode(200);
    }

    @Test
    void whatWaitsIsCountedThoughNothingIsSent() {
        say(MOST - 1);

        await().until(() -> backlog() == MOST - 1);
        assertFalse(pressure.outboxIsFull());
    }

    @Test
    void aboveTheMostWhatMayChangeSomethingIsRefusedForAWhileAndReadingGoesOn() {
        say(MOST);
        await().until(pressure::outboxIsFull);

        post("en")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", "2")
                .body("code", equalTo("OUTBOX_FULL"))
                .body("detail", containsString("Reading goes on"));
        post("zh-CN").then().statusCode(503).body("detail", containsString("查询不受影响"));
        given().get(ECHO).then().statusCode(200);
        // Once it is known that nobody can say what we may do at the broker.
        await().until(() -> given().port(managementPort).get("/q/health/ready").statusCode() == 200);

        makeRoom();
        await().until(() -> post("en").statusCode() == 200);
    }

    @Test
    void theInboxWaitsForRoomAndGivesNothingUp() throws Exception {
        say(MOST);
        await().until(pressure::outboxIsFull);
        var handled = new CompletableFuture<List<Envelope>>();
        var record = record();

        var accepting = Thread.ofPlatform().start(() -> inbox.accept(poll(record), handled::complete));
        await().until(() -> List.of(accepting.getStackTrace()).toString().contains("Inbox.untilThereIsRoom"));
        assertFalse(handled.isDone());

        makeRoom();
        accepting.join();

        assertEquals(record.key(), handled.get().getFirst().event().pilotId());
        assertTrue(sql.read("select 1 from dead_letter where record_offset = ?", row -> 1, record.offset())
                .isEmpty());
    }

    private double backlog() {
        return metrics.get("pilotwatch.outbox.backlog").gauge().value();
    }

    @AfterEach
    void makeRoom() {
        sql.write("delete from outbox");
    }

    private void say(int times) {
        for (int i = 0; i < times; i++) {
            QuarkusTransaction.requiringNew().run(() -> outbox.add(List.of(event("XX-" + UUID.randomUUID()))));
        }
    }

    private static Response post(String language) {
        return given().header("Accept-Language", language)
                .header("If-Match", "\"7\"")
                .contentType("application/json")
                .body(Map.of("text", "anything"))
                .post(ECHO);
    }

    private ConsumerRecord<String, byte[]> record() {
        var pilot = "XX-" + UUID.randomUUID();
        var id = UUID.randomUUID().toString();
        var record = new ConsumerRecord<>(TOPIC, 0, System.nanoTime(), pilot, wire.value(event(pilot)));
        wire.headers(new Envelope(id, Instant.EPOCH, id, null, event(pilot)), null, Instant.EPOCH)
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    private static ConsumerRecords<String, byte[]> poll(ConsumerRecord<String, byte[]> record) {
        return new ConsumerRecords<>(Map.of(new TopicPartition(TOPIC, 0), List.of(record)), Map.of());
    }

    private static ApplicationSubmitted event(String pilot) {
        return new ApplicationSubmitted(
                pilot, 1, new Application(pilot, "special-field", List.of("tax"), "示例单位-001", "", "", true), "it");
    }
}
