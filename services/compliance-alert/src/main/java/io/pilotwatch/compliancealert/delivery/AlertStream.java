package io.pilotwatch.compliancealert.delivery;

import io.pilotwatch.compliancealert.delivery.StreamRows.Happened;
import io.pilotwatch.contracts.Nullable;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Reads the stream for one reader: what there is, then what comes. A page is read when the reader has taken the one before,
 * so a slow one holds up nobody and keeps no more than a page here; when it is cut off, it goes on where it was.
 */
@ApplicationScoped
class AlertStream {

    /** What a reader gets. */
    sealed interface Item {
        /** From where to go on after this. */
        long position();
    }

    /** Something happened. */
    record Event(long position, Happened happened) implements Item {}

    /** Nothing that the reader may see has happened for a while. */
    record Heartbeat(long position) implements Item {}

    /** What came after the asked position is no longer kept: read the list anew, and go on from here. */
    record Reset(long position, long floor) implements Item {}

    private static final int PAGE = 200;
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private final StreamRows rows;
    private final StreamPublisher publisher;

    AlertStream(StreamRows rows, StreamPublisher publisher) {
        this.rows = rows;
        this.publisher = publisher;
    }

    /**
     * All that this reader may see after a position, without end.
     *
     * @param after null for what comes from now on
     */
    Multi<Item> from(@Nullable Long after, Predicate<Happened> visible) {
        var extent = rows.extent();
        if (after == null) {
            return reader(extent.head(), visible);
        }
        return after < extent.floor() || after > extent.head()
                ? Multi.createBy()
                        .concatenating()
                        .streams(
                                Multi.createFrom().item(new Reset(extent.head(), extent.floor())),
                                reader(extent.head(), visible))
                : reader(after, visible);
    }

    private Multi<Item> reader(long after, Predicate<Happened> visible) {
        var reader = new Reader(after, visible);
        return Multi.createBy()
                .repeating()
                .uni(reader::next)
                .indefinitely()
                .onItem()
                .disjoint();
    }

    /** Where one reader is. Asked for the next page only when the last one was taken. */
    private final class Reader {
        private final Predicate<Happened> visible;
        private volatile long position;

        Reader(long position, Predicate<Happened> visible) {
            this.position = position;
            this.visible = visible;
        }

        Uni<List<Item>> next() {
            var change = publisher.change();
            return page().chain(page -> page.isEmpty()
                    ? Uni.createFrom()
                            .completionStage(change)
                            .ifNoItem()
                            .after(HEARTBEAT)
                            .recoverWithItem((Void) null)
                            .chain(this::page)
                            .map(this::orHeartbeat)
                    : Uni.createFrom().item(page));
        }

        private Uni<List<Item>> page() {
            return Uni.createFrom().item(this::read).runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
        }

        private List<Item> read() {
            var head = rows.extent().head();
            var found = head > position ? rows.read(position, head, PAGE) : List.<Happened>of();
            var seen = new ArrayList<Item>();
            found.stream().filter(visible).forEach(h -> seen.add(new Event(h.position(), h)));
            position = found.size() == PAGE ? found.getLast().position() : head;
            return seen;
        }

        private List<Item> orHeartbeat(List<Item> page) {
            return page.isEmpty() ? List.of(new Heartbeat(position)) : page;
        }
    }
}
