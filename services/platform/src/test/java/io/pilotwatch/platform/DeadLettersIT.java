package io.pilotwatch.platform;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.MeterRegistry;
import io.pilotwatch.contracts.PilotEvent.Application;
import io.pilotwatch.contracts.PilotEvent.ApplicationSubmitted;
import io.pilotwatch.contracts.Topic;
import io.pilotwatch.platform.DeadLetter.Act;
import io.pilotwatch.platform.DeadLetter.Result;
import io.pilotwatch.platform.DeadLetter.State;
import io.pilotwatch.platform.testing.Owner;
import io.pilotwatch.platform.testing.TestTopics;
import io.pilotwatch.platform.testing.Tokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
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
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What could not be handled waits for an operator, who lets it in again or closes it, and each act can be seen. */
@QuarkusTest
class DeadLettersIT {

    private static final String TOPIC = Topic.PILOTS.wireName();

    @Inject
    Inbox inbox;

    @Inject
    Outbox outbox;

    @Inject
    Wire wire;

    @Inject
    DeadLetters deadLetters;

    @Inject
    DeadLetterDesk desk;

    @Inject
    Heard heard;

    @Inject
    DataSource database;

    @Inject
    MeterRegistry metrics;

    @ConfigProperty(name = "quarkus.management.test-port")
    int port;

    private final AtomicInteger handled = new AtomicInteger();

    @BeforeEach
    void theHandlerWorks() {
        heard.by(events -> handled.addAndGet(events.size()));
    }

    @Test
    void whatIsGivenUpIsKeptAsItCame() {
        var record = record(pilot());

        var letter = giveUp(record, "no pilot BP-028 in 3 tries");

        var opened = desk.open(letter.id());
        assertEquals("no pilot BP-028 in 3 tries", letter.reason());
        assertEquals("no pilot … in … tries", letter.group());
        assertEquals(State.WAITING, letter.state());
        assertEquals(record.offset(), letter.offset());
        assertEquals("io.pilotwatch.application.submitted.v1", letter.eventType());
        assertEquals(record.key(), opened.headers().get("ce_subject"));
        assertEquals(
                new String(record.value(), StandardCharsets.UTF_8), new String(opened.value(), StandardCharsets.UTF_8));
        assertEquals(List.of(), opened.history());
    }

    /** Killed after the transaction and before the offset's commit, the consumer is given the record again. */
    @Test
    void whatIsPolledAgainAfterACrashIsKeptOnce() {
        var record = record(pilot());
        giveUp(record, "not to be had");

        inbox.accept(poll(record), events -> {
            throw new IllegalStateException("not to be had");
        });

        assertEquals(1, of(record).size());
    }

    /** Killed before the commit, neither the desk nor the dead-letter topic knows of it. */
    @Test
    void theLetterAndItsRecordOnTheTopicAreTrueTogether() {
        var record = record(pilot());

        assertThrows(
                IllegalStateException.class,
                () -> QuarkusTransaction.requiringNew().run(() -> {
                    deadLetters.add(record, "a reason");
                    throw new IllegalStateException("killed");
                }));

        assertEquals(List.of(), of(record));
        giveUp(record, "a later reason");
        var sent = TestTopics.read(Topic.PILOTS.deadLetterName(), record.key(), found -> !found.isEmpty());
        assertEquals("a later reason", TestTopics.header(sent.getFirst(), "dead-letter-reason"));
    }

    @Test
    void aRecordThatNoDatabaseTakesAsTextIsKeptAllTheSame() {
        var pilot = pilot();
        var broken =
                new ConsumerRecord<>(TOPIC, 0, System.nanoTime(), pilot + "\0", "{\0".getBytes(StandardCharsets.UTF_8));
        broken.headers().add("ce_type", "no\0type".getBytes(StandardCharsets.UTF_8));

        inbox.accept(poll(broken), events -> {});

        var letter = of(broken).getFirst();
        assertEquals(pilot + "\uFFFD", letter.key());
        assertEquals("no\uFFFDtype", letter.eventType());
    }

    @Test
    void whatWorksThisTimeIsRedriven() {
        var record = record(pilot());
        var letter = giveUp(record, "not yet");

        assertEquals(State.REDRIVEN, desk.redrive(letter.id(), "operator").state());

        assertEquals(1, handled.get());
        assertEquals(List.of(Result.HANDLED), results(letter));
        assertEquals("operator", desk.open(letter.id()).history().getFirst().account());
        inbox.accept(poll(record), events -> handled.addAndGet(events.size()));
        assertEquals(1, handled.get(), "its event is known now");
    }

    @Test
    void doneAgainItChangesNothing() {
        var letter = giveUp(record(pilot()), "not yet");

        desk.redrive(letter.id(), "operator");
        desk.redrive(letter.id(), "operator");

        assertEquals(1, handled.get());
        assertEquals(List.of(Result.HANDLED), results(letter));
    }

