package io.pilotwatch.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.pilotwatch.contracts.Topic;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the broker is told to allow, against what the services say and listen to: not less, and not more. */
class KafkaAccessTest {

    private static final Path ROOT =
            Path.of("").toAbsolutePath().resolve("../..").normalize();

    record User(List<String> reads, List<String> writes) {}

    record Access(int partitions, int largestRecord, List<String> topics, Map<String, User> users) {}

    @Test
    void everyTopicIsThereWithItsDeadLettersAndNoOther() throws IOException {
        var topics = Arrays.stream(Topic.values())
                .flatMap(topic -> Stream.of(topic.wireName(), topic.deadLetterName()))
                .toList();

        assertEquals(topics, access().topics());
        assertEquals(Topic.PARTITIONS, access().partitions());
        assertEquals(
                Set.of("intake", "milestone", "compliance-alert", "reporting"),
                access().users().keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"intake", "milestone", "compliance-alert", "reporting"})
    void aServiceReadsWhatItListensTo(String service) throws IOException {
        var user = access().users().get(service);

        assertEquals(heard(service), Set.copyOf(user.reads()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"intake", "milestone", "compliance-alert", "reporting"})
    void aServiceWritesItsOwnTopicAndTheDeadLettersOfWhatItReads(String service) throws IOException {
        var heard = heard(service);
        var writes = Arrays.stream(Topic.values())
                .flatMap(topic -> Stream.of(
                                topic.owner().equals(service) ? topic.wireName() : "",
                                heard.contains(topic.wireName()) ? topic.deadLetterName() : "")
                        .filter(name -> !name.isEmpty()))
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(writes, new TreeSet<>(access().users().get(service).writes()));
    }

    private static Access access() throws IOException {
        return new ObjectMapper(new YAMLFactory())
                .readValue(ROOT.resolve("charts/pilotwatch/files/kafka.yaml").toFile(), Access.class);
    }

    private static Set<String> heard(String service) throws IOException {
        var properties = new Properties();
        var file = ROOT.resolve("services/" + service + "/src/main/resources/application.properties");
        try (Reader in = Files.newBufferedReader(file)) {
            properties.load(in);
        }
        return Set.of(
                properties.getProperty("mp.messaging.incoming.events.topics").split(","));
    }
}
