package io.pilotwatch.milestone.decision;

import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Period;
import io.pilotwatch.contracts.PilotState;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.contracts.Text;
import io.pilotwatch.milestone.decision.Waiting.Key;
import io.pilotwatch.milestone.decision.Waiting.Kind;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.DatabaseFailure;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** What waits for a lead, read from where each thing stands: one statement over all of its pilots. */
@ApplicationScoped
class WaitingRows {

    /** The same question as {@link Caller#mayLead}, and no pilot that has ended. */
    private static final String LED = "with led as (select pilot_id, organisation, synthetic from pilot"
            + " where state <> all (?) and (%s)), waiting as (";

    private static final String OFFICE = "covers_fields or fields = '{}'";
    private static final String REGULATOR = "not covers_fields and fields && ?";

    private static final String BOOKS =
            "select case e.event when 'TASK_BOOK_SUBMITTED' then 'TASK_BOOK' else 'CHANGE' end as kind, p.*,"
                    + " e.version::text as item, e.revision, e.day as since, null::date as due, null::date as asked,"
                    + " null as zh, null as en, false as critical, null as first_by"
                    + " from led p join task_book b using (pilot_id)"
                    + " join task_book_entry e on e.pilot_id = b.pilot_id and e.revision = b.revision"
                    + " where e.event in ('TASK_BOOK_SUBMITTED', 'TASK_BOOK_CHANGE_REQUESTED')";

    private static final String CLAIMS = " union all select 'CLAIM', p.*, m.milestone_id, m.revision,"
            + " coalesce(m.claimed_on, m.due), m.due, m.requested_due, m.title_zh, m.title_en, m.critical,"
            + " m.first_accepted_by from led p join milestone m using (pilot_id) where m.state = 'CLAIMED'";

    private static final String EXTENSIONS = " union all select 'EXTENSION', p.*, m.milestone_id, m.revision,"
            + " (x.recorded_at at time zone ?)::date, m.due, m.requested_due, m.title_zh, m.title_en, m.critical, null"
            + " from led p join milestone m using (pilot_id) cross join lateral (select recorded_at"
            + " from milestone_entry e where e.pilot_id = m.pilot_id and e.milestone_id = m.milestone_id"
            + " and e.event = 'EXTENSION_REQUESTED' order by e.revision desc limit 1) x"
            + " where m.requested_due is not null";

    private static final String REPORTS = " union all select 'REPORT', p.*, coalesce(e.period, e.report_id::text),"
            + " e.revision, (e.recorded_at at time zone ?)::date, (e.report ->> 'due')::date, null,"
            + " e.report ->> 'title', e.report ->> 'title', false, null"
            + " from led p join report_entry e using (pilot_id) where e.event = 'REPORT_SUBMITTED'"
            + " and not exists (select from report_entry l where l.pilot_id = e.pilot_id"
            + " and l.report_id = e.report_id and l.revision > e.revision))";

    private static final String ALL = BOOKS + CLAIMS + EXTENSIONS + REPORTS;

    private static final String LIST = " select * from waiting where (?::text is null or kind = ?)"
            + " and (since, kind, pilot_id, item) > (?, ?, ?, ?) order by since, kind, pilot_id, item limit ?";

    private static final String COUNT = " select kind, count(*) from waiting group by kind";

    private static final String[] ENDED = Arrays.stream(PilotState.values())
            .filter(PilotState::isEnded)
            .map(Enum::name)
            .toArray(String[]::new);

    private final DataSource database;
    private final Programme programme;

    WaitingRows(DataSource database, Programme programme) {
        this.database = database;
        this.programme = programme;
    }

    /** A place in the list. */
    record Place(LocalDate since, String kind, String pilotId, String item) {
        static final Place BEGINNING = new Place(LocalDate.EPOCH, "", "", "");
    }

    /** Those after this place, the one that has waited longest first. */
    List<Waiting> after(Caller caller, @Nullable Kind kind, Place after, int limit) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(led(caller) + ALL + LIST)) {
            int next = scope(connection, select, caller);
            var name = kind == null ? null : kind.name();
            for (var value : Arrays.asList(name, name, after.since, after.kind, after.pilotId, after.item, limit)) {
                select.setObject(next++, value);
            }
            var found = new ArrayList<Waiting>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    found.add(waiting(row));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    /** How many there are of each kind. */
    Map<Kind, Integer> counts(Caller caller) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(led(caller) + ALL + COUNT)) {
            scope(connection, select, caller);
            var counts = new EnumMap<Kind, Integer>(Kind.class);
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    counts.put(Kind.valueOf(row.getString(1)), row.getInt(2));
                }
            }
            return counts;
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private static String led(Caller caller) {
        var scopes = new ArrayList<String>();
        if (caller.is(Caller.PROGRAMME_OFFICE)) {
            scopes.add(OFFICE);
        }
        if (caller.is(Caller.REGULATOR)) {
            scopes.add(REGULATOR);
        }
        return LED.formatted(
                scopes.isEmpty() ? "false" : scopes.stream().collect(Collectors.joining(") or (", "(", ")")));
    }

    /** Sets what decides whose pilots are looked at; returns the number of the parameter after that. */
    private int scope(Connection connection, PreparedStatement select, Caller caller) throws SQLException {
        int next = 1;
        select.setArray(next++, connection.createArrayOf("text", ENDED));
        if (caller.is(Caller.REGULATOR)) {
            select.setArray(
                    next++, connection.createArrayOf("text", caller.fields().toArray()));
        }
        select.setString(next++, programme.zone().getId());
        select.setString(next++, programme.zone().getId());
        return next;
    }

    private static Waiting waiting(ResultSet row) throws SQLException {
        var kind = Kind.valueOf(row.getString("kind"));
        var item = row.getString("item");
        return new Waiting(
                new Key(kind, row.getString("pilot_id"), item, row.getLong("revision")),
                row.getString("organisation"),
                row.getBoolean("synthetic"),
                name(kind, item, row.getString("zh"), row.getString("en")),
                row.getObject("since", LocalDate.class),
                row.getObject("due", LocalDate.class),
                row.getObject("asked", LocalDate.class),
                row.getBoolean("critical"),
                row.getString("first_by"));
    }

    /** A periodic report is called by its period. */
    @Nullable
    private static Text name(Kind kind, String item, @Nullable String zh, @Nullable String en) {
        if (zh != null) {
            return new Text(zh, en);
        }
        return kind == Kind.REPORT ? Period.ofCode(item).map(Period::text).orElse(null) : null;
    }
}