    @Test
    void twoOperatorsAtOnceLetItInOnce() throws Exception {
        var letter = giveUp(record(pilot()), "not yet");
        var inside = new CountDownLatch(1);
        heard.by(events -> {
            inside.countDown();
            await().until(() -> !ask("select count(*) from pg_locks where not granted and locktype = 'transactionid'")
                    .equals("0"));
            handled.incrementAndGet();
        });

        try (var pool = Executors.newFixedThreadPool(2)) {
            var first = pool.submit(() -> desk.redrive(letter.id(), "operator"));
            inside.await();
            var second = pool.submit(() -> desk.redrive(letter.id(), "operator"));
            assertEquals(State.REDRIVEN, first.get().state());
            assertEquals(State.REDRIVEN, second.get().state());
        }

        assertEquals(1, handled.get());
        assertEquals(List.of(Result.HANDLED), results(letter));
    }

    @Test
    void whatFailsAgainWaitsOnWithTheNewReasonAndLeavesNothingBehind() {
        var letter = giveUp(record(pilot()), "the first reason");
        var said = pilot();
        heard.by(events -> {
            outbox.add(List.of(event(said)));
            throw new IllegalStateException("the second reason");
        });

        var after = desk.redrive(letter.id(), "operator");

        assertEquals(State.WAITING, after.state());
        assertEquals("the second reason", after.reason());
        assertEquals("the second reason", after.group());
        assertEquals(List.of(Result.FAILED), results(letter));
        assertEquals(
                "the second reason", desk.open(letter.id()).history().getFirst().reason());
        assertEquals("0", ask("select count(*) from outbox where aggregateid = '%s'".formatted(said)));
        theHandlerWorks();
        assertEquals(State.REDRIVEN, desk.redrive(letter.id(), "operator").state());
        assertEquals(List.of(Result.FAILED, Result.HANDLED), results(letter));
    }

    /** Not the letter's fault: nothing is said of it, and it can be let in later. */
    @Test
    void killedWhileItIsHandledItWaitsAsBefore() {
        var letter = giveUp(record(pilot()), "not yet");
        heard.by(events -> {
            handled.incrementAndGet();
            ask("select pg_terminate_backend(pg_backend_pid())");
        });

        assertThrows(RuntimeException.class, () -> desk.redrive(letter.id(), "operator"));

        assertEquals(letter, desk.open(letter.id()).letter());
        assertEquals(List.of(), results(letter));
        theHandlerWorks();
        assertEquals(State.REDRIVEN, desk.redrive(letter.id(), "operator").state());
        assertEquals(2, handled.get());
    }

    @Test
    void whatCameInSomeOtherWayMeanwhileIsNotHandledTwice() {
        var record = record(pilot());
        var letter = giveUp(record, "not yet");
        inbox.accept(poll(record), events -> handled.addAndGet(events.size()));

        desk.redrive(letter.id(), "operator");

        assertEquals(1, handled.get());
        assertEquals(List.of(Result.REPEATED), results(letter));
    }

    @Test
    void whatNobodyCanReadIsClosedWithAReason() {
        var pilot = pilot();
        var broken = new ConsumerRecord<>(TOPIC, 0, System.nanoTime(), pilot, "{".getBytes(StandardCharsets.UTF_8));
        record(pilot).headers().forEach(broken.headers()::add);
        inbox.accept(poll(broken), events -> {});
        var letter = of(broken).getFirst();

        assertEquals(State.WAITING, desk.redrive(letter.id(), "operator").state());
        assertEquals(
                State.CLOSED,
                desk.close(letter.id(), "operator", " sent by hand ").state());
        assertEquals(State.CLOSED, desk.close(letter.id(), "operator", "again").state());

        assertEquals(List.of(Result.FAILED, Result.CLOSED), results(letter));
        assertEquals("sent by hand", desk.open(letter.id()).history().getLast().reason());
        assertEquals(0, handled.get());
    }

    @Test
    void whatIsDoneCannotBeDoneOtherwise() {
        var closed = giveUp(record(pilot()), "not yet");
        desk.close(closed.id(), "operator", "no longer needed");
        var redriven = giveUp(record(pilot()), "not yet");
        desk.redrive(redriven.id(), "operator");

        assertEquals(
                409,
                assertThrows(Problem.class, () -> desk.redrive(closed.id(), "x"))
                        .status());
        assertEquals(
                409,
                assertThrows(Problem.class, () -> desk.close(redriven.id(), "x", "why"))
                        .status());
        assertEquals(
                422,
                assertThrows(Problem.class, () -> desk.close(redriven.id(), "x", " "))
                        .status());
        assertEquals(1, handled.get());
    }

    @Test
    void whatWasDoneIsNeverUndoneInTheHistory() {
        var letter = giveUp(record(pilot()), "not yet");
        desk.close(letter.id(), "operator", "no longer needed");

        var refused = assertThrows(SQLException.class, () -> Owner.execute("delete from dead_letter_act"));

        assertTrue(refused.getMessage().contains("dead_letter_act is only added to"), refused.getMessage());
    }

