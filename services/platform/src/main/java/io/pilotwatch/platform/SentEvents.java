package io.pilotwatch.platform;

import io.pilotwatch.contracts.Text;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What the broker has taken, kept for longer than any consumer is ever behind. A broker that lost its topics is given them
 * again under the same ids, and whoever heard them before passes over them:
 *
 * <ul>
 *   <li>{@code POST /q/outbox/resend?since=2022-03-01T00:00:00+08:00}, by the wall clock: {@code {"events":5}}; without
 *       {@code since} all that is kept. May be asked again
 * </ul>
 */
@ApplicationScoped
class SentEvents {

    private final Sql sql;
    private final Operators operators;
    private final Duration kept;

    SentEvents(Sql sql, Operators operators, @ConfigProperty(name = "pilotwatch.outbox.kept") Duration kept) {
        this.sql = sql;
        this.operators = operators;
        this.kept = kept;
    }

    void register(@Observes ManagementInterface management) {
        management
                .router()
                .post("/q/outbox/resend")
                .blockingHandler(
                        request -> operators.answer(request, () -> Map.of("events", sendAgain(since(request)))), false);
    }

    /** Queues again what was sent since then; how many events that are. */
    long sendAgain(Instant since) {
        return sql.read("select outbox_send_again(?)", row -> row.getLong(1), since)
                .getFirst();
    }

    private static Instant since(RoutingContext request) {
        var since = request.request().getParam("since");
        try {
            return since == null ? Instant.EPOCH : OffsetDateTime.parse(since).toInstant();
        } catch (DateTimeException e) {
            throw new Problem(
                    400,
                    "BAD_INSTANT",
                    new Text("since 应为带时区的 ISO 8601 时间。", "since is an ISO 8601 date and time with an offset."));
        }
    }

    @Scheduled(every = "1h", delayed = "10m")
    void forgetOld() {
        sql.write(
                "delete from outbox_sent where sent_at < clock_timestamp() - make_interval(secs => ?)",
                kept.toSeconds());
    }
}
