package io.pilotwatch.intake.core;

import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.contracts.Programme.Field;
import io.pilotwatch.contracts.Programme.Kind;
import io.pilotwatch.intake.core.Finding.Code;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads one row as an entry and finds all that is wrong with it, not only the first. */
final class RowCheck {

    /** Leaves room for every list there is, and keeps ids short. */
    static final int LARGEST_NUMBER = 99_999_999;

    static final int LONGEST_NAME = 200;
    static final int LONGEST_SOURCE = 1000;

    /** How lists write that they do not know. */
    private static final Set<String> NOT_STATED = Set.of("unknown", "未知");

    private final Programme programme;
    private final Row row;
    private final List<Finding> findings = new ArrayList<>();

    private RowCheck(Programme programme, Row row) {
        this.programme = programme;
        this.row = row;
    }

    static CheckedRow check(Programme programme, Row row) {
        return new RowCheck(programme, row).check();
    }

    private CheckedRow check() {
        int wanted = row.header().size();
        int found = row.cells().size();
        if (found != wanted) {
            // Which cell is which can no longer be told, so nothing else is said about them.
            var code = found < wanted ? Code.CELLS_MISSING : Code.CELLS_EXTRA;
            return new CheckedRow(row.line(), null, null, List.of(code.ofRow(found, wanted)));
        }
        var number = number();
        var kind = kind();
        var fields = fields(kind);
        var organisation = required(Column.ORGANISATION_ZH, LONGEST_NAME);
        var region = name(Column.REGION_ZH);
        var source = source();
        var synthetic = synthetic();
        var usable = findings.stream().allMatch(f -> f.code().isWarning());
        var entry = usable ? new Entry(number, kind.code(), fields, organisation, region, synthetic, source) : null;
        return new CheckedRow(row.line(), number, entry, List.copyOf(findings));
    }

    @Nullable
    private Integer number() {
        var cell = row.cell(Column.SEQ);
        int number = cell.matches("[0-9]{1,8}") ? Integer.parseInt(cell) : 0;
        if (number > 0) {
            return number;
        }
        if (cell.isEmpty()) {
            find(Code.VALUE_MISSING, Column.SEQ);
        } else {
            find(Code.NUMBER_UNUSABLE, Column.SEQ, clipped(cell), LARGEST_NUMBER);
        }
        return null;
    }

    @Nullable
    private Kind kind() {
        var cell = row.cell(Column.KIND);
        var kind = programme.kindSpelled(cell);
        if (cell.isEmpty()) {
            find(Code.VALUE_MISSING, Column.KIND);
        } else if (kind.isEmpty()) {
            find(Code.KIND_UNKNOWN, Column.KIND, clipped(cell));
        }
        return kind.orElse(null);
    }

    /** Either column may state them; where both do, they must mean the same. */
    private List<String> fields(@Nullable Kind kind) {
        int before = findings.size();
        var zh = fieldsIn(Column.FIELD_ZH);
        var en = fieldsIn(Column.FIELD_EN);
        var fields = en.isEmpty() ? zh : en;
        if (findings.size() > before) {
            return fields;
        }
        if (!zh.isEmpty() && !zh.equals(fields)) {
            find(Code.FIELDS_DISAGREE, Column.FIELD_EN);
        } else if (kind != null && !kind.coversFields() && fields.isEmpty()) {
            find(Code.FIELD_NOT_STATED, Column.FIELD_EN);
        } else if (kind != null && !kind.coversFields() && fields.size() > 1) {
            find(Code.ONE_FIELD_ONLY, en.isEmpty() ? Column.FIELD_ZH : Column.FIELD_EN);
        }
        return fields;
    }

    private List<String> fieldsIn(Column column) {
        var codes = new HashSet<String>();
        Stream.of(row.cell(column).split("[;；、]"))
                .map(String::strip)
                .filter(s -> !s.isEmpty() && !NOT_STATED.contains(s.toLowerCase(Locale.ROOT)))
                .forEach(spelling -> programme
                        .fieldSpelled(spelling)
                        .map(Field::code)
                        .ifPresentOrElse(codes::add, () -> find(Code.FIELD_UNKNOWN, column, clipped(spelling))));
        return inOrder(programme, codes);
    }

    /** The programme's order, so that the order in which a list names them makes no difference. */
    static List<String> inOrder(Programme programme, Set<String> codes) {
        return programme.fields().stream()
                .map(Field::code)
                .filter(codes::contains)
                .toList();
    }

    private String required(Column column, int longest) {
        return missing(column) ? "" : text(column, longest, Plain::firstForbidden);
    }

    private String name(Column column) {
        return text(column, LONGEST_NAME, Plain::firstForbidden);
    }

    private String source() {
        return missing(Column.SOURCE) ? "" : text(Column.SOURCE, LONGEST_SOURCE, Plain::firstForbiddenInLines);
    }

    private boolean missing(Column column) {
        boolean missing = row.cell(column).isEmpty();
        if (missing) {
            find(Code.VALUE_MISSING, column);
        }
        return missing;
    }

    private String text(Column column, int longest, Function<String, java.util.OptionalInt> firstForbidden) {
        var text = row.cell(column);
        int length = text.codePointCount(0, text.length());
        if (length > longest) {
            find(Code.VALUE_TOO_LONG, column, length, longest);
        }
        firstForbidden.apply(text).ifPresent(c -> find(Code.CONTROL_CHARACTER, column, "U+%04X".formatted(c)));
        return text;
    }

    private boolean synthetic() {
        var cell = row.cell(Column.SYNTHETIC).toLowerCase(Locale.ROOT);
        if (!Set.of("", "true", "false").contains(cell)) {
            find(Code.SYNTHETIC_UNUSABLE, Column.SYNTHETIC, clipped(cell));
        }
        return cell.equals("true");
    }

    private void find(Code code, Column column, Object... values) {
        findings.add(code.at(column, values));
    }

    /** Enough to recognise a value by; what is quoted back must not grow without bound, nor carry what we refuse. */
    private static String clipped(String value) {
        var shown = value.codePoints()
                .limit(40)
                .map(c -> Plain.firstForbidden(Character.toString(c)).isPresent() ? '\uFFFD' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return value.codePointCount(0, value.length()) > 40 ? shown + "…" : shown;
    }
}
