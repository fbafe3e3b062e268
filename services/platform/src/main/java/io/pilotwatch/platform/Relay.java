package io.pilotwatch.platform;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;

/**
 * Sends what stands in the outbox, oldest first, and puts what the broker has aside. One replica sends at a time (advisory
 * lock), a batch is pipelined, and the first failure ends it, so the order of one pilot's events holds. A crash in
 * between sends again under the same id, which every inbox recognises.
 *
 * <p>It never asks for "rows after my position": a lower position may commit later.
 */
@ApplicationScoped
public class Relay {

    private static final Logger LOG = Logger.getLogger(Relay.class);
    private static final int BATCH = 500;

    /** Of one record, in bytes: a pilot's approval carries all the receipts of its application. The topics take as much. */
    private static final int LARGEST = 8 << 20;

    private static final int POLL_MILLIS = 1000;

    /** Of the broker, after which the log tells of it. */
    private static final long SILENCE_MILLIS = 30_000;

    private static final long LOCK = 0x70696c6f74L;

    private final DataSource database;
    private final ObjectMapper mapper;
    private final Map<String, Object> kafka;
    private final OutboxGauges gauges;
    private volatile boolean running = true;
    private Thread thread;

    Relay(
            DataSource database,
            ObjectMapper mapper,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            OutboxGauges gauges) {
        this.database = database;
        this.mapper = mapper;
        this.kafka = kafka;
        this.gauges = gauges;
    }

    void start(@Observes StartupEvent event) {
        thread = Thread.ofPlatform().name("outbox-relay").daemon(true).start(this::run);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        running = false;
        thread.join(2L * POLL_MILLIS);
        // It waits for the broker: what it holds stands in the outbox still.
        thread.interrupt();
        thread.join(2L * POLL_MILLIS);
    }

    private void run() {
        try {
            while (running) {
                try (var connection = database.getConnection()) {
                    relay(connection);
                } catch (InterruptException e) {
                    throw e;
                } catch (SQLException | RuntimeException e) {
                    LOG.warnf("outbox relay: %s; trying again", e.getMessage());
                    pause();
                }
            }
        } catch (InterruptedException | InterruptException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** With another producer each time: one that the broker has refused for good stays refused, also when it is let in. */
    private void relay(Connection connection) throws SQLException, InterruptedException {
        var producer = new KafkaProducer<String, byte[]>(producerConfig());
        try {
            relay(connection, producer);
        } finally {
            producer.close(Duration.ZERO);
        }
    }

    /** One connection's life: it holds the lock and hears the notifications, so it stays open until something breaks. */
    private void relay(Connection connection, Producer<String, byte[]> producer)
            throws SQLException, InterruptedException {
        connection.setAutoCommit(true);
        var hear = connection.unwrap(PGConnection.class);
        execute(connection, "listen outbox");
        try {
            boolean locked = false;
            while (running) {
                locked = locked || tryLock(connection);
                if (!locked) {
                    pause();
                } else if (!sendBatch(connection, producer) && heardNothing(hear)) {
                    hear.getNotifications(POLL_MILLIS);
                }
            }
        } finally {
            // The connection goes back to the pool: what is bound to it must not go with it.
            execute(connection, "unlisten outbox");
            execute(connection, "select pg_advisory_unlock_all()");
        }
    }

    /** A wake-up that came in with another answer is in the driver's hands already; waiting would not see it. */
    private static boolean heardNothing(PGConnection hear) throws SQLException {
        var heard = hear.getNotifications();
        return heard == null || heard.length == 0;
    }

    /** Sends the oldest rows; false when there was nothing to send. */
    private boolean sendBatch(Connection connection, Producer<String, byte[]> producer)
            throws SQLException, InterruptedException {
        var rows = oldest(connection);
        var sending = new ArrayList<Future<RecordMetadata>>();
        for (var row : rows) {
            sending.add(producer.send(row.toRecord()));
            if (sending.getLast().state() == Future.State.FAILED) {
                // Nothing may overtake it.
                break;
            }
        }
        var sent = acknowledged(sending);
        putAside(connection, rows.subList(0, sent));
        rows.subList(0, sent)
                .forEach(row -> gauges.sent(row.topic(), row.headers().get("ce_type")));
        if (sent < rows.size()) {
            pause();
        } else {
            gauges.roundDone();
        }
        return !rows.isEmpty();
    }

    /** How many, from the first on, the broker has. The rest is sent again, in order, next time. */
    private static int acknowledged(List<Future<RecordMetadata>> sending) throws InterruptedException {
        for (int i = 0; i < sending.size(); i++) {
            if (!isAcknowledged(sending.get(i))) {
                return i;
            }
        }
        return sending.size();
    }

    /** Waits for as long as the producer tries, which is for ever; who reads the log learns what for. */
    private static boolean isAcknowledged(Future<RecordMetadata> record) throws InterruptedException {
        while (true) {
            try {
                record.get(SILENCE_MILLIS, TimeUnit.MILLISECONDS);
                return true;
            } catch (TimeoutException e) {
                LOG.warnf("outbox relay: the broker has not answered for %d s; trying on", SILENCE_MILLIS / 1000);
            } catch (ExecutionException e) {
                LOG.warnf("outbox relay: the broker did not take a record: %s", e.getCause());
                return false;
            }
        }
    }

    private static boolean tryLock(Connection connection) throws SQLException {
        try (var ask = connection.prepareStatement("select pg_try_advisory_lock(?)")) {
            ask.setLong(1, LOCK);
            try (var answer = ask.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }

    private List<Pending> oldest(Connection connection) throws SQLException {
        try (var select =
                connection.prepareStatement("select position, aggregatetype, aggregateid, payload, headers, partition"
                        + " from outbox order by position limit " + BATCH)) {
            var rows = new ArrayList<Pending>();
            try (var found = select.executeQuery()) {
                while (found.next()) {
                    rows.add(new Pending(
                            found.getLong(1),
                            found.getString(2),
                            found.getString(3),
                            found.getBytes(4),
                            headers(found.getString(5)),
                            found.getObject(6, Integer.class)));
                }
            }
            return rows;
        }
    }

    /** For {@link SentEvents}. */
    private static void putAside(Connection connection, List<Pending> sent) throws SQLException {
        if (sent.isEmpty()) {
            return;
        }
        try (var move =
                connection.prepareStatement("with sent as (delete from outbox where position = any (?) returning *)"
                        + " insert into outbox_sent select sent.*, clock_timestamp() from sent")) {
            move.setArray(
                    1,
                    connection.createArrayOf(
                            "bigint", sent.stream().map(Pending::position).toArray()));
            move.executeUpdate();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Map<String, String> headers(String json) {
        try {
            return mapper.readValue(json, new TypeReference<>() {});
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void pause() throws InterruptedException {
        Thread.sleep(POLL_MILLIS / 4);
    }

    private Map<String, Object> producerConfig() {
        var config = new HashMap<>(kafka);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        // However long the broker is away, the producer goes on by itself: if it gave up a record, those behind it
        // that it has not given up yet would overtake it. What it did not even take has nothing behind it.
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, SILENCE_MILLIS);
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST);
        config.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class.getName());
        config.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class.getName());
        return config;
    }

    private record Pending(
            long position, String topic, String key, byte[] payload, Map<String, String> headers, Integer partition) {

        ProducerRecord<String, byte[]> toRecord() {
            var record = new ProducerRecord<>(topic, partition, key, payload);
            headers.forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
            return record;
        }
    }
}
