package io.pilotwatch.reporting;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pilotwatch.contracts.Expectations;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.reporting.core.PilotFacts;
import io.pilotwatch.reporting.core.PlanHistory;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The facts of all pilots over time, in parts: a row for each part on each programme day on which it changed. As of a day,
 * each part is its latest row up to that day.
 */
@ApplicationScoped
class FactsRows {

    /** A day after every other. */
    static final LocalDate END = LocalDate.of(9999, 12, 30);

    /** A pilot's facts, and how many events it has by now. */
    record Known(long revision, PilotFacts facts) {}

    /** Up to where somebody has read, of which edition of the views: opaque. */
    record Mark(String xmin, long edition) {
        static final Mark BEGINNING = new Mark("0", -1);
    }

    /** What may have changed since a mark, and from where to go on. */
    record Changes(Mark mark, List<Known> pilots) {}

    /** The parts of {@link PilotFacts}, which change apart from each other. */
    enum Part {
        REGISTER(PilotFacts.Register.class, PilotFacts::register),
        PLAN(PilotFacts.Plan.class, PilotFacts::plan),
        ALERTS(PilotFacts.Alerts.class, PilotFacts::alerts),
        REPORTS(PilotFacts.Reports.class, PilotFacts::reports),
        OUTCOME(PilotFacts.Outcome.class, PilotFacts::outcome);

        private final Class<?> type;
        private final Function<PilotFacts, Object> of;

        Part(Class<?> type, Function<PilotFacts, Object> of) {
            this.type = type;
            this.of = of;
        }
    }

    /** A part of a pilot from a day on. */
    record Row(String pilotId, Part part, LocalDate day, String value) {}

    /** Records as arrays of their components: half as long, and read as often as written. */
    private static final List<Class<?>> AS_ARRAYS = List.of(
            PilotFacts.Register.class,
            PilotFacts.Plan.class,
            PilotFacts.Milestone.class,
            PilotFacts.Alerts.class,
            PilotFacts.Told.class,
            PilotFacts.Answers.class,
            PilotFacts.Reports.class,
            PilotFacts.Periodic.class,
            Expectations.Rectification.class,
            PilotFacts.Outcome.class,
            PilotFacts.Indicator.class);

    private static final String LATEST = """
            cross join unnest(array['REGISTER', 'PLAN', 'ALERTS', 'REPORTS', 'OUTCOME']) as part
            cross join lateral (
                select value from facts
                where facts.pilot_id = pilot.pilot_id and facts.part = part.part and day <= ?
                order by day desc limit 1) as latest
            """;

    private final Sql sql;
    private final ObjectMapper arrays;

    FactsRows(Sql sql, ObjectMapper mapper) {
        this.sql = sql;
        this.arrays = mapper.copy();
        // What a record derives is none of its components.
        arrays.setVisibility(PropertyAccessor.IS_GETTER, JsonAutoDetect.Visibility.NONE);
        AS_ARRAYS.forEach(
                type -> arrays.configOverride(type).setFormat(JsonFormat.Value.forShape(JsonFormat.Shape.ARRAY)));
    }

    /**
     * The pilots that were written since that mark, and maybe a few that were not. A transaction that was running then and
     * has committed since is not missed, whatever its number.
     */
    Changes changedSince(Mark since) {
        return changedSince(since, END);
    }

    /** The same, as of the end of a day: also an event that comes late changes a day that is over. */
    Changes changedSince(Mark since, LocalDate day) {
        var next = new ArrayList<Mark>();
        var read = sql.read(
                """
                select pg_snapshot_xmin(pg_current_snapshot())::text as xmin, edition, pilot.* from views
                left join (
                    select pilot_id, revision, part, value from (
                        select pilot_id, revision from pilot where changed >= ?::xid8) as pilot
                    """ + LATEST + ") as pilot on true order by pilot_id",
                row -> {
                    next.add(new Mark(row.getString("xmin"), row.getLong("edition")));
                    return row.getString("pilot_id") == null ? null : read(row);
                },
                since.xmin(),
                day);
        return new Changes(
                next.getFirst(), gather(read.stream().filter(r -> r != null).toList()));
    }

