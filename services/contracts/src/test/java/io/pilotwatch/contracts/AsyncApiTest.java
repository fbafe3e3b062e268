package io.pilotwatch.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@link ContractTest}'s other half: the AsyncAPI document says of topics and events what the code says. */
class AsyncApiTest {
    private static final String HEADERS = """
            ce_specversion ce_id ce_source ce_type ce_subject ce_time ce_dataschema ce_sequence ce_correlationid \
            ce_causationid ce_traceparent ce_recordedtime content-type""";

    private final JsonNode document = ContractFiles.asyncApi();

    @Test
    void theChannelsAreTheTopicsAndTheirDeadLetters() {
        var topics = Arrays.stream(Topic.values())
                .flatMap(t -> Stream.of(t.wireName(), t.deadLetterName()))
                .collect(Collectors.toSet());

        assertEquals(topics, Set.copyOf(document.path("channels").findValuesAsText("address")));
    }

    @Test
    void everyChannelHasAsManyPartitions() {
        document.path("channels")
                .forEach(channel -> assertEquals(
                        Topic.PARTITIONS,
                        channel.at("/bindings/kafka/partitions").asInt(),
                        channel.path("address").asText()));
    }

    @ParameterizedTest
    @EnumSource
    void aChannelNamesItsOwnerAndListsItsEvents(Topic topic) {
        var channel = channel(topic.wireName()).getValue();
        var events = Arrays.stream(EventType.values())
                .filter(t -> t.topic() == topic)
                .map(ContractFiles::nameOf)
                .toList();

        assertEquals(topic.owner(), channel.path("x-owner").asText());
        assertEquals(events, keys(channel.path("messages")));
        channel.path("messages")
                .properties()
                .forEach(m -> assertEquals(
                        "#/components/messages/" + m.getKey(),
                        m.getValue().path("$ref").asText()));
    }

    @ParameterizedTest
    @EnumSource
    void onlyTheOwnerSendsToATopic(Topic topic) {
        var senders = operations("send", topic.wireName())
                .map(o -> o.path("x-service").asText())
                .toList();

        assertEquals(List.of(topic.owner()), senders);
    }

    @ParameterizedTest
    @EnumSource
    void whoeverReceivesATopicMayPutItsRecordsAside(Topic topic) {
        assertEquals(services("receive", topic.wireName()), services("send", topic.deadLetterName()));
    }

    @Test
    void theMessagesAreTheEventsAndTheDeadLetter() {
        var names = Arrays.stream(EventType.values())
                .map(ContractFiles::nameOf)
                .collect(Collectors.toCollection(ArrayList::new));
        names.add("DeadLetter");

        assertEquals(names, keys(document.at("/components/messages")));
    }

    @ParameterizedTest
    @EnumSource
    void aMessageSaysWhatItsRowSays(EventType type) {
        var name = ContractFiles.nameOf(type);
        var message = document.at("/components/messages/" + name);
        var own = message.at("/headers/allOf/1/properties");

        assertEquals(type.wireType(), message.path("name").asText());
        assertEquals(name, message.path("title").asText());
        assertEquals("application/json", message.path("contentType").asText());
        assertEquals(
                "#/components/schemas/CloudEvent",
                message.at("/headers/allOf/0/$ref").asText());
        assertEquals(type.wireType(), own.at("/ce_type/const").asText());
        assertEquals(type.schema(), own.at("/ce_dataschema/const").asText());
        assertEquals(
                "schemas/" + name + ".schema.json",
                message.at("/payload/schema/$ref").asText());
        assertEquals(
                "samples/" + name + ".sample.json",
                message.at("/examples/0/payload/$ref").asText());
        assertEquals(
                "#/components/messageBindings/pilotKey",
                message.at("/bindings/$ref").asText());
    }

    @Test
    void theHeadersAreThoseOfCloudEventsInBinaryMode() {
        assertEquals(List.of(HEADERS.split(" ")), keys(document.at("/components/schemas/CloudEvent/properties")));
    }

    @Test
    void everyReferenceInsideTheDocumentLeadsSomewhere() {
        document.findValuesAsText("$ref").stream()
                .filter(ref -> ref.startsWith("#"))
                .forEach(ref -> assertFalse(document.at(ref.substring(1)).isMissingNode(), ref));
    }

    /** The broker may deliver twice; whoever reads the promise must know to deduplicate. */
    @Test
    void thePromiseIsAtLeastOnceWithDeduplication() {
        var text = document.toString().toLowerCase();

        assertTrue(text.contains("at least once with deduplication"));
        assertFalse(text.contains("exactly once") || text.contains("exactly-once"));
    }

    private Map.Entry<String, JsonNode> channel(String address) {
        return document.path("channels").properties().stream()
                .filter(c -> c.getValue().path("address").asText().equals(address))
                .findFirst()
                .orElseThrow();
    }

    private Stream<JsonNode> operations(String action, String address) {
        var channel = "#/channels/" + channel(address).getKey();
        return StreamSupport.stream(document.path("operations").spliterator(), false)
                .filter(o -> o.path("action").asText().equals(action))
                .filter(o -> o.at("/channel/$ref").asText().equals(channel));
    }

    private Set<String> services(String action, String address) {
        return operations(action, address)
                .map(o -> o.path("x-service").asText())
                .collect(Collectors.toSet());
    }

    private static List<String> keys(JsonNode node) {
        return node.properties().stream().map(Map.Entry::getKey).toList();
    }
}
