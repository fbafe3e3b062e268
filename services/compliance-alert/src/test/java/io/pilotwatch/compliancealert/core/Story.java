package io.pilotwatch.compliancealert.core;

import io.pilotwatch.compliancealert.core.Vocabulary.Role;
import io.pilotwatch.compliancealert.core.Vocabulary.Term;
import io.pilotwatch.contracts.AlertEvent.Rectification;
import io.pilotwatch.contracts.AlertEvent.RectificationAccepted;
import io.pilotwatch.contracts.AlertEvent.RectificationAnswered;
import io.pilotwatch.contracts.AlertEvent.RectificationOrdered;
import io.pilotwatch.contracts.AlertEvent.RectificationReturned;
import io.pilotwatch.contracts.Event;
import io.pilotwatch.contracts.EvidenceLevel;
import io.pilotwatch.contracts.MilestoneEvent;
import io.pilotwatch.contracts.MilestoneEvent.ExtensionRequested;
import io.pilotwatch.contracts.MilestoneEvent.IndicatorTarget;
import io.pilotwatch.contracts.MilestoneEvent.Milestone;
import io.pilotwatch.contracts.MilestoneEvent.MilestoneCancelled;
import io.pilotwatch.contracts.MilestoneEvent.MilestoneClaimed;
import io.pilotwatch.contracts.MilestoneEvent.MilestoneExtended;
import io.pilotwatch.contracts.MilestoneEvent.MilestoneReached;
import io.pilotwatch.contracts.MilestoneEvent.MilestoneReturned;
import io.pilotwatch.contracts.MilestoneEvent.MilestoneUpdated;
import io.pilotwatch.contracts.MilestoneEvent.TaskBook;
import io.pilotwatch.contracts.MilestoneEvent.TaskBookChanged;
import io.pilotwatch.contracts.MilestoneEvent.TaskBookFiled;
import io.pilotwatch.contracts.MilestoneEvent.TaskBookSubmitted;
import io.pilotwatch.contracts.MilestoneEvent.Update;
import io.pilotwatch.contracts.MilestoneState;
import io.pilotwatch.contracts.Period;
import io.pilotwatch.contracts.PilotEvent.Application;
import io.pilotwatch.contracts.PilotEvent.ApplicationSubmitted;
import io.pilotwatch.contracts.PilotEvent.Pilot;
import io.pilotwatch.contracts.PilotEvent.PilotApproved;
import io.pilotwatch.contracts.PilotEvent.PilotCompleted;
import io.pilotwatch.contracts.PilotEvent.PilotFailed;
import io.pilotwatch.contracts.PilotEvent.PilotResumed;
import io.pilotwatch.contracts.PilotEvent.PilotSuspended;
import io.pilotwatch.contracts.PilotEvent.PilotTerminated;
import io.pilotwatch.contracts.PilotState;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.contracts.Programme.Threshold;
import io.pilotwatch.contracts.Rating;
import io.pilotwatch.contracts.RecordEvent;
import io.pilotwatch.contracts.RecordEvent.EvidenceAttached;
import io.pilotwatch.contracts.RecordEvent.EvidenceShared;
import io.pilotwatch.contracts.RecordEvent.IndicatorCorrected;
import io.pilotwatch.contracts.RecordEvent.IndicatorRecorded;
import io.pilotwatch.contracts.RecordEvent.ReportAccepted;
import io.pilotwatch.contracts.RecordEvent.ReportReturned;
import io.pilotwatch.contracts.RecordEvent.ReportSubmitted;
import io.pilotwatch.contracts.RectificationState;
import io.pilotwatch.contracts.ReportKind;
import io.pilotwatch.contracts.ReportState;
import io.pilotwatch.contracts.Text;
import io.pilotwatch.platform.ProgrammeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** One pilot's story in few words: what happened on which day, and what follows. Days and times are Shanghai's. */
final class Story {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** The programme as it is shipped. */
    static final Programme SHIPPED = shipped();

    /** The same with few rules, so that a test sees those that it is about. */
    static final Programme PROGRAMME =
            only("MILESTONE_DUE_SOON", "MILESTONE_OVERDUE", "PILOT_STALE", "PROHIBITED_CONTENT");

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
    private final Map<String, LocalDate> orderedOn = new HashMap<>();
    private final Map<String, Long> revisions = new HashMap<>();

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

