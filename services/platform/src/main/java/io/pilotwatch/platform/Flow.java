package io.pilotwatch.platform;

import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Topic;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How much is under way in this service: what it has said but not sent, and what was said to it but not handled. */
@ApplicationScoped
public class Flow {

    private static final int PATIENCE_SECONDS = 5;

    /** @param oldest since when the oldest waits; null where nothing does */
    public record Waiting(long count, @Nullable Instant oldest) {}

    /**
     * One topic as this service hears it.
     *
     * @param behind how many of its records are not handled; null where the broker does not say
     * @param handledAt when some were handled last, by the wall clock; null: never
     */
    public record Heard(
            Topic topic, @Nullable Long behind, @Nullable Instant handledAt) {}

    private final DataSource database;
    private final InboxRows inbox;
    private final List<Topic> topics;
    private final Admin broker;

    Flow(
            DataSource database,
            InboxRows inbox,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            @ConfigProperty(name = "mp.messaging.incoming.events.topics") Optional<List<String>> topics) {
        this.database = database;
        this.topics = List.of(Topic.values()).stream()
                .filter(t -> topics.orElse(List.of()).contains(t.wireName()))
                .toList();
        this.inbox = inbox;
        this.broker = Admin.create(kafka);
    }

    @PreDestroy
    void close() {
        broker.close(Duration.ZERO);
    }

    Object state() {
        var behind = behind().orElseThrow(Later::notReady);
        return Map.of(
                "outbox",
                outbox().count(),
                "behind",
                behind.values().stream().mapToLong(Long::longValue).sum());
    }

    /** What waits to be sent. */
    public Waiting outbox() {
        try (var connection = database.getConnection();
                var count = connection.prepareStatement("select count(*), min(created_at) from outbox");
                var found = count.executeQuery()) {
            found.next();
            return new Waiting(found.getLong(1), instant(found.getObject(2, OffsetDateTime.class)));
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    /** What comes in, topic by topic; also while the broker is away. */
    public List<Heard> heard() {
        var behind = behind();
        var handled = inbox.handledAt();
        return topics.stream()
                .map(topic -> new Heard(
                        topic, behind.map(b -> b.get(topic.wireName())).orElse(null), handled.get(topic.wireName())))
                .toList();
    }

    /**
     * By topic; empty where the broker does not answer. Facts topics keep everything, so a partition of which nothing was
     * handled is behind by all it has.
     */
    private Optional<Map<String, Long>> behind() {
        // Positions first: what comes in between the two looks makes it more behind, never less.
        var handled = inbox.positions();
        var partitions = topics.stream()
                .flatMap(topic -> IntStream.range(0, Topic.PARTITIONS)
                        .mapToObj(partition -> new TopicPartition(topic.wireName(), partition)))
                .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
        try {
            var ends = broker.listOffsets(partitions).all().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return Optional.of(ends.entrySet().stream()
                    .collect(Collectors.groupingBy(
                            end -> end.getKey().topic(),
                            Collectors.summingLong(
                                    end -> behind(end.getValue().offset(), handled.getOrDefault(end.getKey(), 0L))))));
        } catch (ExecutionException | TimeoutException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** A place beyond the end is one in a topic that was lost; of the one that was made in its stead nothing is handled. */
    private static long behind(long end, long handled) {
        return handled > end ? end : end - handled;
    }

    private static Instant instant(OffsetDateTime moment) {
        return moment == null ? null : moment.toInstant();
    }
}
