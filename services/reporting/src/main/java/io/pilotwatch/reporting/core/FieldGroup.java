package io.pilotwatch.reporting.core;

import io.pilotwatch.contracts.Named;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.contracts.Text;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * The row of the portfolio that a pilot belongs to: its field, or its kind where the kind covers several fields, or "not
 * stated". Each pilot is in exactly one, so the rows add up.
 *
 * @param category the field's category; null where the group is no field
 * @param lead who leads the group's pilots, as named on the day asked for
 * @param leadStated whether a source states that lead; otherwise it is inferred and must be shown as such
 */
public record FieldGroup(String code, Text name, @Nullable Named category, Text lead, boolean leadStated) {

    /** The code of the group for pilots whose source names no field. */
    public static final String NOT_STATED = "not-stated";

    /** What stands where a source states nothing. */
    static final Named NONE = new Named(NOT_STATED, new Text("未说明", "Not stated"));

    private static final Text NOT_STATED_NAME = new Text("领域未说明", "Field not stated");

    /** The code of a pilot's group, by its kind and fields; a field that the programme does not know counts as not stated. */
    public static String of(String kind, List<String> fields, Programme programme) {
        if (programme.coversFields(kind)) {
            return kind;
        }
        return fields.stream()
                .filter(code -> programme.field(code).isPresent())
                .findFirst()
                .orElse(NOT_STATED);
    }

    /** Every group of the programme in its order, with the leads as they were named on that day. */
    public static List<FieldGroup> all(Programme programme, LocalDate day) {
        var office = programme.agency(programme.office()).nameOn(day);
        var kinds = programme.kinds().stream()
                .filter(Programme.Kind::coversFields)
                .map(k -> new FieldGroup(k.code(), k.name(), null, office, true));
        var fields = programme.fields().stream()
                .map(f -> new FieldGroup(
                        f.code(),
                        f.name(),
                        category(programme, f.category()),
                        programme.agency(f.lead()).nameOn(day),
                        f.leadStated()));
        var rest = Stream.of(new FieldGroup(NOT_STATED, NOT_STATED_NAME, null, office, false));
        return Stream.of(kinds, fields, rest).flatMap(s -> s).toList();
    }

    /** The group's code with its names; one that the programme does not know shows its code. */
    public static Named named(String code, Programme programme) {
        return all(programme, programme.start()).stream()
                .filter(g -> g.code().equals(code))
                .findFirst()
                .map(g -> new Named(g.code(), g.name()))
                .orElse(Named.ofCode(code));
    }

    private static @Nullable Named category(Programme programme, String code) {
        return programme.categories().stream()
                .filter(c -> c.code().equals(code))
                .findFirst()
                .orElse(null);
    }
}
