package io.pilotwatch.intake.core;

import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.PilotEvent.Pilot;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.intake.core.Finding.Code;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The import of a list of published pilots: each row is decided by itself, so that one wrong row keeps no other out, and
 * the same list twice changes nothing.
 */
public final class ListImport {

    /** What becomes of a row. */
    public enum Outcome {
        CREATED,
        UNCHANGED,
        REFUSED
    }

    /**
     * The numbers that are no longer free.
     *
     * @param listed what the register states, by number
     * @param applied numbers that belong to applications
     */
    public record Taken(Map<Integer, Pilot> listed, Set<Integer> applied) {}

    /**
     * A row's result.
     *
     * @param pilot the pilot to register; null unless the outcome is CREATED
     */
    public record Result(
            CheckedRow row, Outcome outcome, @Nullable Pilot pilot) {}

    private ListImport() {}

    /** Checks every row by itself and against the rows before it. */
    public static List<CheckedRow> check(Programme programme, List<Row> rows) {
        var firstLine = new HashMap<Integer, Integer>();
        var checked = new ArrayList<CheckedRow>();
        for (var row : rows) {
            var one = RowCheck.check(programme, row);
            var earlier = one.number() == null ? null : firstLine.putIfAbsent(one.number(), one.line());
            checked.add(
                    earlier == null
                            ? one
                            : one.refused(List.of(Code.NUMBER_REPEATED.at(Column.SEQ, one.number(), earlier))));
        }
        return List.copyOf(checked);
    }

    /** Decides every row; those that can be published are published on {@code day}. */
    public static List<Result> decide(Programme programme, List<CheckedRow> rows, Taken taken, LocalDate day) {
        return rows.stream().map(row -> decide(programme, row, taken, day)).toList();
    }

    private static Result decide(Programme programme, CheckedRow row, Taken taken, LocalDate day) {
        var entry = row.entry();
        if (entry == null) {
            return new Result(row, Outcome.REFUSED, null);
        }
        if (taken.applied().contains(entry.number())) {
            var finding = Code.NUMBER_OF_APPLICATION.at(Column.SEQ, entry.number());
            return new Result(row.refused(List.of(finding)), Outcome.REFUSED, null);
        }
        var registered = taken.listed().get(entry.number());
        if (registered == null) {
            return new Result(row, Outcome.CREATED, entry.published(programme, day));
        }
        var differences = differences(entry, registered);
        return differences.isEmpty()
                ? new Result(row, Outcome.UNCHANGED, null)
                : new Result(row.refused(differences), Outcome.REFUSED, null);
    }

    private static List<Finding> differences(Entry entry, Pilot pilot) {
        var found = new ArrayList<Finding>();
        var registered = Entry.of(pilot);
        differ(found, pilot, Column.KIND, entry.kind(), registered.kind());
        differ(found, pilot, Column.FIELD_EN, joined(entry.fields()), joined(registered.fields()));
        differ(found, pilot, Column.ORGANISATION_ZH, entry.organisation(), registered.organisation());
        differ(found, pilot, Column.REGION_ZH, entry.region(), registered.region());
        differ(found, pilot, Column.SOURCE, entry.provenance(), registered.provenance());
        differ(found, pilot, Column.SYNTHETIC, "" + entry.synthetic(), "" + registered.synthetic());
        return found;
    }

    private static void differ(List<Finding> found, Pilot pilot, Column column, String stated, String registered) {
        if (!stated.equals(registered)) {
            found.add(Code.ALREADY_REGISTERED.at(column, pilot.pilotId(), registered));
        }
    }

    private static String joined(List<String> fields) {
        return String.join(";", fields);
    }
}
