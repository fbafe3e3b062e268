package io.pilotwatch.reporting.core;

import io.pilotwatch.contracts.Named;
import io.pilotwatch.contracts.PilotState;
import io.pilotwatch.contracts.Programme;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** By what the portfolio can be taken apart. */
public enum Breakdown {
    /** Each pilot in exactly one row: its field, or its kind where the kind covers several. */
    FIELD,
    /** Each pilot in exactly one row; those of no field stand under {@link FieldGroup#NOT_STATED}. */
    CATEGORY,
    KIND,
    /** As the source writes it; {@link FieldGroup#NOT_STATED} where it states none. */
    REGION,
    /** A pilot that several agencies lead is in each one's row, so these do not add up. */
    REGULATOR,
    STATE;

    /** By its name in an address, such as {@code field}. */
    public static Optional<Breakdown> of(String name) {
        return Arrays.stream(values()).filter(by -> by.code().equals(name)).findFirst();
    }

    /** Its name in an address, which is the list's filter by it too. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Codes of the rows that a pilot is in. */
    public List<String> codes(PilotFigures pilot, Programme programme) {
        var register = pilot.facts().register();
        return switch (this) {
            case FIELD -> List.of(pilot.group());
            case CATEGORY -> List.of(category(pilot.group(), programme));
            case KIND -> List.of(register.kind());
            case REGION -> List.of(register.region().isBlank() ? FieldGroup.NOT_STATED : register.region());
            case REGULATOR -> pilot.agencies();
            case STATE -> List.of(register.state().name());
        };
    }

    private static String category(String group, Programme programme) {
        return programme.field(group).map(Programme.Field::category).orElse(FieldGroup.NOT_STATED);
    }

    /** The rows that the programme itself knows, in its order, named as on that day; regions are known from the pilots only. */
    public List<Named> rows(Programme programme, LocalDate day) {
        return switch (this) {
            case FIELD ->
                FieldGroup.all(programme, day).stream()
                        .map(g -> new Named(g.code(), g.name()))
                        .toList();
            case CATEGORY ->
                Stream.concat(programme.categories().stream(), Stream.of(FieldGroup.NONE))
                        .toList();
            case KIND ->
                programme.kinds().stream()
                        .map(k -> new Named(k.code(), k.name()))
                        .toList();
            case REGION -> List.of();
            case REGULATOR ->
                Stream.concat(
                                Stream.of(programme.office()),
                                programme.fields().stream().map(Programme.Field::lead))
                        .distinct()
                        .map(code -> new Named(code, programme.agency(code).nameOn(day)))
                        .toList();
            case STATE ->
                Arrays.stream(PilotState.values())
                        .map(s -> new Named(s.name(), s.text()))
                        .toList();
        };
    }

    /** A row of these with its names; a region is its own name. */
    public static Named named(List<Named> rows, String code) {
        return rows.stream()
                .filter(r -> r.code().equals(code))
                .findFirst()
                .orElseGet(() -> code.equals(FieldGroup.NOT_STATED) ? FieldGroup.NONE : Named.ofCode(code));
    }
}
