package io.pilotwatch.platform.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.ConfigProvider;

/** The API document of the running service, and what tests ask of it. */
public final class OpenApi {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

    private static final String NO_UUID = "00000000-0000-7000-8000-000000000000";

    private OpenApi() {}

    /**
     * An operation as described.
     *
     * @param method upper case
     * @param roles of those that may call it; empty where all may, also without a token
     * @param node as in the document
     */
    public record Operation(String method, String path, List<String> roles, JsonNode node) {

        /** Method and path, as tables and example files name it. */
        public String name() {
            return method + " " + path;
        }

        /** Whether it takes a body. */
        public boolean hasBody() {
            return node.has("requestBody");
        }

        /** The first content type that the body may have; null without a body. */
        public String contentType() {
            return hasBody()
                    ? node.path("requestBody").path("content").fieldNames().next()
                    : null;
        }

        /** The body's examples by role. */
        public Map<String, JsonNode> examples() {
            return hasBody()
                    ? examplesIn(node.path("requestBody").path("content").path(contentType()))
                    : Map.of();
        }

        /** Its path with a value for each parameter: the named one's, or something that there is not. */
        public String address(UnaryOperator<String> values) {
            var address = path;
            for (var parameter : parameters("path")) {
                var name = parameter.path("name").asText();
                var given = values.apply(name);
                address = address.replace("{" + name + "}", given != null ? given : none(parameter.path("schema")));
            }
            return address;
        }

        /** What the parameter can be and yet is nothing's name: a wrong shape would not get as far as the door. */
        private static String none(JsonNode schema) {
            if (schema.path("$ref").asText().endsWith("/UUID")) {
                return NO_UUID;
            }
            return schema.path("type").asText().equals("integer") ? "999" : "BP-0";
        }

        /** Its parameters that are in {@code path}, {@code query} or {@code header}. */
        public List<JsonNode> parameters(String in) {
            return stream(node.path("parameters"))
                    .filter(p -> p.path("in").asText().equals(in))
                    .toList();
        }
    }

    /** The document as the service gives it. */
    public static String text() {
        var answer = RestAssured.given().get(address() + "?format=yaml");
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(address() + " answers " + answer.statusLine());
        }
        return new String(answer.asByteArray(), StandardCharsets.UTF_8);
    }

    /** The document read. */
    public static JsonNode document() {
        try {
            return YAML.readTree(text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All operations in the document's order. */
    public static List<Operation> operations() {
        return operations(document());
    }

    private static List<Operation> operations(JsonNode document) {
        var found = new ArrayList<Operation>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(entry -> {
                    if (METHODS.contains(entry.getKey())) {
                        var roles = stream(entry.getValue().path("x-roles"))
                                .map(JsonNode::asText)
                                .toList();
                        found.add(new Operation(entry.getKey().toUpperCase(), path.getKey(), roles, entry.getValue()));
                    }
                }));
        return found;
    }

    static List<String> unfitExamples() {
        var document = document();
        var unfit = new ArrayList<String>();
        for (var operation : operations(document)) {
            contents(operation)
                    .forEach(type -> examplesIn(type)
                            .forEach((role, example) -> faults(document, type.path("schema"), example)
                                    .forEach(fault -> unfit.add(operation.name() + " as " + role + ": " + fault))));
        }
        return unfit;
    }

    static List<String> strayExamples() throws IOException {
        var stray = new ArrayList<String>();
        var operations = new LinkedHashMap<String, Operation>();
        operations().forEach(o -> operations.put(o.name(), o));
        try (var file = Thread.currentThread().getContextClassLoader().getResourceAsStream("openapi-examples.yaml")) {
            var examples = file == null ? YAML.createObjectNode() : YAML.readTree(file);
            examples.properties()
                    .forEach(operation -> operation.getValue().fieldNames().forEachRemaining(role -> {
                        var known = operations.get(operation.getKey());
                        if (known == null || !known.roles().contains(role)) {
                            stray.add(operation.getKey() + " as " + role);
                        }
                    }));
        }
        return stray;
    }

    private static Stream<JsonNode> contents(Operation operation) {
        return Stream.concat(
                        Stream.of(operation.node().path("requestBody")),
                        stream(operation.node().path("responses")))
                .flatMap(message -> stream(message.path("content")));
    }

    private static Map<String, JsonNode> examplesIn(JsonNode mediaType) {
        var examples = new LinkedHashMap<String, JsonNode>();
        mediaType
                .path("examples")
                .properties()
                .forEach(e -> examples.put(e.getKey(), e.getValue().path("value")));
        return examples;
    }

    /** A schema of the document alone refers to others: they are found when the document is its root. */
    private static List<String> faults(JsonNode document, JsonNode schema, JsonNode example) {
        if (schema.path("format").asText().equals("binary")) {
            return List.of();
        }
        ObjectNode root = schema.deepCopy();
        root.set("components", document.path("components"));
        return SCHEMAS.getSchema(root).validate(example).stream()
                .map(Object::toString)
                .toList();
    }

    private static String address() {
        return ConfigProvider.getConfig().getValue("quarkus.smallrye-openapi.path", String.class);
    }

    private static Stream<JsonNode> stream(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false);
    }
}