    /** ... which also promises, from version 1 on, that an indicator goes from baseline to target. */
    Story promising(String indicator, String baseline, String target) {
        var filed = (TaskBookFiled) told.getLast().event();
        var book = filed.taskBook();
        told.add(new Told(
                new TaskBookFiled(
                        "BP-001",
                        filed.revision(),
                        promising(book, book.version(), indicator, baseline, target),
                        "regulator"),
                told.removeLast().at()));
        return this;
    }

    /** A further version of the task book with this promise in place of all others. */
    Story changed(String on, int version, String indicator, String baseline, String target) {
        var book = told.stream()
                .map(Told::event)
                .filter(TaskBookFiled.class::isInstance)
                .map(e -> ((TaskBookFiled) e).taskBook())
                .findFirst()
                .orElseThrow();
        var none = new TaskBook("BP-001", version, book.filedOn(), List.of());
        return tell(
                on,
                new TaskBookChanged(
                        "BP-001",
                        version + 1,
                        promising(none, version, indicator, baseline, target),
                        "调整",
                        "regulator"));
    }

    private static TaskBook promising(TaskBook book, int version, String indicator, String baseline, String target) {
        var promised = new ArrayList<>(book.indicators());
        promised.add(new IndicatorTarget(indicator, new BigDecimal(baseline), new BigDecimal(target)));
        return new TaskBook("BP-001", version, book.filedOn(), book.milestones(), promised);
    }

    /** An update with that percent and, where there is one, forecast. */
    Story reported(String on, String id, String due, int percent, String forecast) {
        var day = forecast == null ? null : LocalDate.parse(forecast);
        var m = milestone(id, ++revision, due, 1, MilestoneState.IN_PROGRESS, percent, day);
        var update = new Update("u" + revision, percent, 0, day, null);
        return tell(on, new MilestoneUpdated("BP-001", revision, m, update, "team"));
    }

    /** An update that names no forecast; the milestone keeps the one that it has. */
    Story reportedKeeping(String on, String id, String due, int percent, String forecast) {
        var m = milestone(id, ++revision, due, 1, MilestoneState.IN_PROGRESS, percent, LocalDate.parse(forecast));
        var update = new Update("u" + revision, percent, 0, null, null);
        return tell(on, new MilestoneUpdated("BP-001", revision, m, update, "team"));
    }

    Story value(String on, String indicator, String period, String value) {
        var told = new RecordEvent.IndicatorValue(indicator, period, new BigDecimal(value), null);
        return tell(on, new IndicatorRecorded("BP-001", next("indicator:" + indicator), told, "team"));
    }

    Story corrected(String on, String indicator, String period, String value) {
        var told = new RecordEvent.IndicatorValue(indicator, period, new BigDecimal(value), null);
        return tell(
                on,
                new IndicatorCorrected("BP-001", next("indicator:" + indicator), told, BigDecimal.ZERO, "笔误", "team"));
    }

    Story submitted(String on, String period) {
        return tell(
                on,
                new ReportSubmitted(
                        "BP-001", next("report:" + period), report(on, period, ReportState.SUBMITTED), "team"));
    }

    Story reportReturned(String on, String period) {
        return tell(
                on,
                new ReportReturned(
                        "BP-001",
                        next("report:" + period),
                        report(on, period, ReportState.RETURNED),
                        "不全",
                        "regulator"));
    }

    Story reportAccepted(String on, String period) {
        return tell(
                on,
                new ReportAccepted(
                        "BP-001",
                        next("report:" + period),
                        report(on, period, ReportState.ACCEPTED),
                        null,
                        "regulator"));
    }

