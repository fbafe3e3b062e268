package io.pilotwatch.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * Which topics there are and who may do what with them, as {@code charts/pilotwatch/files/kafka.yaml} says, and how a broker
 * is made to hold to it. Everything bears repeating: an older broker is brought to the same state.
 */
record KafkaAccess(int partitions, int largestRecord, List<String> topics, Map<String, User> users) {

    private static final int ITERATIONS = 4096;

    /** What one service may do, in the consumer group of its name. */
    record User(List<String> reads, List<String> writes) {}

    static KafkaAccess of(Settings settings) throws IOException {
        return new ObjectMapper(new YAMLFactory())
                .readValue(settings.kafkaAccess().toFile(), KafkaAccess.class);
    }

    /** Whether all is as {@link #establish} leaves it. */
    boolean isEstablished(Admin admin) throws ExecutionException, InterruptedException {
        return admin.listTopics().names().get().containsAll(topics)
                && granted(admin).equals(rights());
    }

    /** Users and their rights before the topics, so that no topic is ever without them. */
    void establish(Admin admin, Map<String, String> passwords) throws ExecutionException, InterruptedException {
        admin.alterUserScramCredentials(users.keySet().stream()
                        .map(user -> new UserScramCredentialUpsertion(
                                user,
                                new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, ITERATIONS),
                                passwords.get(user)))
                        .map(UserScramCredentialAlteration.class::cast)
                        .toList())
                .all()
                .get();
        Set<AclBinding> tooMany = new HashSet<>(granted(admin));
        tooMany.removeAll(rights());
        admin.createAcls(rights()).all().get();
        admin.deleteAcls(tooMany.stream().map(AclBinding::toFilter).toList())
                .all()
                .get();
        createTopics(admin);
    }

    private void createTopics(Admin admin) throws ExecutionException, InterruptedException {
        Map<String, String> forEver = Map.of(
                TopicConfig.RETENTION_MS_CONFIG,
                "-1",
                TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                String.valueOf(largestRecord));
        List<NewTopic> wanted = topics.stream()
                .map(name -> new NewTopic(name, partitions, (short) 1).configs(forEver))
                .toList();
        for (var creation : admin.createTopics(wanted).values().values()) {
            try {
                creation.get();
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw e;
                }
            }
        }
    }

    private static Set<AclBinding> granted(Admin admin) throws ExecutionException, InterruptedException {
        return new HashSet<>(admin.describeAcls(AclBindingFilter.ANY).values().get());
    }

    Set<AclBinding> rights() {
        Set<AclBinding> rights = new HashSet<>();
        users.forEach((name, user) -> Stream.of(
                        user.reads().stream().map(topic -> right(name, AclOperation.READ, ResourceType.TOPIC, topic)),
                        user.writes().stream().map(topic -> right(name, AclOperation.WRITE, ResourceType.TOPIC, topic)),
                        Stream.of(right(name, AclOperation.READ, ResourceType.GROUP, name)))
                .forEach(some -> rights.addAll(some.toList())));
        return rights;
    }

    private static AclBinding right(String user, AclOperation operation, ResourceType type, String name) {
        return new AclBinding(
                new ResourcePattern(type, name, PatternType.LITERAL),
                // From anywhere: who it is, is what counts.
                new AccessControlEntry("User:" + user, "*", operation, AclPermissionType.ALLOW));
    }

    /** The names of the users. */
    List<String> names() {
        return List.copyOf(users.keySet());
    }
}
