package io.pilotwatch.reporting;

import com.fasterxml.jackson.databind.JsonNode;
import io.pilotwatch.contracts.AlertEvent.Alert;
import io.pilotwatch.contracts.MilestoneEvent.Milestone;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.platform.Envelope;
import io.pilotwatch.reporting.core.AlertRecord;
import io.pilotwatch.reporting.core.FieldGroup;
import io.pilotwatch.reporting.core.PilotReport;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The folded reports, one row a pilot. What queries ask for stands beside the report in columns and in two tables of
 * milestones and alerts; only what an event changed is written again.
 */
@ApplicationScoped
class PilotRows {

    /** A pilot's report and how many events made it. */
    record Stored(long revision, PilotReport report) {}

    private record PilotRow(
            String pilotId,
            long revision,
            Integer number,
            String kind,
            String fieldGroup,
            String organisation,
            List<String> fields,
            List<String> delegates,
            String region,
            Boolean synthetic,
            String state,
            boolean silent,
            LocalDate finishedOn,
            JsonNode report) {}

    private record MilestoneRow(
            String pilotId, String milestoneId, String state, boolean open, LocalDate due, Integer daysLate) {}

    private record AlertRow(
            String pilotId,
            String alertId,
            String rule,
            String severity,
            boolean open,
            Instant raisedAt,
            JsonNode text) {}

    private final Sql sql;
    private final Programme programme;

    PilotRows(Sql sql, Programme programme) {
        this.sql = sql;
        this.programme = programme;
    }

    /** The report of a pilot that was approved. */
    Optional<Stored> find(String pilotId) {
        return sql
                .read(
                        "select revision, report from pilot where pilot_id = ? and number is not null",
                        row -> new Stored(
                                row.getLong("revision"), sql.value(row.getString("report"), PilotReport.class)),
                        pilotId)
                .stream()
                .findFirst();
    }

    /** Folds new events into the reports of their pilots. */
    void fold(List<Envelope> events) {
        var byPilot = events.stream()
                .collect(Collectors.groupingBy(e -> e.event().pilotId(), TreeMap::new, Collectors.toList()));
        var before = lock(byPilot.keySet().toArray(String[]::new));
        var after = new TreeMap<String, Stored>();
        byPilot.forEach((pilotId, told) -> after.put(pilotId, fold(before.get(pilotId), told)));
        save(before, after);
    }

    private static Stored fold(Stored stored, List<Envelope> told) {
        var report = stored.report();
        for (var envelope : told) {
            report = PilotReport.fold(report, envelope.event(), envelope.time());
        }
        return new Stored(stored.revision() + told.size(), report);
    }

    /** Locks in the order of ids, so that two replicas cannot wait for each other. */
    private Map<String, Stored> lock(String[] sortedIds) {
        sql.read(
                "insert into pilot (pilot_id) select unnest(?) on conflict do nothing returning pilot_id",
                row -> row.getString(1),
                (Object) sortedIds);
        return sql
                .read(
                        "select pilot_id, revision, report from pilot where pilot_id = any (?) order by pilot_id for update",
                        row -> Map.entry(
                                row.getString("pilot_id"),
                                stored(row.getString("pilot_id"), row.getLong("revision"), row.getString("report"))),
                        (Object) sortedIds)
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Stored stored(String pilotId, long revision, String report) {
        return new Stored(revision, report == null ? PilotReport.empty(pilotId) : sql.value(report, PilotReport.class));
    }

    private void save(Map<String, Stored> before, Map<String, Stored> after) {
        var pilots = new ArrayList<PilotRow>();
        var milestones = new ArrayList<MilestoneRow>();
        var alerts = new ArrayList<AlertRow>();
        after.forEach((pilotId, now) -> {
            var then = before.get(pilotId).report();
            pilots.add(row(now));
            changed(then.milestones(), now.report().milestones()).forEach(m -> milestones.add(row(pilotId, m)));
            changed(then.alerts(), now.report().alerts()).forEach(a -> alerts.add(row(a)));
        });
        sql.write(UPDATE_PILOTS, pilots);
        sql.write(UPSERT_MILESTONES, milestones);
        sql.write(UPSERT_ALERTS, alerts);
    }

    private static <T> List<T> changed(Map<String, T> then, Map<String, T> now) {
        return now.entrySet().stream()
                .filter(e -> !e.getValue().equals(then.get(e.getKey())))
                .map(Map.Entry::getValue)
                .toList();
    }

    private PilotRow row(Stored stored) {
        var report = stored.report();
        var pilot = Optional.ofNullable(report.pilot()).map(PilotReport.Register::entry);
        return new PilotRow(
                report.pilotId(),
                stored.revision(),
                pilot.map(p -> p.number()).orElse(null),
                pilot.map(p -> p.kind()).orElse(null),
                pilot.map(p -> FieldGroup.of(p, programme)).orElse(null),
                pilot.map(p -> p.organisation()).orElse(null),
                pilot.map(p -> p.fields()).orElse(List.of()),
                pilot.map(p -> p.delegates()).orElse(List.of()),
                pilot.map(p -> p.region()).orElse(null),
                pilot.map(p -> p.synthetic()).orElse(null),
                report.state().name(),
                report.isSilent(),
                report.finishedOn(),
                sql.json(report));
    }

    private static MilestoneRow row(String pilotId, Milestone milestone) {
        return new MilestoneRow(
                pilotId,
                milestone.milestoneId(),
                milestone.state().name(),
                !milestone.state().isClosed(),
                milestone.due(),
                milestone.daysLate());
    }

    private AlertRow row(AlertRecord known) {
        Alert alert = known.alert();
        return new AlertRow(
                alert.pilotId(),
                alert.alertId(),
                alert.rule(),
                alert.severity().name(),
                known.isTold(),
                alert.raisedAt(),
                sql.json(alert.text()));
    }

    private static final String UPDATE_PILOTS = """
            update pilot set revision = row.revision, number = row.number, kind = row.kind, field_group = row.field_group,
                organisation = row.organisation, fields = row.fields, delegates = row.delegates, region = row.region,
                synthetic = row.synthetic, state = row.state, silent = row.silent, finished_on = row.finished_on,
                report = row.report
            from jsonb_to_recordset(?::jsonb) as row(pilot_id text, revision bigint, number int, kind text,
                field_group text, organisation text, fields text[], delegates text[], region text, synthetic boolean,
                state text, silent boolean, finished_on date, report jsonb)
            where pilot.pilot_id = row.pilot_id""";

    private static final String UPSERT_MILESTONES = """
            insert into milestone (pilot_id, milestone_id, state, open, due, days_late)
            select pilot_id, milestone_id, state, open, due, days_late
            from jsonb_to_recordset(?::jsonb) as row(pilot_id text, milestone_id text, state text, open boolean,
                due date, days_late int)
            on conflict (pilot_id, milestone_id) do update
            set state = excluded.state, open = excluded.open, due = excluded.due, days_late = excluded.days_late""";

    private static final String UPSERT_ALERTS = """
            insert into alert (pilot_id, alert_id, rule, severity, open, raised_at, text)
            select pilot_id, alert_id, rule, severity, open, raised_at, text
            from jsonb_to_recordset(?::jsonb) as row(pilot_id text, alert_id text, rule text, severity text,
                open boolean, raised_at timestamptz, text jsonb)
            on conflict (alert_id) do update
            set severity = excluded.severity, open = excluded.open, raised_at = excluded.raised_at,
                text = excluded.text""";
}
