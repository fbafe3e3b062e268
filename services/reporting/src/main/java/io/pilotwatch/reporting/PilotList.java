package io.pilotwatch.reporting;

import io.pilotwatch.contracts.Named;
import io.pilotwatch.contracts.PilotState;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.contracts.Severity;
import io.pilotwatch.contracts.Text;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.Page;
import io.pilotwatch.reporting.core.AlertRule;
import io.pilotwatch.reporting.core.FieldGroup;
import io.pilotwatch.reporting.core.Finish;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Lists of what a caller may see. */
@ApplicationScoped
class PilotList {

    /** Which pilots; each part is null where it does not matter. */
    record Filter(String field, PilotState state, Finish finish, String q) {}

    /** An open alert with its pilot. */
    record OpenAlert(
            String pilotId,
            String organisation,
            boolean synthetic,
            Named rule,
            Named severity,
            Text text,
            OffsetDateTime raisedAt) {}

    private static final Pattern SORT_KEY = Pattern.compile("(\\d{1,10}) ([\\w-]+)");

    private record Position(long number, String pilotId) {}

    /** Mirrors {@link Caller#maySee}: everything, or one's organisations, fields or regions. */
    private static final String VISIBLE = " number is not null"
            + " and (? or organisation = any (?) or delegates && ? or fields && ? or region = any (?)) ";

    /** The outcome of {@link Finish#on}. */
    private static final String FINISH = " and case when state = any (?) then ? when finished_on is null then ?"
            + " when finished_on > ? then ? else ? end = ?";

    private static final String ITEMS = """
            select pilot.*,
                (select count(*) from milestone m where m.pilot_id = pilot.pilot_id and m.state = 'REACHED') as reached,
                (select count(*) from milestone m where m.pilot_id = pilot.pilot_id and m.state <> 'CANCELLED') as total,
                (select count(*) from milestone m where m.pilot_id = pilot.pilot_id and m.open and m.due < ?
                    and not pilot.state = any (?)) as overdue,
                (select count(*) from alert a where a.pilot_id = pilot.pilot_id and a.open) as open_alerts,
                (select count(*) from alert a where a.pilot_id = pilot.pilot_id and a.open and a.rule = ?) as stale
            from pilot where (number, pilot_id) > (?, ?) and""";

    private final Sql sql;
    private final Programme programme;
    private final Clock clock;

    PilotList(Sql sql, Programme programme, Clock clock) {
        this.sql = sql;
        this.programme = programme;
        this.clock = clock;
    }

    /** Up to {@code limit} pilots in the order of their numbers, after this sort key. */
    List<PilotItem> find(Caller caller, Filter filter, String after, int limit) {
        var position = position(after);
        var query = new StringBuilder(ITEMS).append(VISIBLE);
        var parameters = new ArrayList<Object>();
        Collections.addAll(
                parameters, today(), PortfolioRows.ENDED, AlertRule.STALE, position.number(), position.pilotId());
        Collections.addAll(parameters, scope(caller));
        if (filter.field() != null) {
            query.append(" and field_group = ?");
            parameters.add(filter.field());
        }
        if (filter.state() != null) {
            query.append(" and state = ?");
            parameters.add(filter.state().name());
        }
        if (filter.finish() != null) {
            query.append(FINISH);
            Collections.addAll(parameters, finishes(filter.finish()));
        }
        if (filter.q() != null) {
            query.append(" and position(lower(?) in lower(organisation || ' ' || pilot_id)) > 0");
            parameters.add(filter.q());
        }
        query.append(" order by number, pilot_id limit ?");
        parameters.add(limit);
        return sql.read(query.toString(), this::item, parameters.toArray());
    }

    /** The sort key of an item. */
    static String sortKey(PilotItem item) {
        return item.number() + " " + item.pilotId();
    }

    /** The latest open alerts on pilots that the caller may see. */
    List<OpenAlert> latestAlerts(Caller caller, int limit) {
        var parameters = new ArrayList<Object>(List.of(scope(caller)));
        parameters.add(limit);
        return sql.read(
                "select * from alert join pilot using (pilot_id) where open and" + VISIBLE
                        + "order by raised_at desc, alert_id limit ?",
                this::openAlert,
                parameters.toArray());
    }

    private static Object[] scope(Caller caller) {
        var organisations = texts(caller.is(Caller.PILOT_TEAM) ? caller.organisations() : Set.of());
        var ofFields = caller.is(Caller.REGULATOR) || caller.is(Caller.RECOMMENDER);
        return new Object[] {
            caller.seesAll(),
            organisations,
            organisations,
            texts(ofFields ? caller.fields() : Set.of()),
            texts(caller.is(Caller.RECOMMENDER) ? caller.regions() : Set.of())
        };
    }

    private static String[] texts(Set<String> texts) {
        return texts.toArray(String[]::new);
    }

    private Object[] finishes(Finish wanted) {
        var deadline = programme.deadline();
        return new Object[] {
            Finish.LEFT.stream().map(PilotState::name).toArray(String[]::new),
            Finish.ENDED_OTHERWISE.name(),
            Finish.on(today(), PilotState.IN_PROGRESS, null, deadline).name(),
            deadline,
            Finish.LATE.name(),
            Finish.BY_DEADLINE.name(),
            wanted.name()
        };
    }

    private static Position position(String after) {
        if (after.isEmpty()) {
            return new Position(Integer.MIN_VALUE, "");
        }
        var key = SORT_KEY.matcher(after);
        if (!key.matches()) {
            throw Page.foreignCursor();
        }
        return new Position(Long.parseLong(key.group(1)), key.group(2));
    }

    private PilotItem item(ResultSet row) throws SQLException {
        var state = PilotState.valueOf(row.getString("state"));
        var finishedOn = row.getObject("finished_on", LocalDate.class);
        var finish = Finish.on(today(), state, finishedOn, programme.deadline());
        return new PilotItem(
                row.getString("pilot_id"),
                row.getInt("number"),
                row.getString("organisation"),
                FieldGroup.named(row.getString("field_group"), programme),
                row.getBoolean("synthetic"),
                new Named(state.name(), state.text()),
                row.getBoolean("silent") ? PilotViews.NOT_RATED : null,
                new PilotView.Finish(finish.name(), finish.text(), finishedOn),
                row.getInt("reached"),
                row.getInt("total"),
                row.getInt("overdue"),
                row.getInt("open_alerts"),
                row.getInt("stale"));
    }

    private OpenAlert openAlert(ResultSet row) throws SQLException {
        var severity = Severity.valueOf(row.getString("severity"));
        return new OpenAlert(
                row.getString("pilot_id"),
                row.getString("organisation"),
                row.getBoolean("synthetic"),
                AlertRule.named(row.getString("rule")),
                new Named(severity.name(), severity.text()),
                sql.value(row.getString("text"), Text.class),
                row.getObject("raised_at", OffsetDateTime.class)
                        .atZoneSameInstant(programme.zone())
                        .toOffsetDateTime());
    }

    private LocalDate today() {
        return programme.dayOf(clock.instant());
    }
}
