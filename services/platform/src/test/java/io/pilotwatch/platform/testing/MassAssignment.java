package io.pilotwatch.platform.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pilotwatch.platform.testing.OpenApi.Operation;
import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Bodies that say a field too many, made from the API document: each body's example, with one of the fields that only its
 * answer has, or that would be somebody's gain, in each of its objects.
 */
final class MassAssignment {

    private static final List<String> GAINS = List.of(
            "id",
            "pilotId",
            "state",
            "revision",
            "role",
            "roles",
            "by",
            "at",
            "decidedBy",
            "actor",
            "account",
            "ownerId",
            "grade",
            "organisation",
            "receipt",
            "admin");

    private MassAssignment() {}

    /** @param pointer to the field, as the refusal must name it */
    record Attempt(Operation operation, String role, String pointer, String body) {

        boolean isRefused() {
            var request = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + RestAssured.port + operation.address(name -> null)))
                    .header("Authorization", "Bearer " + Tokens.of(Users.of(role)))
                    .header("Accept-Language", "en")
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .header("If-Match", "*")
                    .header("Content-Type", operation.contentType())
                    .method(operation.method(), BodyPublishers.ofString(body));
            var answer = Asking.send(request.build());
            return answer.status() == 400
                    && "UNREADABLE_BODY".equals(answer.code())
                    && answer.text().contains('"' + pointer + '"');
        }

        @Override
        public String toString() {
            return operation.name() + " takes " + pointer;
        }
    }

    static List<Attempt> attempts() {
        var document = OpenApi.document();
        var attempts = new ArrayList<Attempt>();
        for (var operation : OpenApi.operations()) {
            var example = operation.examples().entrySet().stream().findFirst();
            if (example.isPresent()
                    && operation.contentType().equals("application/json")
                    && example.get().getValue().isObject()) {
                var names = new TreeSet<>(GAINS);
                names.addAll(ofAnswers(document, operation));
                var role =
                        operation.roles().isEmpty() ? "operator" : example.get().getKey();
                var body = (ObjectNode) example.get().getValue();
                spoil(document, operation, role, names, body, body, schema(document, operation), "", attempts);
            }
        }
        return attempts;
    }

    private static void spoil(
            JsonNode document,
            Operation operation,
            String role,
            Set<String> names,
            ObjectNode body,
            ObjectNode at,
            JsonNode schema,
            String pointer,
            List<Attempt> attempts) {
        var resolved = resolved(document, schema);
        if (!resolved.has("properties")) {
            return;
        }
        for (var name : names) {
            if (!resolved.path("properties").has(name)) {
                at.put(name, "x");
                attempts.add(new Attempt(operation, role, pointer + "/" + name, body.toString()));
                at.remove(name);
            }
        }
        for (var child : List.copyOf(at.properties())) {
            var of = resolved.path("properties").path(child.getKey());
            if (child.getValue() instanceof ObjectNode node) {
                spoil(
                        document,
                        operation,
                        role,
                        Set.copyOf(GAINS),
                        body,
                        node,
                        of,
                        pointer + "/" + child.getKey(),
                        attempts);
            } else if (child.getValue() instanceof ArrayNode many && many.path(0) instanceof ObjectNode node) {
                spoil(
                        document,
                        operation,
                        role,
                        Set.copyOf(GAINS),
                        body,
                        node,
                        resolved(document, of).path("items"),
                        pointer + "/" + child.getKey() + "/0",
                        attempts);
            }
        }
    }

    private static JsonNode schema(JsonNode document, Operation operation) {
        return operation
                .node()
                .path("requestBody")
                .path("content")
                .path("application/json")
                .path("schema");
    }

    private static Set<String> ofAnswers(JsonNode document, Operation operation) {
        var names = new LinkedHashSet<String>();
        for (Map.Entry<String, JsonNode> answer :
                operation.node().path("responses").properties()) {
            if (answer.getKey().startsWith("2")) {
                answer.getValue()
                        .path("content")
                        .forEach(type -> resolved(document, type.path("schema"))
                                .path("properties")
                                .fieldNames()
                                .forEachRemaining(names::add));
            }
        }
        return names;
    }

    private static JsonNode resolved(JsonNode document, JsonNode schema) {
        var one = schema.has("$ref")
                ? schema
                : schema.path("anyOf").has(0)
                        ? first(schema.path("anyOf"))
                        : schema.path("allOf").has(0) ? first(schema.path("allOf")) : schema;
        var ref = one.path("$ref").asText();
        return ref.isEmpty() ? one : resolved(document, document.at(ref.substring(1)));
    }

    private static JsonNode first(JsonNode options) {
        for (var option : options) {
            if (option.has("$ref")) {
                return option;
            }
        }
        return options.path(0);
    }
}
