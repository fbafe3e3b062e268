package io.pilotwatch.platform;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pilotwatch.contracts.PilotEvent.Application;
import io.pilotwatch.contracts.PilotEvent.ApplicationSubmitted;
import io.pilotwatch.contracts.Topic;
import io.pilotwatch.platform.testing.TestTopics;
import io.pilotwatch.platform.testing.Tokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** What a process leaves behind that dies between two steps, as the next one finds it. */
@QuarkusTest
class CrashesIT {

    private static final String TOPIC = Topic.PILOTS.wireName();
    private static final int PARTITION = 8;

    @Inject
    Outbox outbox;

    @Inject
    Inbox inbox;

    @Inject
    DataSource database;

    /** The broker has the record, and the row is still there. */
    @Test
    void whatWasSentAndNotForgottenIsSentAgainUnderItsId() {
        var event = event();
        var id = UUID.randomUUID();
        TestTopics.send(event, Instant.EPOCH, id.toString());
        var sent = TestTopics.read(TOPIC, event.pilotId(), found -> !found.isEmpty())
                .getFirst();

        QuarkusTransaction.requiringNew()
                .run(() -> outbox.insert(List.of(new Outbox.Row(
                        id,
                        TOPIC,
                        event.pilotId(),
                        TestTopics.header(sent, "ce_type"),
                        sent.value(),
                        Map.of("ce_id", id.toString(), "ce_type", TestTopics.header(sent, "ce_type")),
                        null))));

        var both = TestTopics.read(TOPIC, event.pilotId(), found -> found.size() == 2);
        assertEquals(
                List.of(id.toString(), id.toString()),
                both.stream().map(record -> TestTopics.header(record, "ce_id")).toList());
    }

    /** The partition moved on while the former owner still works: both have the batch in hand. */
    @Test
    void whatTwoReplicasHaveInHandIsHandledByOne() throws Exception {
        var event = event();
        var record =
                TestTopics.polled(event, Instant.EPOCH, UUID.randomUUID().toString(), PARTITION, System.nanoTime());
        var handled = new AtomicInteger();
        var inHand = new CountDownLatch(1);
        try (var replicas = Executors.newFixedThreadPool(2)) {
            var former = replicas.submit(() -> inbox.accept(poll(record), _ -> {
                handled.incrementAndGet();
                inHand.countDown();
            }));
            inHand.await();
            var owner = replicas.submit(() -> inbox.accept(poll(record), _ -> handled.incrementAndGet()));
            former.get();
            owner.get();
        }

        assertEquals(1, handled.get());
    }

    /** The client hung up and asks again while the first request is still at work. */
    @Test
    void whatIsStillBeingDoneIsNotBegunAgain() throws SQLException {
        var path = "/platform/api/v1/pilots/" + event().pilotId() + "/submissions";
        var key = UUID.randomUUID().toString();
        try (var connection = database.getConnection();
                var lock = connection.prepareStatement("select pg_advisory_xact_lock(hashtextextended(?, 0))")) {
            connection.setAutoCommit(false);
            lock.setString(1, "office " + path + "?null " + key);
            lock.execute();

            submit(path, key).statusCode(409).body("code", is("IDEMPOTENCY_KEY_IN_USE"));

            connection.rollback();
        }
        submit(path, key).statusCode(201).body("receipt.sequence", is(1));
    }

    /** It was done, and nobody was told. */
    @Test
    void whatWasDoneAndNotAnsweredIsAnsweredThen() {
        var path = "/platform/api/v1/pilots/" + event().pilotId() + "/submissions";
        var key = UUID.randomUUID().toString();
        var first = submit(path, key).statusCode(201).extract().asString();

        assertEquals(first, submit(path, key).statusCode(201).extract().asString());
    }

    private static ValidatableResponse submit(String path, String key) {
        return given().auth()
                .oauth2(Tokens.of("office"))
                .header(Idempotency.HEADER, key)
                .contentType("application/json")
                .body("{\"note\": \"接口已联调\"}")
                .post(path)
                .then();
    }

    private static ConsumerRecords<String, byte[]> poll(ConsumerRecord<String, byte[]> record) {
        return new ConsumerRecords<>(Map.of(new TopicPartition(TOPIC, PARTITION), List.of(record)), Map.of());
    }

    private static ApplicationSubmitted event() {
        var pilot = "XX-" + UUID.randomUUID();
        return new ApplicationSubmitted(
                pilot, 1, new Application(pilot, "special-field", List.of("tax"), "示例单位-001", "", "", true), "it");
    }
}
