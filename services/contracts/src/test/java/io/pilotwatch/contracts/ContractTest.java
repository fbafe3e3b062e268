package io.pilotwatch.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Holds together what the services promise each other: record = row of {@link EventType} = schema file = golden sample =
 * AsyncAPI message = wire type. Each part has a test of its own, so a failure says which one was forgotten.
 */
class ContractTest {

    @Nested
    class TheTable {

        @Test
        void hasOneRowForEachRecordThatTheSealedTypesPermit() {
            var rows = Arrays.stream(EventType.values()).map(EventType::record).toList();

            assertEquals(Set.copyOf(leavesOf(Event.class).toList()), Set.copyOf(rows));
            assertEquals(Set.copyOf(rows).size(), rows.size(), "a record has two rows");
        }

        @Test
        void namesEveryRecordAsAnEvent() {
            assertTrue(leavesOf(Event.class).allMatch(Class::isRecord), "an event is a record");
        }

        /** A rename is a new version: consumers and stored journals know the old name. */
        @Test
        void keepsTheWireTypesOfTheGoldenList() {
            var rows = Arrays.stream(EventType.values())
                    .map(t -> String.join(" ", t.wireType(), t.topic().wireName(), ContractFiles.nameOf(t)))
                    .toList();

            assertEquals(String.join("\n", ContractFiles.goldenWireTypes()), String.join("\n", rows));
        }

        @ParameterizedTest
        @EnumSource
        void putsEachEventOnItsOwnersTopic(EventType type) {
            var owners = Map.of(
                    PilotEvent.class, Topic.PILOTS,
                    MilestoneEvent.class, Topic.MILESTONES,
                    AlertEvent.class, Topic.ALERTS);

            assertEquals(
                    List.of(type.topic()),
                    owners.keySet().stream()
                            .filter(family -> family.isAssignableFrom(type.record()))
                            .map(owners::get)
                            .toList());
        }

        @ParameterizedTest
        @EnumSource
        void spellsTheWireTypeAsTheRecord(EventType type) {
            var parts = type.wireType().split("\\.");
            var words = (parts[2] + "-" + parts[3]).split("-");
            var name = Arrays.stream(words)
                    .map(w -> w.substring(0, 1).toUpperCase() + w.substring(1))
                    .collect(Collectors.joining());

            assertEquals(name, ContractFiles.nameOf(type));
            assertEquals(type, EventType.ofWireType(type.wireType()).orElseThrow());
        }
    }

    @Nested
    class TheSchemas {

        @ParameterizedTest
        @EnumSource
        void sayWhatTheRecordsSay(EventType type) {
            var compared = SchemaShape.compare(type.record(), ContractFiles.schema(type), ContractFiles.common());

            assertEquals("", String.join("\n", compared.differences()));
        }

        @ParameterizedTest
        @EnumSource
        void bearTheIdThatTravelsInTheHeader(EventType type) {
            assertEquals(type.schema(), ContractFiles.schema(type).path("$id").asText());
        }

        @Test
        void shareTheirPartsAndNoPartIsLeftOver() {
            var used = new TreeSet<String>();
            for (var type : EventType.values()) {
                used.addAll(SchemaShape.compare(type.record(), ContractFiles.schema(type), ContractFiles.common())
                        .used());
            }

            assertEquals(used, keys(ContractFiles.common().path("$defs")));
        }

        @Test
        void areOneFilePerEventAndTheSharedOne() {
            var expected = names().map(n -> n + ".schema.json").collect(Collectors.toSet());
            expected.add("common.schema.json");

            assertEquals(expected, ContractFiles.filesIn("schemas"));
        }

        /** Proof that the other tests can fail. */
        @ParameterizedTest
        @EnumSource
        void refuseAnEventWithoutAnyOneOfItsRequiredProperties(EventType type) {
            for (var required : ContractFiles.schema(type).path("required")) {
                ObjectNode broken = ContractFiles.sample(type).deepCopy();
                broken.remove(required.asText());

                assertFalse(ContractFiles.errors(type, broken).isEmpty(), "passes without " + required);
            }
        }

