package io.pilotwatch.compliancealert.core;

import io.pilotwatch.compliancealert.core.Vocabulary.Role;
import io.pilotwatch.compliancealert.core.Vocabulary.Term;
import io.pilotwatch.contracts.Event;
import io.pilotwatch.contracts.EvidenceLevel;
import io.pilotwatch.contracts.MilestoneEvent;
import io.pilotwatch.contracts.MilestoneEvent.ExtensionRequested;
import io.pilotwatch.contracts.MilestoneEvent.Milestone;
import io.pilotwatch.contracts.MilestoneEvent.MilestoneCancelled;
import io.pilotwatch.contracts.MilestoneEvent.MilestoneClaimed;
import io.pilotwatch.contracts.MilestoneEvent.MilestoneExtended;
import io.pilotwatch.contracts.MilestoneEvent.MilestoneReached;
import io.pilotwatch.contracts.MilestoneEvent.MilestoneReturned;
import io.pilotwatch.contracts.MilestoneEvent.MilestoneUpdated;
import io.pilotwatch.contracts.MilestoneEvent.TaskBook;
import io.pilotwatch.contracts.MilestoneEvent.TaskBookFiled;
import io.pilotwatch.contracts.MilestoneEvent.TaskBookSubmitted;
import io.pilotwatch.contracts.MilestoneEvent.Update;
import io.pilotwatch.contracts.MilestoneState;
import io.pilotwatch.contracts.PilotEvent.Application;
import io.pilotwatch.contracts.PilotEvent.ApplicationSubmitted;
import io.pilotwatch.contracts.PilotEvent.Pilot;
import io.pilotwatch.contracts.PilotEvent.PilotApproved;
import io.pilotwatch.contracts.PilotEvent.PilotCompleted;
import io.pilotwatch.contracts.PilotEvent.PilotResumed;
import io.pilotwatch.contracts.PilotEvent.PilotSuspended;
import io.pilotwatch.contracts.PilotEvent.PilotTerminated;
import io.pilotwatch.contracts.PilotState;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.contracts.Programme.Admission;
import io.pilotwatch.contracts.Programme.Cadence;
import io.pilotwatch.contracts.Programme.Threshold;
import io.pilotwatch.contracts.RecordEvent;
import io.pilotwatch.contracts.RecordEvent.EvidenceAttached;
import io.pilotwatch.contracts.RecordEvent.IndicatorRecorded;
import io.pilotwatch.contracts.Severity;
import io.pilotwatch.contracts.Text;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One pilot's story in few words: what happened on which day, and what follows. Days and times are Shanghai's. */
final class Story {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    static final Programme PROGRAMME = new Programme(
            "test",
            new Text("试", "Test"),
            "BP",
            ZONE,
            LocalDate.parse("2022-01-30"),
            LocalDate.parse("2023-12-31"),
            1,
            "cac",
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            new Admission(List.of(), List.of(), 1, 7),
            List.of(),
            List.of(),
            Map.of(
                    "MILESTONE_DUE_SOON",
                    thresholds(Severity.INFO, 30, Severity.INFO, 14, Severity.WARNING, 7, Severity.WARNING, 1),
                    "MILESTONE_OVERDUE",
                    thresholds(Severity.WARNING, 1, Severity.WARNING, 7, Severity.CRITICAL, 30, Severity.CRITICAL, 60),
                    "PILOT_STALE",
                    thresholds(Severity.WARNING, 60, Severity.CRITICAL, 120),
                    "PROHIBITED_CONTENT",
                    thresholds(Severity.CRITICAL, 0)),
            60,
            new Cadence(3, 15, 1),
            List.of(),
            List.of());

    static final Screening SCREENING = new Screening(new Vocabulary(
            "2022-01-01.1",
            List.of(
                    new Term("crypto_speculation", Role.STRONG, "炒币"),
                    new Term("mining", Role.STRONG, "挖矿"),
                    new Term("*", Role.NEGATION_CUE, "严禁")),
            new HandReading(Map.of(), List.of())));

    /** An event and when it happened. */
    record Told(Event event, Instant at) {}

    final List<Told> told = new ArrayList<>();
    private long revision;
    private long pilotRevision = 1;

    /** A moment such as {@code 2022-12-01T00:00}, or the start of a day such as {@code 2022-12-01}. */
    static Instant at(String moment) {
        return LocalDateTime.parse(moment.length() == 10 ? moment + "T00:00" : moment)
                .atZone(ZONE)
                .toInstant();
    }

    /** A pilot approved on 2022-01-30. */
    static Story approved() {
        var story = new Story();
        return story.tell("2022-01-30", new PilotApproved("BP-001", 1, pilot(PilotState.APPROVED), "office"));
    }

    private static Pilot pilot(PilotState state) {
        return new Pilot(
                "BP-001",
                1,
                "special-field",
                List.of("tax"),
                "示例单位-001",
                "",
                LocalDate.parse("2022-01-30"),
                true,
                "",
                state,
                null,
                null,
                null,
                null);
    }

    /** ... whose task book, filed on that day, promises m1, m2 … on these days. */
    static Story filed(String on, String... dues) {
        return approved().thenFiled(on, dues);
    }

    Story thenFiled(String on, String... dues) {
        var milestones = new ArrayList<Milestone>();
        for (int i = 0; i < dues.length; i++) {
            milestones.add(milestone("m" + (i + 1), 1, dues[i], 1, MilestoneState.PLANNED));
        }
        revision = 1;
        var plan = new MilestoneEvent.Plan(1, List.of(), List.of());
        tell(on, new TaskBookSubmitted("BP-001", 1, plan, "team"));
        var book = new TaskBook("BP-001", 1, LocalDate.parse(on.substring(0, 10)), milestones);
        return tell(on, new TaskBookFiled("BP-001", 2, book, "regulator"));
    }

