package io.pilotwatch.intake.core;

import io.pilotwatch.contracts.Decision;
import io.pilotwatch.contracts.Named;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.contracts.Programme.Field;
import io.pilotwatch.contracts.Programme.Kind;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Who may ask for what, by the programme file. */
public final class Eligibility {

    private static final int MOST_SCENARIOS = 50;

    private Eligibility() {}

    /** The wish in the programme's order and without repeats, or all the reasons why it cannot be asked for. */
    static Decision<Wish> check(Programme programme, Wish wish) {
        return decide(programme, wish, obstacles(programme, wish));
    }

    /** The same of what is not whole yet: what is stated must be possible, and what is missing may still come. */
    static Decision<Wish> checkDraft(Programme programme, Wish wish) {
        var wrong =
                obstacles(programme, wish).stream().filter(o -> !o.isMissing()).toList();
        return decide(programme, wish, wrong);
    }

    private static Decision<Wish> decide(Programme programme, Wish wish, List<IntakeRefusal> against) {
        return switch (against.size()) {
            case 0 -> new Decision.Decided<>(inOrder(programme, wish), List.of());
            case 1 -> Decision.refused(against.getFirst());
            default -> Decision.refused(new Obstacles(against));
        };
    }

    /** All that stands in the way of this wish's submission, the first thing first. */
    public static List<IntakeRefusal> obstacles(Programme programme, Wish wish) {
        if (wish.kind().isEmpty()) {
            return all(
                    IntakeRefusal.KIND_NEEDED,
                    wish.fields().isEmpty() ? IntakeRefusal.FIELD_NEEDED : known(programme, wish),
                    scenarios(wish.scenarios()),
                    region(wish),
                    summary(wish));
        }
        return programme
                .kind(wish.kind())
                .map(kind -> all(
                        fields(programme, kind, wish),
                        tags(programme, wish),
                        level(programme, kind, wish),
                        scenarios(wish.scenarios()),
                        region(wish),
                        summary(wish)))
                .orElse(List.of(IntakeRefusal.KIND_UNKNOWN));
    }

    private static List<IntakeRefusal> all(IntakeRefusal... found) {
        return Arrays.stream(found).filter(Objects::nonNull).toList();
    }

    @Nullable
    private static IntakeRefusal known(Programme programme, Wish wish) {
        return wish.fields().stream().anyMatch(f -> programme.field(f).isEmpty()) ? IntakeRefusal.FIELD_UNKNOWN : null;
    }

    @Nullable
    private static IntakeRefusal fields(Programme programme, Kind kind, Wish wish) {
        if (known(programme, wish) != null) {
            return IntakeRefusal.FIELD_UNKNOWN;
        }
        long count = wish.fields().stream().distinct().count();
        if (kind.coversFields()) {
            return count == 0 ? IntakeRefusal.FIELDS_NEEDED : null;
        }
        return count == 1 ? null : IntakeRefusal.ONE_FIELD_NEEDED;
    }

    @Nullable
    private static IntakeRefusal tags(Programme programme, Wish wish) {
        var parts = chosen(programme, wish).map(Eligibility::tagsOf).toList();
        if (wish.tags().stream().anyMatch(tag -> parts.stream().noneMatch(p -> p.contains(tag)))) {
            return IntakeRefusal.TAG_UNKNOWN;
        }
        boolean missing =
                parts.stream().anyMatch(p -> !p.isEmpty() && p.stream().noneMatch(wish.tags()::contains));
        return missing ? IntakeRefusal.TAG_NEEDED : null;
    }

    @Nullable
    private static IntakeRefusal level(Programme programme, Kind kind, Wish wish) {
        if (wish.level() == null) {
            return kind.usualLevels().isEmpty() ? null : IntakeRefusal.LEVEL_NEEDED;
        }
        if (Programme.named(programme.admission().levels(), wish.level()).isEmpty()) {
            return IntakeRefusal.LEVEL_UNKNOWN;
        }
        boolean explained = wish.levelReason() != null && !wish.levelReason().isBlank();
        return isUnusual(kind, wish.level()) && !explained ? IntakeRefusal.LEVEL_REASON_NEEDED : null;
    }

    /** Names of scenarios, as an application or a pilot's profile gives them. */
    @Nullable
    static IntakeRefusal scenarios(List<String> names) {
        if (names.isEmpty() || names.size() > MOST_SCENARIOS) {
            return IntakeRefusal.SCENARIOS_NEEDED;
        }
        return names.stream().anyMatch(n -> Plain.firstForbidden(n).isPresent())
                ? IntakeRefusal.SCENARIO_NOT_PLAIN
                : null;
    }

    @Nullable
    private static IntakeRefusal region(Wish wish) {
        if (wish.region().isBlank()) {
            return IntakeRefusal.REGION_NEEDED;
        }
        return Plain.firstForbidden(wish.region()).isPresent() ? IntakeRefusal.REGION_NOT_PLAIN : null;
    }

    @Nullable
    private static IntakeRefusal summary(Wish wish) {
        if (wish.summary().isBlank()) {
            return IntakeRefusal.SUMMARY_NEEDED;
        }
        return Plain.firstForbiddenInLines(wish.summary()).isPresent() ? IntakeRefusal.SUMMARY_NOT_PLAIN : null;
    }

    /** Whether applicants of this kind have, in principle, other levels. A warning, never a block. */
    public static boolean isUnusual(Programme programme, String kind, @Nullable String level) {
        return level != null
                && programme.kind(kind).map(k -> isUnusual(k, level)).orElse(false);
    }

    private static boolean isUnusual(Kind kind, String level) {
        return !kind.usualLevels().isEmpty() && !kind.usualLevels().contains(level);
    }

    private static Wish inOrder(Programme programme, Wish wish) {
        return new Wish(
                wish.kind(),
                RowCheck.inOrder(programme, new HashSet<>(wish.fields())),
                chosen(programme, wish)
                        .flatMap(f -> tagsOf(f).stream())
                        .filter(wish.tags()::contains)
                        .distinct()
                        .toList(),
                wish.organisation(),
                wish.region(),
                wish.summary(),
                wish.scenarios().stream().distinct().toList(),
                wish.level(),
                wish.levelReason(),
                wish.synthetic(),
                wish.contact());
    }

    private static Stream<Field> chosen(Programme programme, Wish wish) {
        return programme.fields().stream().filter(f -> wish.fields().contains(f.code()));
    }

    private static List<String> tagsOf(Field field) {
        return field.tags().stream().map(Named::code).toList();
    }
}