        @Test
        void refuseAWrongDayDeepInside() {
            ObjectNode broken = ContractFiles.sample(EventType.TASK_BOOK_FILED).deepCopy();
            ((ObjectNode) broken.at("/taskBook/milestones/3")).put("due", "2023-02-30");

            assertFalse(ContractFiles.errors(EventType.TASK_BOOK_FILED, broken).isEmpty());
        }

        @ParameterizedTest
        @EnumSource
        void letAFieldPassThatTheyDoNotKnow(EventType type) {
            ObjectNode newer = ContractFiles.sample(type).deepCopy();
            newer.put("addedLater", 1);

            assertEquals(List.of(), ContractFiles.errors(type, newer));
        }
    }

    @Nested
    class TheSamples {

        @Test
        void areOneFilePerEvent() {
            assertEquals(
                    names().map(n -> n + ".sample.json").collect(Collectors.toSet()), ContractFiles.filesIn("samples"));
        }

        @ParameterizedTest
        @EnumSource
        void obeyTheirSchema(EventType type) {
            assertEquals(List.of(), ContractFiles.errors(type, ContractFiles.sample(type)));
        }

        @ParameterizedTest
        @EnumSource
        void areReadStrictlyAndWrittenAgainAsTheyWere(EventType type) throws JsonProcessingException {
            var sample = ContractFiles.sample(type);

            var event = Json.strict().treeToValue(sample, type.record());

            assertEquals(sample, Json.production().readTree(Json.production().writeValueAsString(event)));
            assertEquals(type, EventType.of(event));
        }

        @ParameterizedTest
        @EnumSource
        void areAllOfTheOnePilot(EventType type) {
            var sample = ContractFiles.sample(type);

            assertEquals(Set.of("BP-028"), Set.copyOf(sample.findValuesAsText("pilotId")));
        }

        @ParameterizedTest
        @EnumSource
        void carryTheRevisionOfTheirMilestone(EventType type) {
            var milestone = ContractFiles.sample(type).path("milestone");

            assertTrue(milestone.isMissingNode()
                    || milestone
                            .path("revision")
                            .equals(ContractFiles.sample(type).path("revision")));
        }
    }

    @Nested
    class TheMappers {
        private final ObjectNode sample = (ObjectNode) ContractFiles.sample(EventType.MILESTONE_UPDATED);

        @Test
        void passOverAnUnknownFieldInProductionAndRefuseItHere() throws JsonProcessingException {
            sample.put("addedLater", 1);

            Json.production().treeToValue(sample, MilestoneEvent.MilestoneUpdated.class);
            assertRefused();
        }

        @Test
        void refuseANullThatIsNotMarkedNullable() {
            sample.putNull("by");

            assertRefused();
        }

        @Test
        void refuseAMissingFieldDeepInside() {
            ((ObjectNode) sample.path("milestone")).remove("title");

            assertRefused();
        }

        @Test
        void acceptNothingWhereItIsMarkedNullable() throws JsonProcessingException {
            ((ObjectNode) sample.path("update")).remove(List.of("note", "forecast"));

            var event = Json.strict().treeToValue(sample, MilestoneEvent.MilestoneUpdated.class);

            assertEquals(null, event.update().note());
        }

        private void assertRefused() {
            assertThrows(
                    MismatchedInputException.class,
                    () -> Json.strict().treeToValue(sample, MilestoneEvent.MilestoneUpdated.class));
        }
    }

    private static Stream<Class<?>> leavesOf(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses()).flatMap(ContractTest::leavesOf)
                : Stream.of(type);
    }

    private static Stream<String> names() {
        return Arrays.stream(EventType.values()).map(ContractFiles::nameOf);
    }

    private static Set<String> keys(JsonNode node) {
        return node.properties().stream().map(Map.Entry::getKey).collect(Collectors.toSet());
    }
}
