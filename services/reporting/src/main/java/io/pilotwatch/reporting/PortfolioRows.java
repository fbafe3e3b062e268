package io.pilotwatch.reporting;

import io.pilotwatch.contracts.MilestoneState;
import io.pilotwatch.contracts.PilotState;
import io.pilotwatch.contracts.Severity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Counts over all pilots, by set-based queries: their cost is a scan of narrow rows, whatever the history behind them. */
@ApplicationScoped
class PortfolioRows {

    /** Pilots of one group and state. */
    record Pilots(String group, PilotState state, boolean synthetic, int count) {}

    /** Milestones of one group and state; {@code overdue} of them are open after their due day. */
    record Milestones(String group, MilestoneState state, int count, int overdue, int late) {}

    /** Open alerts of one group. */
    record Alerts(String group, String rule, Severity severity, int count) {}

    /** Pilots in one state that finished on a day, or have not. */
    record Finished(PilotState state, Optional<LocalDate> on, int count) {}

    /**
     * Everything, as of one moment.
     *
     * @param revision events that were folded into it: two equal revisions are the same data
     */
    record Counts(
            long revision,
            List<Pilots> pilots,
            List<Milestones> milestones,
            List<Alerts> alerts,
            List<Finished> finished) {}

    /** The states in which nothing more is expected of a pilot, hence nothing is overdue. */
    static final String[] ENDED = Arrays.stream(PilotState.values())
            .filter(PilotState::isEnded)
            .map(PilotState::name)
            .toArray(String[]::new);

    private static final String REVISION = "select coalesce(sum(revision), 0) from pilot";

    private final Sql sql;

    PortfolioRows(Sql sql) {
        this.sql = sql;
    }

    /** How many events are in the views. A sum over rows, so that no counter is fought over by all writers. */
    long revision() {
        return sql.read(REVISION, row -> row.getLong(1)).getFirst();
    }

    /** Counts all of it in one snapshot, so that the figures agree with each other. */
    @Transactional
    Counts count(LocalDate today) {
        sql.execute("set transaction isolation level repeatable read, read only");
        return new Counts(
                sql.read(REVISION, row -> row.getLong(1)).getFirst(),
                pilots(),
                milestones(today),
                alerts(),
                finished());
    }

    private List<Pilots> pilots() {
        return sql.read(
                """
                select field_group, state, synthetic, count(*) from pilot
                where number is not null group by field_group, state, synthetic""",
                row -> new Pilots(
                        row.getString(1), PilotState.valueOf(row.getString(2)), row.getBoolean(3), row.getInt(4)));
    }

    private List<Milestones> milestones(LocalDate today) {
        return sql.read(
                """
                select field_group, milestone.state, count(*),
                    count(*) filter (where open and due < ? and not pilot.state = any (?)),
                    count(*) filter (where not open and days_late > 0)
                from milestone join pilot using (pilot_id)
                where number is not null group by field_group, milestone.state""",
                row -> new Milestones(
                        row.getString(1),
                        MilestoneState.valueOf(row.getString(2)),
                        row.getInt(3),
                        row.getInt(4),
                        row.getInt(5)),
                today,
                ENDED);
    }

    private List<Alerts> alerts() {
        return sql.read(
                """
                select field_group, rule, severity, count(*) from alert join pilot using (pilot_id)
                where open and number is not null group by field_group, rule, severity""",
                row -> new Alerts(
                        row.getString(1), row.getString(2), Severity.valueOf(row.getString(3)), row.getInt(4)));
    }

    private List<Finished> finished() {
        return sql.read(
                "select state, finished_on, count(*) from pilot where number is not null group by state, finished_on",
                row -> new Finished(
                        PilotState.valueOf(row.getString(1)),
                        Optional.ofNullable(row.getObject(2, LocalDate.class)),
                        row.getInt(3)));
    }
}
