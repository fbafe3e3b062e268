package io.pilotwatch.intake;

import io.pilotwatch.contracts.Named;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.contracts.Text;
import java.util.List;
import java.util.Optional;

/** What codes stand for. A code that a later programme file no longer has is shown by itself. */
final class Names {
    private Names() {}

    static Named kind(Programme programme, String code) {
        return new Named(code, programme.kind(code).map(Programme.Kind::name).orElseGet(() -> new Text(code, code)));
    }

    static Named field(Programme programme, String code) {
        return new Named(code, programme.field(code).map(Programme.Field::name).orElseGet(() -> new Text(code, code)));
    }

    /** Sub-tags of these fields. */
    static List<Named> tags(Programme programme, List<String> fields, List<String> codes) {
        var known = fields.stream()
                .flatMap(field -> programme.field(field).stream())
                .flatMap(field -> field.tags().stream())
                .toList();
        return codes.stream().map(code -> named(known, code)).toList();
    }

    /** A level or grade; null where there is none. */
    @Nullable
    static Named named(List<Named> known, @Nullable String code) {
        return code == null
                ? null
                : Optional.of(code).flatMap(c -> Programme.named(known, c)).orElseGet(() -> Named.ofCode(code));
    }

    /** Whether a pilot of this kind is the office's and its fields are those that it covers. */
    static boolean coversFields(Programme programme, String kind) {
        return programme.coversFields(kind);
    }
}
