package io.pilotwatch.platform.audit;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.pilotwatch.platform.audit.AuditRows.Checkpoint;
import io.pilotwatch.platform.audit.AuditRows.Wanted;
import io.pilotwatch.platform.audit.AuditRows.Written;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayDeque;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** A stretch of the audit log as JSON lines: from one checkpoint to another, so that it can be verified by itself. */
@ApplicationScoped
class AuditStretch {

    private static final Logger LOG = Logger.getLogger(AuditStretch.class);
    private static final int AT_ONCE = 500;

    private final AuditRows rows;
    private final AuditKeeper keeper;

    AuditStretch(AuditRows rows, AuditKeeper keeper) {
        this.rows = rows;
        this.keeper = keeper;
    }

    /** Writes the lines some at a time. Those of one account or pilot alone are no chain, and have no checkpoints. */
    void write(Wanted wanted, Consumer<String> to) {
        if (wanted.isPart()) {
            long after = 0;
            for (var some = rows.next(wanted, after, AT_ONCE);
                    !some.isEmpty();
                    some = rows.next(wanted, after, AT_ONCE)) {
                to.accept(some.stream().map(AuditStretch::line).collect(Collectors.joining()));
                after = some.getLast().position();
            }
        } else {
            chain(begin(wanted), end(wanted), to);
        }
    }

    /** The position after which it begins: a checkpoint's, or 0. */
    private long begin(Wanted wanted) {
        long forgotten = rows.first().orElse(1L) - 1;
        var before = wanted.from() == null
                ? null
                : rows.checkpointUntil(wanted.from()).orElse(null);
        return before == null ? forgotten : Math.max(forgotten, before.position());
    }

    /** A checkpoint's position; the chain's end where it is broken, so that it can be seen where. */
    private long end(Wanted wanted) {
        var after = wanted.to() == null ? Optional.<Checkpoint>empty() : rows.checkpointFrom(wanted.to());
        return after.or(this::signed).map(Checkpoint::position).orElse(Long.MAX_VALUE);
    }

    private Optional<Checkpoint> signed() {
        try {
            return keeper.checkpoint();
        } catch (IllegalStateException broken) {
            LOG.error(broken.getMessage());
            return Optional.empty();
        }
    }

    private void chain(long begin, long end, Consumer<String> to) {
        Queue<Checkpoint> checkpoints = new ArrayDeque<>(rows.checkpoints(begin, end));
        var lines = new StringBuilder();
        add(lines, checkpoints, begin);
        long after = begin;
        List<Written> some;
        do {
            some = rows.next(AuditRows.ALL, after, AT_ONCE);
            for (var written : some) {
                after = written.position();
                if (after <= end) {
                    lines.append(line(written));
                    add(lines, checkpoints, after);
                }
            }
            to.accept(lines.toString());
            lines.setLength(0);
        } while (!some.isEmpty() && after < end);
        // Of entries that are gone: whoever verifies it shall see.
        add(lines, checkpoints, end);
        to.accept(lines.toString());
    }

    /** The checkpoints that are due at a position. */
    private static void add(StringBuilder lines, Queue<Checkpoint> checkpoints, long position) {
        while (!checkpoints.isEmpty() && checkpoints.peek().position() <= position) {
            lines.append(JsonNodeFactory.instance
                            .objectNode()
                            .put("checkpoint", checkpoints.remove().jws()))
                    .append('\n');
        }
    }

    private static String line(Written written) {
        return "{\"position\":%d,\"hash\":\"%s\",\"entry\":%s}\n"
                .formatted(written.position(), HexFormat.of().formatHex(written.hash()), written.json());
    }
}
