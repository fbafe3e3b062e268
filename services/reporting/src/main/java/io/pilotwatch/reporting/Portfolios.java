package io.pilotwatch.reporting;

import io.pilotwatch.contracts.Programme;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The portfolio as it is now. Counted again only when an event came in or a minute passed, however many readers there
 * are; each read asks whether that is so, hence sees what was committed before it.
 */
@ApplicationScoped
class Portfolios {

    private static final int TICKS_BETWEEN_SIGNS_OF_LIFE = 15;

    /**
     * The figures at a moment.
     *
     * @param revision events folded into them
     * @param minute the programme clock, to the minute
     * @param counts what the figures were made of
     */
    record Current(long revision, Instant minute, PortfolioRows.Counts counts, PortfolioView view) {

        /** The same bytes for the same tag: the body holds nothing but what the two parts determine. */
        public String etag() {
            return revision + "-" + minute.getEpochSecond() / 60;
        }

        /** Changes whenever an open page has something new to show. */
        public String version() {
            return revision + "." + view.day().toEpochDay();
        }
    }

    private final PortfolioRows rows;
    private final Programme programme;
    private final Clock clock;
    private final BroadcastProcessor<String> versions = BroadcastProcessor.create();
    private volatile Current current;
    private volatile String told = "";
    private int silentTicks;

    Portfolios(PortfolioRows rows, Programme programme, Clock clock) {
        this.rows = rows;
        this.programme = programme;
        this.clock = clock;
    }

    /** The figures now. */
    synchronized Current current() {
        var minute = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        if (current == null || !current.minute().equals(minute) || current.revision() != rows.revision()) {
            var counts = rows.count(programme.dayOf(minute));
            current = new Current(counts.revision(), minute, counts, PortfolioFigures.of(programme, minute, counts));
        }
        return current;
    }

    /** What was last counted, without asking the database: at most a second old. Null before the first count. */
    Current last() {
        return current;
    }

    /** The version of the figures: now, whenever it changes, and now and then as a sign of life. Slow readers miss some. */
    Multi<String> versions() {
        return Multi.createBy()
                .merging()
                .streams(Multi.createFrom().item(told), versions.onOverflow().drop());
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void tick() {
        var version = current().version();
        silentTicks++;
        if (!version.equals(told) || silentTicks >= TICKS_BETWEEN_SIGNS_OF_LIFE) {
            told = version;
            silentTicks = 0;
            versions.onNext(version);
        }
    }
}