    private static RecordEvent.Report report(String on, String period, ReportState state) {
        var day = LocalDate.parse(on.substring(0, 10));
        var due = SHIPPED.reports().due(Period.ofCode(period).orElseThrow());
        return new RecordEvent.Report(
                "r-" + period,
                ReportKind.PERIODIC,
                period,
                due,
                state,
                day,
                0,
                null,
                "正常推进。",
                Rating.GREEN,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    Story ordered(String on, String id, String due) {
        return tell(on, new RectificationOrdered("BP-001", next(id), order(id, on, due, "ORDERED"), "regulator"));
    }

    Story answered(String on, String id, String due) {
        return tell(on, new RectificationAnswered("BP-001", next(id), order(id, on, due, "ANSWERED"), "team"));
    }

    Story answerReturned(String on, String id, String due) {
        return tell(
                on, new RectificationReturned("BP-001", next(id), order(id, on, due, "ORDERED"), "不够", "regulator"));
    }

    Story rectified(String on, String id, String due) {
        return tell(
                on, new RectificationAccepted("BP-001", next(id), order(id, on, due, "ACCEPTED"), null, "regulator"));
    }

    private Rectification order(String id, String on, String due, String state) {
        orderedOn.putIfAbsent(id, LocalDate.parse(on.substring(0, 10)));
        return new Rectification(
                id,
                "BP-001",
                "限期整改",
                orderedOn.get(id),
                LocalDate.parse(due),
                RectificationState.valueOf(state),
                null,
                List.of());
    }

    Story attachedTo(String on, String id, String milestoneId) {
        return tell(on, new EvidenceAttached("BP-001", 1, evidence(id, milestoneId), "team"));
    }

    Story shared(String on, String id, String... others) {
        return tell(on, new EvidenceShared("BP-001", next("evidence:" + id) + 1, evidence(id, "m1"), List.of(others)));
    }

    private static RecordEvent.Evidence evidence(String id, String milestoneId) {
        return new RecordEvent.Evidence(
                id, milestoneId, "document", EvidenceLevel.DECLARED, "00", 1, "application/pdf", "报告.pdf", null, null);
    }

    private long next(String subject) {
        return revisions.merge(subject, 1L, Long::sum);
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

    /** ... of a milestone of which the team expects more; the milestone keeps that forecast. */
    Story extendedKeeping(String on, String id, String from, String to, int version, String forecast) {
        var day = LocalDate.parse(forecast);
        var m = milestone(id, ++revision, to, version, MilestoneState.IN_PROGRESS, 10, day);
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

    Story failed(String on) {
        return tell(on, new PilotFailed("BP-001", ++pilotRevision, pilot(PilotState.FAILED), "不合格", "office"));
    }

    Story completed(String on) {
        return tell(on, new PilotCompleted("BP-001", ++pilotRevision, pilot(PilotState.COMPLETED), "合格", "office"));
    }

    Facts facts() {
        return fold(told);
    }

    /** What was known then. */
    Facts factsAt(Instant now) {
        return fold(told.stream().filter(t -> !t.at().isAfter(now)).toList());
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
        return holds(facts, PROGRAMME, now);
    }

    static List<String> holds(Facts facts, Programme programme, Instant now) {
        return Rules.breaches(facts, programme, now).stream()
                .map(b -> "%s %s.%d %d".formatted(b.rule(), b.subject(), b.deadlineVersion(), b.level()))
                .toList();
    }

    private Story tell(String on, Event event) {
        told.add(new Told(event, at(on)));
        return this;
    }

    private static Milestone milestone(String id, long revision, String due, int version, MilestoneState state) {
        return milestone(id, revision, due, version, state, 10, null);
    }

    private static Milestone milestone(
            String id, long revision, String due, int version, MilestoneState state, int percent, LocalDate forecast) {
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
                percent,
                forecast,
                reached ? day : null,
                reached ? 0 : null);
    }

    /** The shipped programme with these rules alone. */
    static Programme only(String... rules) {
        return with(Arrays.stream(rules).collect(Collectors.toMap(rule -> rule, SHIPPED::thresholds)));
    }

    /** The shipped programme with these thresholds instead of its own. */
    static Programme with(Map<String, List<Threshold>> rules) {
        var p = SHIPPED;
        return new Programme(
                p.code(),
                p.name(),
                p.pilotPrefix(),
                p.zone(),
                p.start(),
                p.deadline(),
                p.expectedPilots(),
                p.office(),
                p.agencies(),
                p.categories(),
                p.fields(),
                p.kinds(),
                p.admission(),
                p.grades(),
                p.template(),
                rules,
                p.lateToleranceMinutes(),
                p.escalation(),
                p.calendar(),
                p.reports(),
                p.rating(),
                p.evidenceKinds(),
                p.benefits(),
                p.typicalCases());
    }

    private static Programme shipped() {
        var name = "/programmes/blockchain-pilots.yaml";
        try (var in = Programme.class.getResourceAsStream(name)) {
            return ProgrammeFile.read(name, in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