    /** A pilot's plan over time. */
    PlanHistory planHistory(String pilotId) {
        var plans = new TreeMap<LocalDate, PilotFacts.Plan>();
        sql.read(
                "select day, value from facts where pilot_id = ? and part = 'PLAN' order by day",
                row -> plans.put(
                        row.getObject("day", LocalDate.class), value(row.getString("value"), PilotFacts.Plan.class)),
                pilotId);
        return new PlanHistory(pilotId, plans);
    }

    private record Read(String pilotId, long revision, Part part, Object value) {}

    private Read read(ResultSet row) throws SQLException {
        var part = Part.valueOf(row.getString("part"));
        return new Read(
                row.getString("pilot_id"), row.getLong("revision"), part, value(row.getString("value"), part.type));
    }

    /** What is stored of a part, as maps, lists and simple values; the text itself where it cannot be read. */
    @Nullable
    Object tree(Part part, @Nullable String text) {
        try {
            return text == null ? null : sql.tree(sql.text(arrays.readValue(text, part.type)));
        } catch (JsonProcessingException e) {
            return text;
        }
    }

    private <T> T value(String text, Class<T> type) {
        try {
            return arrays.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored facts cannot be read: " + text, e);
        }
    }

    /** Parts that stand beside each other, put together. */
    private static List<Known> gather(List<Read> parts) {
        var pilots = new ArrayList<Known>();
        for (int i = 0; i < parts.size(); ) {
            var first = parts.get(i);
            var values = new EnumMap<Part, Object>(Part.class);
            for (; i < parts.size() && parts.get(i).pilotId().equals(first.pilotId()); i++) {
                values.put(parts.get(i).part(), parts.get(i).value());
            }
            pilots.add(new Known(first.revision(), facts(first.pilotId(), values)));
        }
        return pilots;
    }

    private static PilotFacts facts(String pilotId, Map<Part, Object> values) {
        return new PilotFacts(
                pilotId,
                (PilotFacts.Register) values.get(Part.REGISTER),
                (PilotFacts.Plan) values.get(Part.PLAN),
                (PilotFacts.Alerts) values.get(Part.ALERTS),
                (PilotFacts.Reports) values.get(Part.REPORTS),
                (PilotFacts.Outcome) values.get(Part.OUTCOME));
    }

    /** The parts that a day changed; none before the pilot's approval is known. */
    List<Row> changed(Folding.Change change, LocalDate day) {
        var before = change.before();
        var after = change.after();
        return after == null
                ? List.of()
                : Stream.of(Part.values())
                        .filter(p -> before == null || !p.of.apply(before).equals(p.of.apply(after)))
                        .map(p -> new Row(after.pilotId(), p, day, text(p.of.apply(after))))
                        .toList();
    }

    private String text(Object part) {
        try {
            return arrays.writeValueAsString(part);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Writes rows, each in place of one of the same day. What a day undid again before it ended is no change and no row. */
    void write(List<Row> rows) {
        sql.write("""
                insert into facts (pilot_id, part, day, value)
                select pilot_id, part, day, value
                from jsonb_to_recordset(?::jsonb) as row(pilot_id text, part text, day date, value text)
                on conflict (pilot_id, part, day) do update set value = excluded.value""", rows);
        sql.write("""
                delete from facts
                using jsonb_to_recordset(?::jsonb) as row(pilot_id text, part text, day date, value text)
                where (facts.pilot_id, facts.part, facts.day) = (row.pilot_id, row.part, row.day)
                    and row.value = (select value from facts as before
                        where before.pilot_id = row.pilot_id and before.part = row.part and before.day < row.day
                        order by before.day desc limit 1)""", rows);
    }

    /** Forgets what was written of these pilots from their day on. */
    void forget(List<From> pilots) {
        sql.write("""
                delete from facts using jsonb_to_recordset(?::jsonb) as row(pilot_id text, day date)
                where facts.pilot_id = row.pilot_id and facts.day >= row.day""", pilots);
    }

    /** A pilot from a day on. */
    record From(String pilotId, LocalDate day) {}
}