    Story updated(String on, String id, String due, int version, String note) {
        var m = milestone(id, ++revision, due, version, MilestoneState.IN_PROGRESS);
        return tell(
                on, new MilestoneUpdated("BP-001", revision, m, new Update("u" + revision, 10, 0, null, note), "team"));
    }

    Story claimed(String on, String id, String due, int version) {
        var m = milestone(id, ++revision, due, version, MilestoneState.CLAIMED);
        return tell(on, new MilestoneClaimed("BP-001", revision, m, null, "team"));
    }

    Story returned(String on, String id, String due, int version) {
        var m = milestone(id, ++revision, due, version, MilestoneState.IN_PROGRESS);
        return tell(on, new MilestoneReturned("BP-001", revision, m, "缺佐证", "regulator"));
    }

    Story reached(String on, String id, String due, int version) {
        var m = milestone(id, ++revision, due, version, MilestoneState.REACHED);
        return tell(on, new MilestoneReached("BP-001", revision, m, null, "regulator"));
    }

    Story extended(String on, String id, String from, String to, int version) {
        var m = milestone(id, ++revision, to, version, MilestoneState.IN_PROGRESS);
        return tell(on, new MilestoneExtended("BP-001", revision, m, LocalDate.parse(from), "供货延误", "regulator"));
    }

    Story cancelled(String on, String id, String due, int version) {
        var m = milestone(id, ++revision, due, version, MilestoneState.CANCELLED);
        return tell(on, new MilestoneCancelled("BP-001", revision, m, "场景合并", "regulator"));
    }

    Story extensionAsked(String on, String id, String due, int version) {
        var m = milestone(id, ++revision, due, version, MilestoneState.IN_PROGRESS);
        return tell(
                on,
                new ExtensionRequested(
                        "BP-001", revision, m, LocalDate.parse(due).plusDays(60), "供货延误", "team"));
    }

    /** A value of a quarter of 2022, the quarter being the revision too. */
    Story recorded(String on, long of) {
        return recorded(on, of, null);
    }

    Story recorded(String on, long of, String note) {
        var value = new RecordEvent.IndicatorValue("on-chain-records", "2022-Q" + of, BigDecimal.TEN, note);
        return tell(on, new IndicatorRecorded("BP-001", of, value, "team"));
    }

    Story attached(String on, String id, String fileName) {
        var evidence = new RecordEvent.Evidence(
                id, null, "document", EvidenceLevel.DECLARED, "00", 1, "application/pdf", fileName, null, null);
        return tell(on, new EvidenceAttached("BP-001", 1, evidence, "team"));
    }

    Story applied(String on, String summary) {
        var application = new Application("BP-001", "special-field", List.of("tax"), "示例单位-001", "", summary, true);
        return tell(on, new ApplicationSubmitted("BP-001", 1, application, "team"));
    }

    Story thenApproved(String on) {
        return tell(on, new PilotApproved("BP-001", 2, pilot(PilotState.APPROVED), "office"));
    }

    Story suspended(String on) {
        return tell(on, new PilotSuspended("BP-001", ++pilotRevision, pilot(PilotState.SUSPENDED), "系统迁移", "office"));
    }

    Story resumed(String on) {
        return tell(on, new PilotResumed("BP-001", ++pilotRevision, pilot(PilotState.IN_PROGRESS), "迁移完成", "office"));
    }

    Story terminated(String on) {
        return tell(on, new PilotTerminated("BP-001", ++pilotRevision, pilot(PilotState.TERMINATED), "未推进", "office"));
    }

    Story completed(String on) {
        return tell(on, new PilotCompleted("BP-001", ++pilotRevision, pilot(PilotState.COMPLETED), "合格", "office"));
    }

    Facts facts() {
        return fold(told);
    }

    static Facts fold(List<Told> told) {
        var facts = Facts.none("BP-001");
        for (var t : told) {
            facts = facts.with(t.event(), t.at(), SCREENING);
        }
        return facts;
    }

    /** What holds then, as {@code rule subject.version level} lines. */
    List<String> holdsAt(String moment) {
        return holds(facts(), at(moment));
    }

    static List<String> holds(Facts facts, Instant now) {
        return Rules.breaches(facts, PROGRAMME, now).stream()
                .map(b -> "%s %s.%d %d".formatted(b.rule(), b.subject(), b.deadlineVersion(), b.level()))
                .toList();
    }

    private Story tell(String on, Event event) {
        told.add(new Told(event, at(on)));
        return this;
    }

    private static Milestone milestone(String id, long revision, String due, int version, MilestoneState state) {
        var day = LocalDate.parse(due);
        var reached = state == MilestoneState.REACHED;
        return new Milestone(
                id,
                revision,
                new Text("首个场景上线", "First scenario live"),
                day,
                day,
                version,
                100,
                true,
                state,
                10,
                null,
                reached ? day : null,
                reached ? 0 : null);
    }

    private static List<Threshold> thresholds(Object... severityAndDays) {
        var pairs = new ArrayList<Threshold>();
        for (int i = 0; i < severityAndDays.length; i += 2) {
            pairs.add(new Threshold((int) severityAndDays[i + 1], (Severity) severityAndDays[i]));
        }
        return pairs;
    }
}
