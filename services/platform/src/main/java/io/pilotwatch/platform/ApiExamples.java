package io.pilotwatch.platform;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;

/**
 * A service's examples, its resource {@value #FILE}: by operation and role, what such a caller sends and is answered.
 *
 * <pre>
 * POST /intake/api/v1/applications:
 *   pilot-team:
 *     request: {kind: special-field, …}
 *     answer: {pilotId: BP-201, …}
 * </pre>
 *
 * The answer may be left out; it belongs to the operation's good answer.
 */
record ApiExamples(Map<String, Map<String, Map<String, Object>>> byOperation) {

    static final String FILE = "openapi-examples.yaml";

    static ApiExamples ofService() {
        try (var file = Thread.currentThread().getContextClassLoader().getResourceAsStream(FILE)) {
            return new ApiExamples(
                    file == null
                            ? Map.of()
                            : new ObjectMapper(new YAMLFactory()).readValue(file, new TypeReference<>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " cannot be read", e);
        }
    }

    void addTo(String name, Operation operation) {
        new TreeMap<>(byOperation.getOrDefault(name, Map.of())).forEach((role, example) -> {
            if (operation.getRequestBody() != null) {
                add(role, example.get("request"), operation.getRequestBody().getContent());
            }
            operation.getResponses().getAPIResponses().entrySet().stream()
                    .filter(answer -> answer.getKey().startsWith("2"))
                    .flatMap(answer -> Stream.ofNullable(answer.getValue().getContent()))
                    .forEach(content -> add(role, example.get("answer"), content));
        });
    }

    private static void add(String role, Object value, Content content) {
        if (value != null && content != null) {
            content.getMediaTypes()
                    .values()
                    .forEach(type ->
                            type.addExample(role, OASFactory.createExample().value(value)));
        }
    }
}
