package io.pilotwatch.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

/** Compares a record with its schema, down to the last nested component, and says each difference in words. */
final class SchemaShape {
    private static final String LOCAL = "#/$defs/";

    private final JsonNode common;
    private final List<String> differences = new ArrayList<>();
    private final Set<String> used = new TreeSet<>();

    private SchemaShape(JsonNode common) {
        this.common = common;
    }

    /** What differs, and which shared parts the schema uses. */
    record Comparison(List<String> differences, Set<String> used) {}

    static Comparison compare(Class<?> record, JsonNode schema, JsonNode common) {
        var shape = new SchemaShape(common);
        shape.record(record, schema, record.getSimpleName());
        return new Comparison(shape.differences, shape.used);
    }

    private void record(Class<?> record, JsonNode schema, String at) {
        var components = record.getRecordComponents();
        var names = Arrays.stream(components).map(RecordComponent::getName).toList();
        var required = Arrays.stream(components)
                .filter(c -> !c.isAnnotationPresent(Nullable.class) && !c.isAnnotationPresent(AddedLater.class))
                .map(RecordComponent::getName)
                .toList();
        same("object", schema.path("type").asText(), at + " type");
        same(record.getSimpleName(), schema.path("title").asText(), at + " title");
        same(names, keys(schema.path("properties")), at + " properties");
        same(required, texts(schema.path("required")), at + " required (all but @Nullable and @AddedLater)");
        // Adding an optional field is free only while consumers and validators let unknown ones pass.
        same("true", schema.path("additionalProperties").asText(), at + " additionalProperties");
        for (var component : components) {
            var property = schema.path("properties").path(component.getName());
            var pointer = at + "." + component.getName();
            same(component.isAnnotationPresent(Nullable.class), allowsNull(property), pointer + " may be null");
            value(component.getGenericType(), property, pointer);
        }
    }

    private void value(Type type, JsonNode property, String at) {
        var schema = resolved(property, at);
        if (property.path("description").isMissingNode()
                && schema.path("description").isMissingNode()) {
            differences.add(at + " has no description");
        }
        switch (type) {
            case ParameterizedType list -> {
                same("array", schema.path("type").asText(), at + " type");
                item(list.getActualTypeArguments()[0], schema.path("items"), at + "[]");
            }
            case Class<?> record when record.isRecord() -> record(record, schema, at);
            case Class<?> constants
            when constants.isEnum() -> {
                var names = Arrays.stream(constants.getEnumConstants())
                        .map(Object::toString)
                        .toList();
                same(names, texts(schema.path("enum")), at + " constants");
            }
            default -> same(scalar(type), scalar(schema), at + " type");
        }
    }

    private void item(Type type, JsonNode items, String at) {
        if (type == String.class) {
            same(scalar(type), scalar(resolved(items, at)), at + " type");
        } else {
            value(type, items, at);
        }
    }

    private static String scalar(Type type) {
        return switch (type) {
            case Class<?> c when c == String.class -> "string";
            case Class<?> c when c == int.class || c == long.class || c == Integer.class -> "integer";
            case Class<?> c when c == boolean.class -> "boolean";
            case Class<?> c when c == BigDecimal.class -> "number";
            case Class<?> c when c == LocalDate.class -> "string date";
            case Class<?> c when c == Instant.class -> "string date-time";
            default -> throw new AssertionError("contracts have no schema type for " + type);
        };
    }

    private static String scalar(JsonNode schema) {
        var type = schema.path("type").isArray()
                ? schema.path("type").path(0).asText()
                : schema.path("type").asText();
        return (type + " " + schema.path("format").asText()).strip();
    }

    private static boolean allowsNull(JsonNode property) {
        return texts(property.path("type")).contains("null")
                || property.path("anyOf").path(1).path("type").asText().equals("null");
    }

    private JsonNode resolved(JsonNode schema, String at) {
        var part = schema.has("anyOf") ? schema.path("anyOf").path(0) : schema;
        var ref = part.path("$ref").asText();
        if (ref.isEmpty()) {
            return schema;
        }
        var name = ref.substring(ref.lastIndexOf('/') + 1);
        if (!ref.equals(LOCAL + name) && !ref.equals(ContractFiles.COMMON + LOCAL + name)) {
            differences.add(at + " refers to " + ref + " instead of a shared part");
        }
        used.add(name);
        return common.path("$defs").path(name);
    }

    private void same(Object expected, Object actual, String what) {
        if (!expected.equals(actual)) {
            differences.add("%s: the record says %s, the schema %s".formatted(what, expected, actual));
        }
    }

    private static List<String> keys(JsonNode node) {
        return node.properties().stream().map(Map.Entry::getKey).toList();
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
