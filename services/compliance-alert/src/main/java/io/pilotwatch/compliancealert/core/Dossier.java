package io.pilotwatch.compliancealert.core;

import io.pilotwatch.contracts.AlertEvent.OfRectification;
import io.pilotwatch.contracts.AlertEvent.RectificationAccepted;
import io.pilotwatch.contracts.Event;
import io.pilotwatch.contracts.MilestoneEvent.IndicatorTarget;
import io.pilotwatch.contracts.MilestoneEvent.MilestoneUpdated;
import io.pilotwatch.contracts.MilestoneEvent.TaskBook;
import io.pilotwatch.contracts.MilestoneEvent.TaskBookChanged;
import io.pilotwatch.contracts.MilestoneEvent.TaskBookFiled;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.RecordEvent.Evidence;
import io.pilotwatch.contracts.RecordEvent.EvidenceShared;
import io.pilotwatch.contracts.RecordEvent.OfEvidence;
import io.pilotwatch.contracts.RecordEvent.OfIndicator;
import io.pilotwatch.contracts.RecordEvent.OfReport;
import io.pilotwatch.contracts.RectificationState;
import io.pilotwatch.contracts.ReportKind;
import io.pilotwatch.contracts.ReportState;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BinaryOperator;

/**
 * What a pilot has on file, as far as a rule asks for it: part of its {@link Facts}, and like them a fold that comes out
 * the same in whatever order, and however often, the events arrive. Everything in it may be absent from what was stored
 * before it was thought of.
 *
 * @param books by version of the task book
 * @param progress what the team reported, by milestone id
 * @param evidenced ids of the milestones to which evidence is attached
 * @param shared evidence that other pilots attached too, by evidence id
 * @param indicators values by indicator and period code
 * @param reports periodic ones that were handed in, by period code
 * @param orders rectifications by id
 */
