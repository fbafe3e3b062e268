package io.pilotwatch.platform;

import io.micrometer.core.instrument.MeterRegistry;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.platform.Flow.Heard;
import io.pilotwatch.platform.Flow.Waiting;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** How this service does: what goes out, what comes in, and when its machines last ran. */
@ApplicationScoped
public class Machinery {

    /**
     * @param now by the wall clock, like all but {@code clock}
     * @param lastSent null where this process has sent nothing
     * @param lastRound when the relay last left nothing behind; null where this process is not the one that sends
     * @param lastSweep null where this service, or this process, looks for no deadlines
     * @param stepped whether an operator moves the programme clock
     * @param clock what that shows
     */
    public record State(
            Instant now,
            Waiting outbox,
            @Nullable Instant lastSent,
            @Nullable Instant lastRound,
            @Nullable Instant lastSweep,
            List<Heard> heard,
            boolean stepped,
            Instant clock) {}

    private final Flow flow;
    private final OutboxGauges sending;
    private final MeterRegistry metrics;
    private final WallClock wall;
    private final ProgrammeClock programmeClock;

    Machinery(Flow flow, OutboxGauges sending, MeterRegistry metrics, WallClock wall, ProgrammeClock programmeClock) {
        this.flow = flow;
        this.sending = sending;
        this.metrics = metrics;
        this.wall = wall;
        this.programmeClock = programmeClock;
    }

    /** As it is now. */
    public State state() {
        return new State(
                wall.now(),
                flow.outbox(),
                sending.lastSent(),
                told("pilotwatch.relay.last.timestamp.seconds"),
                told("pilotwatch.sweep.last.timestamp.seconds"),
                flow.heard(),
                programmeClock.isStepped(),
                programmeClock.clock().instant());
    }

    /** As Prometheus is told; null where there is no such thing here, or it has not happened. */
    private Instant told(String gauge) {
        var found = metrics.find(gauge).gauge();
        return found == null || found.value() == 0 ? null : Instant.ofEpochSecond((long) found.value());
    }
}
