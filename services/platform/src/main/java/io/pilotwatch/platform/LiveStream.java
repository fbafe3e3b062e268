package io.pilotwatch.platform;

import io.pilotwatch.contracts.Text;
import io.pilotwatch.platform.audit.AuditRequests;
import io.pilotwatch.platform.limits.OpenStreams;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;

/**
 * What every stream of server-sent events has in common: it was asked for as one, no account has too many of them, that it was
 * opened is in the audit log before its first word (where that cannot be written, it is cut off without one), and it ends with the
 * reader's token, or with this replica, which would wait for it otherwise; the reader goes on at another.
 */
@ApplicationScoped
public class LiveStream {

    private static final int OK = 200;
    private static final int NOT_ACCEPTABLE = 406;

    private final Callers callers;
    private final WallClock wall;
    private final Stopping stopping;
    private final AuditRequests audit;
    private final OpenStreams open;

    LiveStream(Callers callers, WallClock wall, Stopping stopping, AuditRequests audit, OpenStreams open) {
        this.callers = callers;
        this.wall = wall;
        this.stopping = stopping;
        this.audit = audit;
        this.open = open;
    }

    /** The items for the present request's reader, until its token ends. Whoever does not know what a stream is would wait. */
    public <T> Multi<T> of(Multi<T> items, HttpHeaders headers) {
        var accept = headers.getHeaderString(HttpHeaders.ACCEPT);
        if (accept == null || !accept.contains(MediaType.SERVER_SENT_EVENTS)) {
            throw new Problem(
                    NOT_ACCEPTABLE,
                    "STREAM_NOT_ASKED_FOR",
                    new Text(
                            "本地址为实时流，请以 Accept: text/event-stream 请求。",
                            "This is a live stream; ask for it with Accept: text/event-stream."));
        }
        open.oneMore(callers.current().name());
        var left = Duration.between(wall.now(), callers.currentUntil());
        return audit.record(OK)
                // Whatever the stream does when it begins must not keep the audit log waiting.
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .onItem()
                .transformToMulti(
                        _ -> stopping.until(items).select().first(left.isPositive() ? left : Duration.ofMillis(1)));
    }
}
