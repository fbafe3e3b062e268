package io.pilotwatch.platform;

import io.pilotwatch.contracts.Nullable;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Binds a YAML node tree to records, whatever they are. It goes on after a problem, so that an author sees all of them at
 * once, each with its place; Jackson stops at the first. Only plain values are read: anchors and tags, with which YAML
 * can repeat itself or name Java classes, are refused.
 */
final class YamlRecords {

    /** A position in the file, counted from 1. */
    record Place(int line, int column) {
        static final Place TOP = new Place(1, 1);

        static Place of(Mark mark) {
            return mark == null ? TOP : new Place(mark.getLine() + 1, mark.getColumn() + 1);
        }
    }

    record Found(Place place, String pointer, String reason) {}

    private static final Set<Tag> PLAIN =
            Set.of(Tag.MAP, Tag.SEQ, Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.TIMESTAMP, Tag.NULL);

    private final List<Found> found = new ArrayList<>();
    private final Map<String, Place> places = new HashMap<>(Map.of("", Place.TOP));
    /** Values given up: what ProgrammeCheck says about them or because of them would only be an echo. */
    private final Set<String> unreadable = new HashSet<>();

    /** The record that the tree describes; null where it describes none, and of no use once anything was found. */
    <T extends Record> T bind(Node root, Class<T> type) {
        return type.cast(bind(root, type, ""));
    }

    /** What was found so far, in the order of the file. */
    List<Found> found() {
        return found.stream()
                .sorted(Comparator.comparing(f -> f.place().line()))
                .distinct()
                .toList();
    }

    /** Adds what a check says about the bound record, unless it only echoes a value that could not be read. */
    void objectTo(String pointer, String reason) {
        if (unreadable.stream().noneMatch(given -> related(given, pointer))) {
            report(place(pointer), pointer, reason);
        }
    }

    private Object bind(Node node, Type type, String at) {
        if (isRefused(node, at) || isNull(node)) {
            return null;
        }
        return switch (type) {
            case ParameterizedType list
            when list.getRawType() == List.class -> list(node, list.getActualTypeArguments()[0], at);
            case ParameterizedType map
            when map.getRawType() == Map.class -> map(node, map.getActualTypeArguments()[1], at);
            case Class<?> record when record.isRecord() -> record(node, record, at);
            case Class<?> scalar -> scalar(node, scalar, at);
            default -> throw new IllegalArgumentException("no way to read a " + type);
        };
    }

    private boolean isRefused(Node node, String at) {
        if (node.getAnchor() != null) {
            return giveUp(node, at, "must not have an anchor: write the value out where it is needed") == null;
        }
        if (!PLAIN.contains(node.getTag())) {
            return giveUp(node, at, "must not have a tag: " + node.getTag()) == null;
        }
        return false;
    }

    private static boolean isNull(Node node) {
        return Tag.NULL.equals(node.getTag());
    }

    private Object list(Node node, Type item, String at) {
        if (!(node instanceof SequenceNode sequence)) {
            return giveUp(node, at, "must be a list");
        }
        var items = new ArrayList<>();
        for (var each : sequence.getValue()) {
            var pointer = at + "/" + items.size();
            places.put(pointer, Place.of(each.getStartMark()));
            items.add(bind(each, item, pointer));
        }
        return Collections.unmodifiableList(items);
    }

    private Object map(Node node, Type value, String at) {
        if (!(node instanceof MappingNode mapping)) {
            return giveUp(node, at, "must be a group of names with values");
        }
        var values = new LinkedHashMap<String, Object>();
        entries(mapping, at).forEach((key, each) -> values.put(key, bind(each, value, child(at, key))));
        return Collections.unmodifiableMap(values);
    }

