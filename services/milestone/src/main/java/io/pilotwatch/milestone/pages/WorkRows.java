package io.pilotwatch.milestone.pages;

import io.pilotwatch.contracts.EventType;
import io.pilotwatch.contracts.MilestoneState;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.contracts.Text;
import io.pilotwatch.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What of several pilots' milestones and task books is open, read at once and by their ids alone. */
@ApplicationScoped
class WorkRows {

    /** Of what was claimed and returned, and of what was asked for and refused, the last counts: one look into the key each. */
    private static final String MILESTONES =
            "select m.pilot_id, m.milestone_id, m.title_zh, m.title_en, m.due, m.state,"
                    + " m.percent, m.requested_due, m.first_accepted_by, claim.event, claim.note, claim.by_account,"
                    + " claim.recorded_at, ask.event, ask.note, ask.by_account, ask.recorded_at"
                    + " from milestone m"
                    + " left join lateral (select event, note, by_account, recorded_at from milestone_entry e"
                    + " where e.pilot_id = m.pilot_id and e.milestone_id = m.milestone_id"
                    + " and e.event in ('MILESTONE_CLAIMED', 'MILESTONE_RETURNED') order by e.revision desc limit 1) claim"
                    + " on m.state = 'IN_PROGRESS'"
                    + " left join lateral (select event, note, by_account, recorded_at from milestone_entry e"
                    + " where e.pilot_id = m.pilot_id and e.milestone_id = m.milestone_id"
                    + " and e.event in ('EXTENSION_REQUESTED', 'EXTENSION_REFUSED', 'MILESTONE_EXTENDED')"
                    + " order by e.revision desc limit 1) ask on m.requested_due is null"
                    + " where m.pilot_id = any(?) and m.state in ('PLANNED', 'IN_PROGRESS', 'CLAIMED')"
                    + " order by m.pilot_id, m.position";

    private static final String BOOKS = "select pilot_id, e.event, e.note, e.by_account, e.day from task_book"
            + " join task_book_entry e using (pilot_id, revision) where pilot_id = any(?)";

    private final Sql sql;
    private final Programme programme;

    WorkRows(Sql sql, Programme programme) {
        this.sql = sql;
        this.programme = programme;
    }

    /**
     * A milestone that is open.
     *
     * @param requestedDue the later day asked for; null without a request
     * @param firstAcceptedBy null before a first person accepted it
     * @param returned what the lead said when it gave back the last claim; null where that stands or there is none
     * @param refused what the lead said to the last request for a later day; null where it did not refuse it
     */
    record Open(
            String pilotId,
            String milestoneId,
            Text title,
            LocalDate due,
            MilestoneState state,
            int percent,
            @Nullable LocalDate requestedDue,
            @Nullable String firstAcceptedBy,
            @Nullable Said returned,
            @Nullable Said refused) {}

    /** In the order of each plan. */
    List<Open> milestones(Collection<String> pilotIds) {
        return sql.read(MILESTONES, this::open, List.copyOf(pilotIds));
    }

    private Open open(ResultSet found) throws SQLException {
        return new Open(
                found.getString(1),
                found.getString(2),
                new Text(found.getString(3), found.getString(4)),
                found.getObject(5, LocalDate.class),
                MilestoneState.valueOf(found.getString(6)),
                found.getInt(7),
                found.getObject(8, LocalDate.class),
                found.getString(9),
                said(found, 10, EventType.MILESTONE_RETURNED),
                said(found, 14, EventType.EXTENSION_REFUSED));
    }

    @Nullable
    private Said said(ResultSet found, int from, EventType event) throws SQLException {
        return event.name().equals(found.getString(from))
                ? new Said(
                        found.getString(from + 1),
                        found.getString(from + 2),
                        programme.dayOf(
                                found.getObject(from + 3, OffsetDateTime.class).toInstant()))
                : null;
    }

    /** What befell a task book last. */
    record LastOfBook(EventType event, Said said) {}

    /** By pilot; none for a pilot that has submitted none. */
    Map<String, LastOfBook> books(Collection<String> pilotIds) {
        var books = new HashMap<String, LastOfBook>();
        sql.read(BOOKS, found -> books.put(found.getString(1), lastOfBook(found)), List.copyOf(pilotIds));
        return books;
    }

    private static LastOfBook lastOfBook(ResultSet found) throws SQLException {
        return new LastOfBook(
                EventType.valueOf(found.getString(2)),
                new Said(found.getString(3), found.getString(4), found.getObject(5, LocalDate.class)));
    }
}