public record Dossier(
        SortedMap<Integer, Book> books,
        SortedMap<String, Progress> progress,
        SortedSet<String> evidenced,
        SortedMap<String, Shared> shared,
        SortedMap<String, SortedMap<String, Value>> indicators,
        SortedMap<String, Handed> reports,
        SortedMap<String, Order> orders) {

    /** Something of which the highest revision counts. */
    interface Revised {
        long revision();
    }

    /**
     * A version of the task book.
     *
     * @param filedOn programme day on which the first version was accepted
     * @param since when this version came into force
     */
    public record Book(LocalDate filedOn, Instant since, List<IndicatorTarget> targets) {}

    /** What the team reported last, the highest that it reported, the first time it did, and the last forecast, if any. */
    public record Progress(Said last, Said peak, @Nullable Forecast forecast) {}

    /** A percent that the team reported. */
    public record Said(int percent, long revision, Instant at) implements Revised {}

    /** The programme day on which the team expects to reach the milestone. */
    public record Forecast(LocalDate day, long revision, Instant at) implements Revised {}

    /** A file that other pilots have too; {@code since} is when that came out. */
    public record Shared(String fileName, List<String> otherPilots, long revision, Instant since) implements Revised {}

    /** An indicator's value as it stands, and when it was last set. */
    public record Value(BigDecimal value, long revision, Instant at) implements Revised {}

    /** A periodic report; {@code at} is when its state became what it is. */
    public record Handed(ReportState state, LocalDate submittedOn, long revision, Instant at) implements Revised {

        /** A returned report is not submitted. */
        boolean isSubmitted() {
            return state != ReportState.RETURNED;
        }
    }

    /**
     * A rectification; {@code at} is when its state became what it is.
     *
     * @param acceptedAt null while it is open
     */
    public record Order(
            LocalDate due,
            LocalDate orderedOn,
            RectificationState state,
            long revision,
            Instant at,
            Instant orderedAt,
            @Nullable Instant acceptedAt)
            implements Revised {}

    public Dossier {
        books = Collections.unmodifiableSortedMap(new TreeMap<>(books));
        progress = Collections.unmodifiableSortedMap(new TreeMap<>(progress));
        evidenced = Collections.unmodifiableSortedSet(new TreeSet<>(evidenced));
        shared = Collections.unmodifiableSortedMap(new TreeMap<>(shared));
        indicators = Collections.unmodifiableSortedMap(new TreeMap<>(indicators));
        reports = Collections.unmodifiableSortedMap(new TreeMap<>(reports));
        orders = Collections.unmodifiableSortedMap(new TreeMap<>(orders));
    }

    /** Nothing is on file. */
    static Dossier empty() {
        return new Dossier(
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeSet<>(),
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>());
    }

    /** This and what the event adds. */
    Dossier with(Event event, Instant time) {
        return switch (event) {
            case TaskBookFiled e -> with(e.taskBook(), time);
            case TaskBookChanged e -> with(e.taskBook(), time);
            case MilestoneUpdated e -> with(e, time);
            case EvidenceShared e -> with(e, time).with(e.evidence());
            case OfEvidence e -> with(e.evidence());
            case OfIndicator e -> with(e, time);
            case OfReport e when e.report().kind() == ReportKind.PERIODIC -> with(e, time);
            case OfRectification e -> with(e, time);
            default -> this;
        };
    }

    private Dossier with(TaskBook book, Instant time) {
        var heard = new Book(book.filedOn(), time, book.indicators());
        var next = merged(books, book.version(), heard, (a, b) -> b.since().isBefore(a.since()) ? b : a);
        return new Dossier(next, progress, evidenced, shared, indicators, reports, orders);
    }

    private Dossier with(MilestoneUpdated e, Instant time) {
        var said = new Said(e.update().percent(), e.revision(), time);
        var day = e.update().forecast();
        var heard = new Progress(said, said, day == null ? null : new Forecast(day, e.revision(), time));
        var next = merged(progress, e.milestone().milestoneId(), heard, Dossier::both);
        return new Dossier(books, next, evidenced, shared, indicators, reports, orders);
    }

    private static Progress both(Progress a, Progress b) {
        var forecast = a.forecast() == null || b.forecast() == null
                ? a.forecast() == null ? b.forecast() : a.forecast()
                : latest(a.forecast(), b.forecast());
        return new Progress(latest(a.last(), b.last()), higher(a.peak(), b.peak()), forecast);
    }

    private static Said higher(Said a, Said b) {
        boolean equal = a.percent() == b.percent();
        return (equal ? b.revision() < a.revision() : b.percent() > a.percent()) ? b : a;
    }

    /** Whatever is said of it, it is there. */
    private Dossier with(Evidence evidence) {
        if (evidence.milestoneId() == null) {
            return this;
        }
        var next = new TreeSet<>(evidenced);
        next.add(evidence.milestoneId());
        return new Dossier(books, progress, next, shared, indicators, reports, orders);
    }

    private Dossier with(EvidenceShared e, Instant time) {
        var heard = new Shared(e.evidence().fileName(), e.otherPilots(), e.revision(), time);
        var next = merged(shared, e.evidence().evidenceId(), heard, (a, b) -> {
            var l = latest(a, b);
            return new Shared(l.fileName(), l.otherPilots(), l.revision(), Facts.earlier(a.since(), b.since()));
        });
        return new Dossier(books, progress, evidenced, next, indicators, reports, orders);
    }

    private Dossier with(OfIndicator e, Instant time) {
        var heard = new Value(e.value().value(), e.revision(), time);
        var code = e.value().indicator();
        var values = indicators.getOrDefault(code, new TreeMap<>());
        var next = new TreeMap<>(indicators);
        next.put(code, merged(values, e.value().period(), heard, Dossier::latest));
        return new Dossier(books, progress, evidenced, shared, next, reports, orders);
    }

    private Dossier with(OfReport e, Instant time) {
        var report = e.report();
        var heard = new Handed(report.state(), report.submittedOn(), e.revision(), time);
        var next = merged(reports, report.period(), heard, Dossier::latest);
        return new Dossier(books, progress, evidenced, shared, indicators, next, orders);
    }

    private Dossier with(OfRectification e, Instant time) {
        var r = e.rectification();
        var accepted = e instanceof RectificationAccepted ? time : null;
        var heard = new Order(r.due(), r.orderedOn(), r.state(), e.revision(), time, time, accepted);
        var next = merged(orders, r.rectificationId(), heard, (a, b) -> {
            var l = latest(a, b);
            var ordered = Facts.earlier(a.orderedAt(), b.orderedAt());
            var end = Facts.later(a.acceptedAt(), b.acceptedAt());
            return new Order(l.due(), l.orderedOn(), l.state(), l.revision(), l.at(), ordered, end);
        });
        return new Dossier(books, progress, evidenced, shared, indicators, reports, next);
    }

    private static <K extends Comparable<K>, V> SortedMap<K, V> merged(
            SortedMap<K, V> map, K key, V value, BinaryOperator<V> merge) {
        var next = new TreeMap<>(map);
        next.merge(key, value, merge);
        return next;
    }

    /** The higher revision; of one that was told twice the first time. */
    private static <T extends Revised> T latest(T a, T b) {
        return b.revision() > a.revision() ? b : a;
    }
}
