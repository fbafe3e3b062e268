package io.pilotwatch.platform.audit;

import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Text;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.Operators;
import io.pilotwatch.platform.Problem;
import io.pilotwatch.platform.ReceiptKeys;
import io.pilotwatch.platform.audit.AuditRows.Wanted;
import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Set;

/**
 * The audit log, on the management port, for the programme office and operators. Reading it is an entry of its own.
 *
 * <ul>
 *   <li>{@code GET /q/audit?from=&to=}: JSON lines that {@code deploy/local/verify-audit} verifies, from the checkpoint before
 *       {@code from} to the one after {@code to}, which is made where there is none. A line is {@code {"position":…,"hash":…,
 *       "entry":{…}}} or {@code {"checkpoint":"…"}}
 *   <li>{@code GET /q/audit?account=&pilot=}, with {@code from} and {@code to} or without: just those entries, to read
 *   <li>{@code GET /q/audit/jwks.json}: the public keys of the checkpoints
 * </ul>
 */
@ApplicationScoped
class AuditRoutes {

    /** Operators should not be the only ones who see what operators did. */
    static final Set<String> READERS = Set.of(Caller.PROGRAMME_OFFICE, Caller.OPERATOR);

    private static final String PATH = "/q/audit";

    private final Operators operators;
    private final AuditStretch stretch;
    private final ReceiptKeys keys;

    AuditRoutes(Operators operators, AuditStretch stretch, ReceiptKeys keys) {
        this.operators = operators;
        this.stretch = stretch;
        this.keys = keys;
    }

    void register(@Observes ManagementInterface management) {
        var router = management.router();
        router.get(PATH)
                .blockingHandler(request -> operators.answer(request, READERS, account -> read(request)), false);
        router.get(PATH + "/jwks.json")
                .blockingHandler(
                        request -> operators.answer(
                                request,
                                READERS,
                                account -> () -> request.response()
                                        .putHeader("content-type", "application/jwk-set+json")
                                        .end(keys.jwks())),
                        false);
    }

    private Runnable read(RoutingContext request) {
        var wanted = new Wanted(
                moment(request, "from"), moment(request, "to"), text(request, "account"), text(request, "pilot"));
        return () -> {
            var answer = request.response().setChunked(true).putHeader("content-type", "application/jsonl");
            // Each is waited for until the socket has it, so that a slow reader costs no memory.
            stretch.write(
                    wanted,
                    lines -> answer.write(lines)
                            .toCompletionStage()
                            .toCompletableFuture()
                            .join());
            answer.end();
        };
    }

    @Nullable
    private static Instant moment(RoutingContext request, String name) {
        var said = text(request, name);
        try {
            return said == null ? null : OffsetDateTime.parse(said).toInstant();
        } catch (DateTimeException e) {
            throw Problem.badParameter(
                    name,
                    new Text(name + " 应为带时区的 ISO 8601 时间。", name + " is an ISO 8601 date and time with an offset."));
        }
    }

    @Nullable
    private static String text(RoutingContext request, String name) {
        var said = request.queryParams().get(name);
        return said == null || said.isBlank() ? null : said;
    }
}
