package io.pilotwatch.platform;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pilotwatch.contracts.Event;
import io.pilotwatch.contracts.PilotEvent.Application;
import io.pilotwatch.contracts.PilotEvent.ApplicationSubmitted;
import io.pilotwatch.contracts.Topic;
import io.pilotwatch.platform.testing.TestTopics;
import io.pilotwatch.platform.testing.Tokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was sent is sent again on demand, as if the broker had lost it. */
@QuarkusTest
class SentEventsIT {

    private static final String TOPIC = Topic.PILOTS.wireName();

    @Inject
    Outbox outbox;

    @Inject
    SentEvents sent;

    @Inject
    Sql sql;

    @ConfigProperty(name = "quarkus.management.test-port")
    int port;

    @Test
    void whatIsSentAgainComesUnderTheSameIdsInTheSameOrder() {
        var pilot = "XX-" + UUID.randomUUID();
        QuarkusTransaction.requiringNew()
                .run(() -> outbox.add(LongStream.range(0, 700)
                        .mapToObj(revision -> event(pilot, revision))
                        .toList()));
        var first = ids(TestTopics.read(TOPIC, pilot, found -> found.size() == 700));
        allIsSent();

        resend("?since=" + Instant.EPOCH).statusCode(200).body("events", greaterThanOrEqualTo(700));

        var all = ids(TestTopics.read(TOPIC, pilot, found -> found.size() == 1400));
        assertEquals(first, all.subList(0, 700));
        assertEquals(first, all.subList(700, 1400));
        allIsSent();
    }

    @Test
    void whatIsOlderThanAskedForStays() {
        allIsSent();
        resend("?since=" + Instant.now().plus(Duration.ofHours(1)))
                .statusCode(200)
                .body("events", equalTo(0));
    }

    @Test
    void whatIsOldIsForgotten() {
        var pilot = "XX-" + UUID.randomUUID();
        QuarkusTransaction.requiringNew().run(() -> outbox.add(List.of(event(pilot, 1), event(pilot, 2))));
        TestTopics.read(TOPIC, pilot, found -> found.size() == 2);
        allIsSent();
        assertEquals(
                1,
                sql.write(
                        "update outbox_sent set sent_at = sent_at - interval '8 days' where aggregateid = ?"
                                + " and headers ->> 'ce_sequence' = '1'",
                        pilot));

        sent.forgetOld();

        assertEquals(
                List.of("2"),
                sql.read(
                        "select headers ->> 'ce_sequence' from outbox_sent where aggregateid = ?",
                        row -> row.getString(1),
                        pilot));
    }

    @ParameterizedTest
    @CsvSource({"-, 401", "office, 403"})
    void onlyAnOperatorMay(String user, int status) {
        var token = user.equals("-") ? "no.such.token" : Tokens.of(user);
        given().port(port).auth().oauth2(token).post("/q/outbox/resend").then().statusCode(status);
    }

    @Test
    void anInstantWithoutAnOffsetIsRefused() {
        resend("?since=2022-03-01").statusCode(400).body("code", equalTo("BAD_INSTANT"));
    }

    private ValidatableResponse resend(String query) {
        return given().port(port)
                .auth()
                .oauth2(Tokens.of("operator"))
                .post("/q/outbox/resend" + query)
                .then();
    }

    private void allIsSent() {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> sql.read("select count(*) from outbox", row -> row.getInt(1))
                                .getFirst()
                        == 0);
    }

    private static List<String> ids(List<ConsumerRecord<String, byte[]>> records) {
        return records.stream()
                .map(record -> TestTopics.header(record, "ce_id"))
                .toList();
    }

    private static Event event(String pilot, long revision) {
        return new ApplicationSubmitted(
                pilot,
                revision,
                new Application(pilot, "special-field", List.of("tax"), "示例单位-001", "", "", true),
                "it");
    }
}
