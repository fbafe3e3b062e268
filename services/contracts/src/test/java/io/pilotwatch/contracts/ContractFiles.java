package io.pilotwatch.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The files that stand beside the records: schemas, samples, the AsyncAPI document. */
final class ContractFiles {
    static final String COMMON = "urn:pilotwatch:schema:common:v1";

    private static final SchemaRegistry VALIDATORS = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemas(Map.of(COMMON, common().toString()))
                    .schemaRegistryConfig(SchemaRegistryConfig.builder()
                            .formatAssertionsEnabled(true)
                            .build()));

    private ContractFiles() {}

    static JsonNode schema(EventType type) {
        return read("schemas/" + nameOf(type) + ".schema.json", Json.production());
    }

    static JsonNode common() {
        return read("schemas/common.schema.json", Json.production());
    }

    static JsonNode sample(EventType type) {
        return read("samples/" + nameOf(type) + ".sample.json", Json.production());
    }

    static JsonNode asyncApi() {
        return read("asyncapi.yaml", Json.yaml());
    }

    static String nameOf(EventType type) {
        return type.record().getSimpleName();
    }

    /** Where an event breaks its schema, as JSON pointers with the reason; formats count. */
    static List<Error> errors(EventType type, JsonNode event) {
        return VALIDATORS.getSchema(schema(type)).validate(event);
    }

    static Set<String> filesIn(String folder) {
        try (var files = Files.list(Path.of(Event.class.getResource(folder).toURI()))) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException(folder, e);
        }
    }

    /** The lines of the golden list without its comments: wire type, topic, record. */
    static List<String> goldenWireTypes() {
        try (var in = ContractFiles.class.getResourceAsStream("wire-types.golden.txt")) {
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.replaceAll(" +", " "))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read(String file, ObjectMapper mapper) {
        try (var in = Event.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new AssertionError("there is no " + file + ": write one, by the pattern of its neighbours");
            }
            return mapper.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
