package io.pilotwatch.platform;

import io.pilotwatch.contracts.Topic;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How much is under way in this service: what it has said but not sent, and what was said to it but not handled. */
@ApplicationScoped
class Flow {

    private final DataSource database;
    private final InboxRows inbox;
    private final Map<TopicPartition, OffsetSpec> partitions;
    private final Admin broker;

    Flow(
            DataSource database,
            InboxRows inbox,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            @ConfigProperty(name = "mp.messaging.incoming.events.topics") Optional<List<String>> topics) {
        this.database = database;
        this.partitions = topics.orElse(List.of()).stream()
                .flatMap(topic -> IntStream.range(0, Topic.PARTITIONS).mapToObj(p -> new TopicPartition(topic, p)))
                .collect(Collectors.toMap(Function.identity(), p -> OffsetSpec.latest()));
        this.inbox = inbox;
        this.broker = Admin.create(kafka);
    }

    @PreDestroy
    void close() {
        broker.close();
    }

    Object state() {
        try {
            return Map.of("outbox", outbox(), "behind", behind());
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        } catch (ExecutionException | InterruptedException e) {
            throw new Problem(503, "NOT_READY", HttpTexts.of(503));
        }
    }

    private long outbox() throws SQLException {
        try (var connection = database.getConnection();
                var count = connection.prepareStatement("select count(*) from outbox");
                var found = count.executeQuery()) {
            found.next();
            return found.getLong(1);
        }
    }

    /** Facts topics keep everything, so a partition of which nothing was handled is behind by all it has. */
    private long behind() throws ExecutionException, InterruptedException {
        // Positions first: what comes in between the two looks makes it more behind, never less.
        var handled = inbox.positions();
        var ends = broker.listOffsets(partitions).all().get();
        return ends.entrySet().stream()
                .mapToLong(end -> end.getValue().offset() - handled.getOrDefault(end.getKey(), 0L))
                .sum();
    }
}
