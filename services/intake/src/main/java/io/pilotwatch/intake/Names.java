package io.pilotwatch.intake;

import io.pilotwatch.contracts.Named;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.contracts.Text;

/** What codes stand for. A code that a later programme file no longer has is shown by itself. */
final class Names {
    private Names() {}

    static Named kind(Programme programme, String code) {
        return new Named(code, programme.kind(code).map(Programme.Kind::name).orElseGet(() -> new Text(code, code)));
    }

    static Named field(Programme programme, String code) {
        return new Named(code, programme.field(code).map(Programme.Field::name).orElseGet(() -> new Text(code, code)));
    }

    /** Whether a pilot of this kind is the office's and its fields are those that it covers. */
    static boolean coversFields(Programme programme, String kind) {
        return programme.kind(kind).map(Programme.Kind::coversFields).orElse(false);
    }
}
