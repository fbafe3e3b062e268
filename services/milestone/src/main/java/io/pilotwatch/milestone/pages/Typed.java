package io.pilotwatch.milestone.pages;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands in a form that has lists of entries, such as milestones: the names of their fields are {@code
 * milestones.0.weight}. Entries come and go by buttons that send the form, so that it works without a script.
 */
final class Typed {

    /** What a button of the form asks for. */
    static final String ACT = "act";

    private static final Pattern FIELD = Pattern.compile("([a-z]+)\\.(\\d{1,3})\\.(.+)");

    private final MultivaluedMap<String, String> values = new MultivaluedHashMap<>();

    Typed() {}

    Typed(Map<String, List<String>> typed) {
        typed.forEach((name, said) -> values.put(name, new ArrayList<>(said)));
        values.remove(ACT);
    }

    /** All of it, by name. */
    MultivaluedMap<String, String> values() {
        return values;
    }

    /** Sets a field; nothing where there is no value. */
    Typed put(String name, Object value) {
        if (value != null) {
            values.putSingle(name, value.toString());
        }
        return this;
    }

    /** What stands in a field, without spaces at the ends; the empty text where nothing does. */
    String text(String name) {
        var value = values.getFirst(name);
        return value == null ? "" : value.strip();
    }

    /** All that stands under a name, such as the boxes that are ticked. */
    List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** How many entries the list has. */
    int size(String list) {
        return values.keySet().stream()
                .map(FIELD::matcher)
                .filter(field -> field.matches() && field.group(1).equals(list))
                .mapToInt(field -> Integer.parseInt(field.group(2)) + 1)
                .max()
                .orElse(0);
    }

    /** Without this entry; those after it move up. */
    Typed without(String list, int index) {
        var left = new Typed();
        values.forEach((name, said) -> {
            var field = FIELD.matcher(name);
            if (!field.matches() || !field.group(1).equals(list)) {
                left.values.put(name, said);
            } else if (Integer.parseInt(field.group(2)) != index) {
                left.values.put(moved(field, index), said);
            }
        });
        return left;
    }

    private static String moved(Matcher field, int gone) {
        int at = Integer.parseInt(field.group(2));
        return field.group(1) + "." + (at > gone ? at - 1 : at) + "." + field.group(3);
    }

    /** Without the entries in which nothing is said. */
    Typed packed(String list) {
        var packed = this;
        for (int i = size(list) - 1; i >= 0; i--) {
            if (packed.isEmpty(list + "." + i + ".")) {
                packed = packed.without(list, i);
            }
        }
        return packed;
    }

    private boolean isEmpty(String entry) {
        return values.entrySet().stream()
                .filter(field -> field.getKey().startsWith(entry))
                .flatMap(field -> field.getValue().stream())
                .allMatch(String::isBlank);
    }

    /** The fields whose names start so, to be carried on unseen to the next page. */
    List<Map.Entry<String, String>> carried(String... starts) {
        var carried = new ArrayList<Map.Entry<String, String>>();
        values.forEach((name, said) -> {
            if (List.of(starts).stream().anyMatch(name::startsWith)) {
                said.forEach(one -> carried.add(Map.entry(name, one)));
            }
        });
        return carried;
    }
}