    private Object record(Node node, Class<?> type, String at) {
        var components = type.getRecordComponents();
        if (!(node instanceof MappingNode mapping)) {
            return giveUp(node, at, "must be a group with " + names(components));
        }
        var entries = entries(mapping, at);
        var values = Arrays.stream(components)
                .map(c -> component(entries.remove(c.getName()), c, at))
                .toArray();
        entries.keySet()
                .forEach(key ->
                        report(place(child(at, key)), child(at, key), "is unknown; known: " + names(components)));
        try {
            var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " cannot be made", e);
        }
    }

    private Object component(@Nullable Node node, RecordComponent component, String at) {
        var pointer = child(at, component.getName());
        var value = node == null ? null : bind(node, component.getGenericType(), pointer);
        if (value != null || !component.getType().isPrimitive()) {
            return value;
        }
        if (unreadable.add(pointer)) {
            report(place(pointer), pointer, "is missing");
        }
        // A stand-in, so that the rest is still checked; the file is refused anyway.
        return component.getType() == boolean.class ? (Object) false : (Object) 0;
    }

    private Map<String, Node> entries(MappingNode mapping, String at) {
        var entries = new LinkedHashMap<String, Node>();
        for (var tuple : mapping.getValue()) {
            var place = Place.of(tuple.getKeyNode().getStartMark());
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                report(place, at, "has a name that is no plain text");
            } else if (entries.putIfAbsent(key.getValue(), tuple.getValueNode()) != null) {
                report(place, child(at, key.getValue()), "is given twice");
            } else {
                boolean beside = tuple.getValueNode() instanceof ScalarNode value && !isNull(value);
                var valuePlace = Place.of(tuple.getValueNode().getStartMark());
                places.put(child(at, key.getValue()), beside ? valuePlace : place);
            }
        }
        return entries;
    }

    private Object scalar(Node node, Class<?> type, String at) {
        if (!(node instanceof ScalarNode scalar)) {
            return giveUp(node, at, "must be a single value");
        }
        if (type.isEnum()) {
            return constant(scalar, type, at);
        }
        boolean quoted = !scalar.isPlain();
        return switch (type.getName()) {
            case "java.lang.String" ->
                Tag.STR.equals(scalar.getTag())
                        ? scalar.getValue()
                        : giveUp(node, at, "must be a text: put it in quotes");
            case "int" -> quoted ? giveUp(node, at, "must be a whole number without quotes") : number(scalar, at);
            case "boolean" -> quoted ? giveUp(node, at, "must be true or false without quotes") : truth(scalar, at);
            case "java.time.LocalDate" -> parsed(scalar, LocalDate::parse, at, "must be a day such as 2022-01-30");
            case "java.time.ZoneId" -> parsed(scalar, ZoneId::of, at, "must be a time zone such as Asia/Shanghai");
            default -> throw new IllegalArgumentException("no way to read a " + type);
        };
    }

    /** Decimal only: YAML 1.1 takes 010 for eight and 1:30 for ninety, which no author means. */
    private Object number(ScalarNode scalar, String at) {
        return scalar.getValue().matches("-?(0|[1-9]\\d{0,8})")
                ? Integer.valueOf(scalar.getValue())
                : giveUp(scalar, at, "must be a whole number");
    }

    private Object truth(ScalarNode scalar, String at) {
        return switch (scalar.getValue()) {
            case "true" -> true;
            case "false" -> false;
            default -> giveUp(scalar, at, "must be true or false");
        };
    }

    private Object constant(ScalarNode scalar, Class<?> type, String at) {
        Function<Object, String> named = constant -> ((Enum<?>) constant).name();
        var known = Arrays.stream(type.getEnumConstants())
                .collect(Collectors.toMap(named, Function.identity(), (a, b) -> a, LinkedHashMap::new));
        var constant = known.get(scalar.getValue());
        return constant != null ? constant : giveUp(scalar, at, "must be one of " + String.join(", ", known.keySet()));
    }

    private Object parsed(ScalarNode scalar, Function<String, Object> parse, String at, String reason) {
        try {
            return parse.apply(scalar.getValue());
        } catch (DateTimeException e) {
            return giveUp(scalar, at, reason);
        }
    }

    private Object giveUp(Node node, String at, String reason) {
        unreadable.add(at);
        report(Place.of(node.getStartMark()), at, reason);
        return null;
    }

    private void report(Place place, String pointer, String reason) {
        found.add(new Found(place, pointer, reason));
    }

    /** Where the value stands, or where the nearest thing around it does. */
    private Place place(String pointer) {
        var place = places.get(pointer);
        return place != null ? place : place(pointer.substring(0, pointer.lastIndexOf('/')));
    }

    private static boolean related(String one, String other) {
        return (one + "/").startsWith(other + "/") || (other + "/").startsWith(one + "/");
    }

    private static String child(String at, String key) {
        return at + "/" + key.replace("~", "~0").replace("/", "~1");
    }

    private static String names(RecordComponent[] components) {
        return Arrays.stream(components).map(RecordComponent::getName).collect(Collectors.joining(", "));
    }
}
