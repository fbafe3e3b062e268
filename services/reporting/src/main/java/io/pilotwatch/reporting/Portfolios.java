package io.pilotwatch.reporting;

import io.pilotwatch.contracts.Named;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.reporting.core.Breakdown;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The portfolio as of a day. Today's is held: an event changes its own pilot's part of it, and a new day all of it. Each read
 * asks the database what changed since the one before, hence sees what was committed before it, on whichever replica. A day
 * that is over is loaded when somebody asks for it, by the same steps, and kept: of what changed since, it is told by pilot.
 */
@ApplicationScoped
public class Portfolios {

    private static final int TICKS_BETWEEN_SIGNS_OF_LIFE = 15;

    /** Pilots in the kept portfolios of days that are over, together: some ten megabytes, whatever is asked for. */
    private static final int KEPT_PILOTS = 10_000;

    /**
     * Something is new, or nothing is and this is a sign of life.
     *
     * @param version changes whenever there is something new to show
     * @param pilots ids of those that changed since the news before
     */
    record News(String version, Set<String> pilots) {}

    /** A day that is over, up to where it was read, and the tag that today's had then. */
    private record Kept(Held held, FactsRows.Mark mark, String tag) {}

    private final FactsRows facts;
    private final Programme programme;
    private final Clock clock;
    private final BroadcastProcessor<News> news = BroadcastProcessor.create();
    private final Map<LocalDate, Kept> kept = new LinkedHashMap<>();
    /** Held while a day is loaded, so that nobody who asks for today waits for it. */
    private final Object past = new Object();

    private final Set<String> changed = new TreeSet<>();
    private Held today;
    private FactsRows.Mark mark = FactsRows.Mark.BEGINNING;
    private volatile String told = "";
    private int silentTicks;

    Portfolios(FactsRows facts, Programme programme, Clock clock) {
        this.facts = facts;
        this.programme = programme;
        this.clock = clock;
    }

    /** Now. */
    synchronized Held current() {
        var day = programme.dayOf(clock.instant());
        var since = facts.changedSince(mark);
        if (since.mark().edition() != mark.edition()) {
            // All was replaced, also what had been written before the mark.
            since = mark == FactsRows.Mark.BEGINNING ? since : facts.changedSince(FactsRows.Mark.BEGINNING);
            today = new Held(programme, day, since.mark().edition());
        } else if (!today.day().equals(day)) {
            today = today.on(day);
        }
        var fresh = today.put(since.pilots());
        mark = since.mark();
        changed.addAll(fresh);
        return today;
    }

    /** What was known when somebody last looked, at most a second ago, without asking the database; null before that. */
    Held last() {
        return today;
    }

    /** As of a day that is not after today. */
    Held on(LocalDate day) {
        return on(day, current());
    }

    /** As of a day, where this is what is now: who asks for several days looks for now once. */
    Held on(LocalDate day, Held now) {
        if (day.equals(now.day())) {
            return now;
        }
        synchronized (past) {
            var held = upToDate(kept.remove(day), day, now);
            kept.put(day, held);
            forgetSome(day);
            return held.held();
        }
    }

    /** An event may come late, hence any day that is over may be another now; mostly it is the same. */
    private Kept upToDate(@Nullable Kept known, LocalDate day, Held now) {
        var tag = now.tag();
        var held = known == null || known.held().edition() != now.edition()
                ? new Kept(new Held(programme, day, now.edition()), FactsRows.Mark.BEGINNING, "")
                : known;
        if (held.tag().equals(tag)) {
            return held;
        }
        var since = facts.changedSince(held.mark(), day);
        held.held().put(since.pilots());
        return new Kept(held.held(), since.mark(), tag);
    }

    /** Those not asked for the longest go first, though never the one that was just asked for. */
    private void forgetSome(LocalDate asked) {
        int pilots =
                kept.values().stream().mapToInt(k -> k.held().pilots().size()).sum();
        for (Iterator<Kept> oldest = kept.values().iterator(); pilots > KEPT_PILOTS && oldest.hasNext(); ) {
            var held = oldest.next().held();
            if (!held.day().equals(asked)) {
                pilots -= held.pilots().size();
                oldest.remove();
            }
        }
    }

    /** The last minute of that day that has begun. */
    Instant minute(LocalDate day) {
        var now = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        var end = day.plusDays(1).atStartOfDay(programme.zone()).toInstant().minus(1, ChronoUnit.MINUTES);
        return end.isBefore(now) ? end : now;
    }

    /** The figures as of a day. */
    public PortfolioView view(LocalDate day) {
        return on(day).view(minute(day));
    }

    /** One row of them. 404 for a row that there is not. */
    public PortfolioView row(LocalDate day, Breakdown by, String code) {
        var held = on(day);
        held.requireRow(by, code);
        return held.row(minute(day), by, code);
    }

    /** All rows of one kind as of a day. */
    public List<PortfolioView.Slice> rows(LocalDate day, Breakdown by) {
        return on(day).rows(by);
    }

    /** What the rows of these kinds are called, as of a day. */
    public Map<Breakdown, List<Named>> names(LocalDate day, Collection<Breakdown> kinds) {
        var held = on(day);
        return kinds.stream().collect(Collectors.toMap(by -> by, held::names));
    }

    /** Changes whenever an open page has something new to show. */
    public String version() {
        return version(current());
    }

    static String version(Held now) {
        return now.tag() + "." + now.day().toEpochDay();
    }

    /** The version now, then news at most each second, and now and then a sign of life. Slow readers miss some. */
    Multi<News> news() {
        return Multi.createBy()
                .merging()
                .streams(
                        Multi.createFrom().item(() -> new News(told, Set.of())),
                        news.onOverflow().drop());
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void tick() {
        var version = version();
        silentTicks++;
        if (!version.equals(told) || silentTicks >= TICKS_BETWEEN_SIGNS_OF_LIFE) {
            told = version;
            silentTicks = 0;
            news.onNext(new News(version, takeChanged()));
        }
    }

    private synchronized Set<String> takeChanged() {
        var taken = Set.copyOf(changed);
        changed.clear();
        return taken;
    }
}