    @Test
    void aGroupIsWhatWaitsForOneReason() {
        var word = "word" + UUID.randomUUID().toString().replaceAll("\\d", "x");
        var first = giveUp(record(pilot()), word + " of BP-001");
        var second = giveUp(record(pilot()), word + " of BP-002");

        assertEquals(List.of(first.id(), second.id()), desk.waiting(word + " of …"));
        assertEquals(List.of(second, first), desk.find(State.WAITING, word + " of …", Long.MAX_VALUE, 10));
        assertTrue(desk.groups().stream().anyMatch(g -> g.reason().equals(word + " of …") && g.count() == 2));
    }

    @Test
    void theGaugeTellsHowManyWait() {
        var letter = giveUp(record(pilot()), "not yet");

        await().until(() -> waiting() == desk.waiting());
        desk.close(letter.id(), "operator", "no longer needed");
        await().until(() -> waiting() == desk.waiting());
    }

    @Test
    void anOperatorDoesAllThisOnTheManagementPort() {
        var word = "word" + UUID.randomUUID().toString().replaceAll("\\d", "x");
        var first = giveUp(record(pilot()), word);
        var second = giveUp(record(pilot()), word);

        var next = as("operator")
                .get("/q/dead-letters?state=WAITING&limit=1&group=" + word)
                .then()
                .statusCode(200)
                .body("items.id", equalTo(List.of((int) second.id())))
                .extract()
                .<String>path("next");
        as("operator")
                .get(next)
                .then()
                .body("items.id", equalTo(List.of((int) first.id())))
                .body("next", equalTo(null));
        as("operator")
                .post("/q/dead-letters/%d/redrive".formatted(first.id()))
                .then()
                .statusCode(200)
                .body("state", equalTo("REDRIVEN"));
        as("operator")
                .body("{\"reason\":\"no longer needed\"}")
                .post("/q/dead-letters/%d/close".formatted(second.id()))
                .then()
                .statusCode(200)
                .body("state", equalTo("CLOSED"));
        as("operator")
                .get("/q/dead-letters/" + second.id())
                .then()
                .statusCode(200)
                .body("id", equalTo((int) second.id()))
                .body("history.account", equalTo(List.of("operator")))
                .body("history.reason", equalTo(List.of("no longer needed")));
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/q/dead-letters?state=LOST,400",
        "GET,/q/dead-letters?limit=0,400",
        "GET,/q/dead-letters?cursor=x,400",
        "GET,/q/dead-letters/0,404",
        "GET,/q/dead-letters/x,404",
        "POST,/q/dead-letters/0/redrive,404",
        "POST,/q/dead-letters/0/close,404"
    })
    void whatMakesNoSenseIsRefused(String method, String path, int status) {
        as("operator").request(method, path).then().statusCode(status);
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/q/dead-letters",
        "GET,/q/dead-letters/1",
        "POST,/q/dead-letters/1/redrive",
        "POST,/q/dead-letters/1/close"
    })
    void nobodyElseMay(String method, String path) {
        as("office").request(method, path).then().statusCode(403);
        given().port(port).request(method, path).then().statusCode(401);
    }

    private RequestSpecification as(String user) {
        return given().port(port).auth().oauth2(Tokens.of(user));
    }

    private double waiting() {
        return metrics.get("pilotwatch.dead.letters.waiting").gauge().value();
    }

    private DeadLetter giveUp(ConsumerRecord<String, byte[]> record, String reason) {
        inbox.accept(poll(record), events -> {
            throw new IllegalStateException(reason);
        });
        return of(record).getFirst();
    }

    private List<DeadLetter> of(ConsumerRecord<String, byte[]> record) {
        return desk.find(null, null, Long.MAX_VALUE, Page.LARGEST).stream()
                .filter(letter -> letter.offset() == record.offset())
                .toList();
    }

    private List<Result> results(DeadLetter letter) {
        return desk.open(letter.id()).history().stream().map(Act::result).toList();
    }

    private String ask(String query) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var answer = statement.executeQuery(query)) {
            answer.next();
            return answer.getString(1);
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private static ConsumerRecords<String, byte[]> poll(ConsumerRecord<String, byte[]> record) {
        return new ConsumerRecords<>(Map.of(new TopicPartition(TOPIC, 0), List.of(record)), Map.of());
    }

    private ConsumerRecord<String, byte[]> record(String pilot) {
        var record = new ConsumerRecord<>(TOPIC, 0, System.nanoTime(), pilot, wire.value(event(pilot)));
        var id = UUID.randomUUID().toString();
        wire.headers(new Envelope(id, Instant.EPOCH, id, null, event(pilot)), null, Instant.EPOCH)
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    private static String pilot() {
        return "XX-" + UUID.randomUUID();
    }

    private static ApplicationSubmitted event(String pilot) {
        return new ApplicationSubmitted(
                pilot, 1, new Application(pilot, "special-field", List.of("tax"), "示例单位-001", "", "", true), "it");
    }
}
