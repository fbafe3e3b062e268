package io.pilotwatch.reporting.core;

import io.pilotwatch.contracts.AlertEvent.Alert;
import io.pilotwatch.contracts.AlertEvent.AlertAcknowledged;
import io.pilotwatch.contracts.AlertEvent.AlertCleared;
import io.pilotwatch.contracts.AlertEvent.AlertRaised;
import io.pilotwatch.contracts.AlertState;
import io.pilotwatch.contracts.MilestoneEvent.Milestone;
import io.pilotwatch.contracts.MilestoneEvent.MilestoneClaimed;
import io.pilotwatch.contracts.MilestoneEvent.MilestoneExtended;
import io.pilotwatch.contracts.MilestoneEvent.MilestoneReached;
import io.pilotwatch.contracts.MilestoneEvent.MilestoneUpdated;
import io.pilotwatch.contracts.MilestoneEvent.TaskBook;
import io.pilotwatch.contracts.MilestoneEvent.TaskBookFiled;
import io.pilotwatch.contracts.MilestoneEvent.Update;
import io.pilotwatch.contracts.MilestoneState;
import io.pilotwatch.contracts.PilotEvent.Pilot;
import io.pilotwatch.contracts.PilotEvent.PilotApproved;
import io.pilotwatch.contracts.Severity;
import io.pilotwatch.contracts.Text;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Events of one pilot, said briefly: {@code reached("m1", 3, "2022-07-05")}. */
public record Facts(int number, List<String> fields) {

    /** Everything is promised for this day. */
    public static final LocalDate DUE = LocalDate.parse("2022-06-30");

    public static Facts of(int number) {
        return new Facts(number, List.of("tax"));
    }

    public String pilotId() {
        return "BP-%03d".formatted(number);
    }

    public PilotApproved approved() {
        return approved("special-field", "示例单位-%03d".formatted(number), true);
    }

    public PilotApproved approved(String kind, String organisation, boolean synthetic) {
        var pilot = new Pilot(
                pilotId(),
                number,
                kind,
                fields,
                organisation,
                "北京市",
                LocalDate.parse("2022-01-30"),
                synthetic,
                "synthetic: made for a test");
        return new PilotApproved(pilotId(), 1, pilot, "office");
    }

    public TaskBookFiled filed(String... milestoneIds) {
        var milestones = List.of(milestoneIds).stream()
                .map(id -> milestone(id, 1, MilestoneState.PLANNED, 0, DUE, null))
                .toList();
        return new TaskBookFiled(
                pilotId(), 1, new TaskBook(pilotId(), 1, LocalDate.parse("2022-02-20"), milestones), "team");
    }

    public MilestoneUpdated updated(String id, long revision, int percent) {
        var milestone = milestone(id, revision, MilestoneState.IN_PROGRESS, percent, DUE, null);
        return new MilestoneUpdated(
                pilotId(), revision, milestone, new Update("u" + revision, percent, 0, DUE, "进展顺利"), "team");
    }

    public MilestoneClaimed claimed(String id, long revision) {
        return new MilestoneClaimed(
                pilotId(), revision, milestone(id, revision, MilestoneState.CLAIMED, 100, DUE, null), null, "team");
    }

    public MilestoneReached reached(String id, long revision, String on) {
        var milestone = milestone(id, revision, MilestoneState.REACHED, 100, DUE, LocalDate.parse(on));
        return new MilestoneReached(pilotId(), revision, milestone, null, "regulator");
    }

    public MilestoneExtended extended(String id, long revision, String to) {
        var milestone = milestone(id, revision, MilestoneState.IN_PROGRESS, 50, LocalDate.parse(to), null);
        return new MilestoneExtended(pilotId(), revision, milestone, DUE, "设备到货推迟", "regulator");
    }

    public AlertRaised raised(String rule, long revision) {
        return new AlertRaised(pilotId(), revision, alert(rule, (int) revision, AlertState.OPEN));
    }

    public AlertAcknowledged acknowledged(String rule, long revision) {
        return new AlertAcknowledged(pilotId(), revision, alert(rule, 1, AlertState.ACKNOWLEDGED), null, "regulator");
    }

    public AlertCleared cleared(String rule, long revision) {
        return new AlertCleared(
                pilotId(), revision, alert(rule, 1, AlertState.CLEARED), new Text("已报送进展", "It reported"));
    }

    private Alert alert(String rule, int level, AlertState state) {
        return new Alert(
                pilotId() + "." + rule + ".pilot.1",
                pilotId(),
                rule,
                "pilot",
                1,
                level > 1 ? Severity.CRITICAL : Severity.WARNING,
                level,
                60 * level,
                state,
                new Text("已 60 天无进展报送。", "No word for 60 days."),
                Instant.parse("2022-09-01T00:00:00Z"),
                Instant.parse("2022-09-01T00:05:00Z"),
                false);
    }

    private static Milestone milestone(
            String id, long revision, MilestoneState state, int percent, LocalDate due, LocalDate reachedOn) {
        var late = reachedOn == null ? null : Math.toIntExact(Math.max(0, reachedOn.toEpochDay() - due.toEpochDay()));
        return new Milestone(
                id,
                revision,
                new Text("首个应用场景上线", "First scenario live"),
                DUE,
                due,
                due.equals(DUE) ? 1 : 2,
                50,
                true,
                state,
                percent,
                null,
                reachedOn,
                late);
    }
}
