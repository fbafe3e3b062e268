package io.pilotwatch.platform;

import io.pilotwatch.contracts.Topic;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeConsumerGroupsOptions;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/**
 * Whether the broker lets this service do what it has to, asked again and again: not ready, with what is missing by name, while
 * a topic or a right is missing or the broker knows us not. A broker that does not answer is another matter: what is
 * handed in meanwhile waits in the outbox.
 */
@Readiness
@ApplicationScoped
class BrokerRights implements HealthCheck {

    private static final Logger LOG = Logger.getLogger(BrokerRights.class);
    private static final int PATIENCE_SECONDS = 5;
    private static final List<String> NOT_ASKED = List.of("not asked yet");

    private final Admin broker;
    private final String service;
    private final Map<String, AclOperation> needed = new LinkedHashMap<>();
    private volatile List<String> missing = NOT_ASKED;

    BrokerRights(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            @ConfigProperty(name = "quarkus.application.name") String service,
            @ConfigProperty(name = "mp.messaging.incoming.events.topics") Optional<List<String>> heard) {
        this.broker = Admin.create(kafka);
        this.service = service;
        for (var topic : Topic.values()) {
            if (topic.owner().equals(service)) {
                needed.put(topic.wireName(), AclOperation.WRITE);
            }
            if (heard.orElse(List.of()).contains(topic.wireName())) {
                needed.put(topic.wireName(), AclOperation.READ);
                needed.put(topic.deadLetterName(), AclOperation.WRITE);
            }
        }
    }

    /** Without waiting for a broker that may not answer. */
    @PreDestroy
    void close() {
        broker.close(Duration.ZERO);
    }

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("rights at the broker").status(missing.isEmpty());
        return missing.isEmpty()
                ? answer.build()
                : answer.withData("missing", String.join("; ", missing)).build();
    }

    @Scheduled(every = "${pilotwatch.rights.every}", concurrentExecution = ConcurrentExecution.SKIP)
    void ask() throws InterruptedException {
        var found = missing();
        if (!found.equals(missing)) {
            if (found.isEmpty()) {
                LOG.infof("the broker lets %s do all that it has to", service);
            } else {
                LOG.errorf("the broker does not let %s do what it has to: %s", service, String.join("; ", found));
            }
        }
        missing = found;
    }

    private List<String> missing() throws InterruptedException {
        var found = new ArrayList<String>();
        try {
            var topics = broker.describeTopics(
                            needed.keySet(), new DescribeTopicsOptions().includeAuthorizedOperations(true))
                    .topicNameValues();
            for (var need : needed.entrySet()) {
                var topic = topics.get(need.getKey());
                may(need.getValue(), "topic " + need.getKey(), topic.thenApply(t -> t.authorizedOperations()), found);
            }
            var group = broker.describeConsumerGroups(
                            Set.of(service), new DescribeConsumerGroupsOptions().includeAuthorizedOperations(true))
                    .describedGroups()
                    .get(service);
            may(AclOperation.READ, "group " + service, group.thenApply(g -> g.authorizedOperations()), found);
        } catch (AuthenticationException e) {
            return List.of("the broker does not know us: " + e.getMessage());
        } catch (TimeoutException e) {
            LOG.debugf("the broker does not answer: %s", e.getMessage());
            return missing.equals(NOT_ASKED) ? List.of() : missing;
        }
        return found;
    }

    private static void may(
            AclOperation right, String what, KafkaFuture<Set<AclOperation>> answer, List<String> missing)
            throws InterruptedException, TimeoutException {
        try {
            var rights = answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (rights != null && !rights.contains(right)) {
                missing.add("no right to " + right + " " + what);
            }
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case AuthenticationException unknown -> throw unknown;
                case AuthorizationException _ -> missing.add("no right to " + right + " " + what);
                case UnknownTopicOrPartitionException _ -> missing.add("there is no " + what);
                // A group that nobody has used yet, or a broker that has gone: neither says anything about rights.
                default -> LOG.debugf("%s: %s", what, e.getCause());
            }
        }
    }
}
