package io.pilotwatch.reporting;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import io.pilotwatch.contracts.Event;
import io.pilotwatch.contracts.PilotState;
import io.pilotwatch.contracts.Topic;
import io.pilotwatch.platform.testing.Owner;
import io.pilotwatch.platform.testing.TestTopics;
import io.pilotwatch.platform.testing.Tokens;
import io.pilotwatch.reporting.core.Facts;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

/**
 * A rebuild of 1,000,000 events of 10,000 pilots against its floor, a Kafka consumer that does nothing but COPY the same rows
 * into a table without an index, by turns; and the slowest answers with so much against those with 200 pilots. It is no part of
 * the normal suite; run it by name, {@code -Dit.test=RebuildBenchmark}.
 */
@QuarkusTest
@TestProfile(RebuildBenchmark.Profile.class)
class RebuildBenchmark {

    /** A schema of its own, so that it has no other pilots; it polls no topic. */
    public static class Profile implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.datasource.jdbc.additional-jdbc-properties.currentSchema", "rebuild_benchmark",
                    "quarkus.flyway.schemas", "rebuild_benchmark",
                    "quarkus.flyway.clean-at-start", "true",
                    "quarkus.flyway.clean-disabled", "false",
                    "mp.messaging.incoming.events.enabled", "false");
        }
    }

    private static final int PER_PILOT = 100;
    private static final int FEW = 200;
    private static final int MANY = Integer.getInteger("rebuild.pilots", 10_000);
    private static final int ROUNDS = Integer.getInteger("rebuild.rounds", 3);
    private static final double THROUGHPUT = 0.4;
    private static final double SLOWDOWN = 2;
    private static final String TOPIC = "rebuild-benchmark";

    /** Stands in the template where a pilot's own number goes. */
    private static final int NUMBER = 9_999_999;

    @Inject
    AgroalDataSource database;

    @TestHTTPResource("/")
    URI address;

    @ConfigProperty(name = "quarkus.management.test-port")
    int management;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String broker;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void aRebuildIsNearItsFloorAndAnswersDoNotSlowDown() throws Exception {
        sql("create table copied (like journal including defaults); alter table copied alter position drop not null;"
                + " grant insert, select on copied to public");
        try (var admin = Admin.create(Map.of("bootstrap.servers", broker))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, Topic.PARTITIONS, (short) 1)))
                    .all()
                    .get();
            try {
                produce();
                floor();
                intoTheJournal("where split_part(pilot_id, '-', 2)::int <= " + FEW);
                rebuild("?swap=true");
                var few = answers();
                intoTheJournal("where split_part(pilot_id, '-', 2)::int > " + FEW);
                rebuild("?swap=true");
                var many = answers();
                lookBack();
                var floors = new ArrayList<Double>();
                var rebuilds = new ArrayList<Double>();
                for (int round = 0; round < ROUNDS; round++) {
                    floors.add(floor());
                    rebuilds.add(rebuild(""));
                }
                judge(floors, rebuilds, few, many);
            } finally {
                admin.deleteTopics(List.of(TOPIC)).all().get();
            }
        }
    }

    private static void judge(
            List<Double> floors, List<Double> rebuilds, Map<String, Double> few, Map<String, Double> many) {
        double ratio = median(floors) / median(rebuilds);
        System.out.printf(
                "BENCHMARK %d events of %d pilots: floor %.1f s %s, rebuild and compare %.1f s %s, throughput %.2f of"
                        + " the floor%n",
                MANY * PER_PILOT, MANY, median(floors), floors, median(rebuilds), rebuilds, ratio);
        few.forEach((path, p99) -> System.out.printf(
                "BENCHMARK GET %s: p99 %.1f ms with %d pilots, %.1f ms with %d: %.2f times%n",
                path, p99, FEW, many.get(path), MANY, many.get(path) / p99));
        assertTrue(ratio >= THROUGHPUT, "throughput " + ratio);
        few.forEach((path, p99) -> assertTrue(many.get(path) <= SLOWDOWN * p99, path + " " + many.get(path) / p99));
    }

    /** Seconds from the first poll until all is in the table. */
    private double floor() throws SQLException, IOException {
        sql("truncate copied");
        var begun = System.nanoTime();
        try (var consumer = new KafkaConsumer<>(
                        Map.<String, Object>of(
                                "bootstrap.servers",
                                broker,
                                "max.poll.records",
                                5_000,
                                "auto.offset.reset",
                                "earliest"),
                        new StringDeserializer(),
                        new ByteArrayDeserializer());
                var connection = database.getConnection()) {
            var partitions = IntStream.range(0, Topic.PARTITIONS)
                    .mapToObj(p -> new TopicPartition(TOPIC, p))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var copy = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy copied (event_id, topic, pilot_id, type, revision, happened_at, payload) from stdin");
            for (int left = MANY * PER_PILOT; left > 0; ) {
                var lines = new StringBuilder();
                for (var record : consumer.poll(Duration.ofSeconds(1))) {
                    CopyText.line(row(record), lines);
                    left--;
                }
                var bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
                copy.writeToCopy(bytes, 0, bytes.length);
            }
            assertEquals(MANY * PER_PILOT, copy.endCopy());
        }
        return (System.nanoTime() - begun) / 1e9;
    }

    private static List<String> row(ConsumerRecord<String, byte[]> record) {
        return Arrays.asList(
                TestTopics.header(record, "ce_id"),
                TestTopics.header(record, "topic"),
                record.key(),
                TestTopics.header(record, "ce_type"),
                TestTopics.header(record, "ce_sequence"),
                TestTopics.header(record, "ce_time"),
                new String(record.value(), StandardCharsets.UTF_8));
    }

    private void intoTheJournal(String which) throws SQLException {
        sql("select journal_month(day::date) from generate_series(date '2022-01-01', '2024-12-01', '1 month') as day");
        sql("insert into journal (event_id, topic, pilot_id, type, revision, happened_at, payload)"
                + " select event_id, topic, pilot_id, type, revision, happened_at, payload from copied " + which);
        sql("vacuum analyze journal");
    }

    /** Seconds, as the service says. */
    private double rebuild(String parameters) {
        operator().post("/q/rebuild" + parameters).then().statusCode(200);
        await().atMost(Duration.ofMinutes(10))
                .until(() -> operator().get("/q/rebuild").jsonPath().get("endedAt") != null);
        var rebuild = operator().get("/q/rebuild").as(Rebuild.class);
        assertEquals(null, rebuild.failure());
        assertEquals(!parameters.isEmpty(), rebuild.swapped());
        assertEquals(parameters.isEmpty(), rebuild.equal());
        return Duration.between(rebuild.startedAt(), rebuild.endedAt()).toMillis() / 1e3;
    }

    private RequestSpecification operator() {
        return given().port(management).auth().oauth2(Tokens.of("operator"));
    }

    /** Of each path the 99th percentile in milliseconds: the median of some rounds, so that one hiccup of the machine is none. */
    private Map<String, Double> answers() throws Exception {
        var paths = List.of("/portfolio", "/pilots", "/pilots/BP-100");
        var slowest = new LinkedHashMap<String, List<Double>>();
        for (int round = 0; round < 6; round++) {
            var token = Tokens.of("office");
            for (var path : paths) {
                var times = new ArrayList<Double>();
                for (int i = 0; i < 300; i++) {
                    times.add(milliseconds(path, token));
                }
                // The first round warms up.
                if (round > 0) {
                    slowest.computeIfAbsent(path, p -> new ArrayList<>())
                            .add(times.stream().sorted().toList().get(296));
                }
            }
        }
        var p99 = new LinkedHashMap<String, Double>();
        slowest.forEach((path, times) -> p99.put(path, median(times)));
        return p99;
    }

    /** Days that are over, each asked for the first time, hence loaded: the slowest is printed, since a reader waits for it. */
    private void lookBack() throws Exception {
        var token = Tokens.of("office");
        var times = new ArrayList<Double>();
        for (int month = 4; month <= 12; month++) {
            times.add(milliseconds("/portfolio?asOf=2022-%02d-15".formatted(month), token));
        }
        System.out.printf(
                "BENCHMARK a portfolio of %d pilots as of a day not asked for before: %.0f ms, at most %.0f ms%n",
                MANY, median(times), times.stream().max(Double::compare).orElseThrow());
    }

    private double milliseconds(String path, String token) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address.resolve("/reporting/api/v1" + path))
                .header("Authorization", "Bearer " + token)
                .build();
        var begun = System.nanoTime();
        assertEquals(200, http.send(request, BodyHandlers.ofByteArray()).statusCode());
        return (System.nanoTime() - begun) / 1e6;
    }

    /** All pilots' events, as the services say them. */
    private void produce() {
        var template = template();
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", broker, "linger.ms", 50, "batch.size", 500_000),
                new StringSerializer(),
                new ByteArraySerializer())) {
            // As time goes by, one day's events of all pilots after another's.
            for (int i = 0; i < PER_PILOT; i++) {
                var record = template.get(i);
                var value = new String(record.value(), StandardCharsets.UTF_8);
                for (int pilot = 1; pilot <= MANY; pilot++) {
                    var own = Integer.toString(pilot);
                    var sent = new ProducerRecord<>(
                            TOPIC,
                            "BP-" + own,
                            value.replace(Integer.toString(NUMBER), own).getBytes(StandardCharsets.UTF_8));
                    for (var name : List.of("ce_type", "ce_time", "ce_sequence")) {
                        sent.headers().add(record.headers().lastHeader(name));
                    }
                    sent.headers()
                            .add(
                                    "ce_id",
                                    "0190a5c2-%04d-7000-8000-%012d"
                                            .formatted(i, pilot)
                                            .getBytes(StandardCharsets.UTF_8))
                            .add("topic", record.topic().getBytes(StandardCharsets.UTF_8));
                    producer.send(sent);
                }
            }
        }
    }

    /** A pilot's two years: a plan of eight milestones, word of them each week, reports, alerts. */
    private static List<ConsumerRecord<String, byte[]>> template() {
        var pilot = Facts.of(NUMBER);
        var events = new ArrayList<Event>();
        events.add(pilot.approved());
        events.add(pilot.filed("m1", "m2", "m3", "m4", "m5", "m6", "m7", "m8"));
        events.add(pilot.advanced(2, PilotState.IN_PROGRESS));
        var rules =
                List.of("PILOT_STALE", "MILESTONE_DUE_SOON", "MILESTONE_OVERDUE", "REPORT_OVERDUE", "EVIDENCE_MISSING");
        for (int i = 0; events.size() < PER_PILOT; i++) {
            var rule = rules.get(i / 5 % rules.size());
            events.add(
                    switch (i % 5) {
                        case 0 -> pilot.raised(rule, 2 * i + 1);
                        case 1 -> i % 10 == 1 ? pilot.submitted("r" + i, 1, i % 3) : pilot.attached("e" + i);
                        case 2 -> pilot.recorded("2022-Q" + (1 + i / 20 % 4), i, 100 * i);
                        case 3 -> pilot.cleared(rule, 2 * i + 1);
                        default -> pilot.updated("m" + (1 + i / 5 % 8), i, Math.min(100, i));
                    });
        }
        var begin = Instant.parse("2022-03-01T01:00:00Z");
        return IntStream.range(0, PER_PILOT)
                .mapToObj(i -> TestTopics.polled(events.get(i), begin.plus(Duration.ofHours(161L * i)), "e" + i, 0, i))
                .toList();
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }

    private void sql(String statement) throws SQLException {
        Owner.execute(statement);
    }
}
