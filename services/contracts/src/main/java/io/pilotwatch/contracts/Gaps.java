package io.pilotwatch.contracts;

import io.pilotwatch.contracts.ProgrammeCheck.Problem;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Finds what is missing or blank anywhere in a record, by its components: a component added later is looked at without a
 * line here.
 */
final class Gaps {
    private final List<Problem> found = new ArrayList<>();

    private Gaps() {}

    static List<Problem> in(Record record) {
        var gaps = new Gaps();
        gaps.look("", record);
        return gaps.found;
    }

    private void look(String pointer, Object value) {
        switch (value) {
            case null -> found.add(new Problem(pointer, "is missing"));
            case String text when text.isBlank() -> found.add(new Problem(pointer, "is blank"));
            case Record record -> lookInto(pointer, record);
            case List<?> items -> lookInto(pointer, items);
            case Map<?, ?> entries -> entries.forEach((key, entry) -> look(pointer + "/" + escape(key), entry));
            default -> {}
        }
    }

    private void lookInto(String pointer, Record record) {
        for (var component : record.getClass().getRecordComponents()) {
            var value = valueOf(component, record);
            if (value != null || !component.isAnnotationPresent(Nullable.class)) {
                look(pointer + "/" + component.getName(), value);
            }
        }
    }

    private void lookInto(String pointer, List<?> items) {
        for (int i = 0; i < items.size(); i++) {
            look(pointer + "/" + i, items.get(i));
        }
    }

    private static Object valueOf(RecordComponent component, Record record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(component + " cannot be read", e);
        }
    }

    private static String escape(Object key) {
        return key.toString().replace("~", "~0").replace("/", "~1");
    }
}
