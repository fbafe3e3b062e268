package io.pilotwatch.platform.audit;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.pilotwatch.platform.CanonicalJson;
import io.pilotwatch.platform.ReceiptKeys;
import io.pilotwatch.platform.audit.AuditRows.Checkpoint;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Signs where the audit log stands, each hour and whenever somebody takes it away, and forgets what is older than {@code
 * pilotwatch.audit.keep}, by whole months. A checkpoint is a compact JWS over the canonical JSON of
 *
 * <pre>{@code {"at":"…","hash":"…","position":1200,"service":"milestone"}}</pre>
 *
 * <p>It is kept in the database and told in the service's log, which goes elsewhere: whoever has one finds out when the chain
 * is cut or written anew before it, even by one who owns the database. It is also where the rest is followed from when the
 * beginning is forgotten.
 *
 * <p>{@code pilotwatch_audit_checkpoint_timestamp_seconds}: when this process last found the log signed up to its end, or signed it.
 */
@Startup
@ApplicationScoped
class AuditKeeper {

    private static final Logger LOG = Logger.getLogger(AuditKeeper.class);

    /** Six months, however long they are. */
    private static final Duration LEAST = Duration.ofDays(184);

    private final AuditChain chain;
    private final AuditRows rows;
    private final ReceiptKeys keys;
    private final Duration keep;
    private volatile Instant signed = Instant.EPOCH;

    AuditKeeper(
            AuditChain chain,
            AuditRows rows,
            ReceiptKeys keys,
            MeterRegistry metrics,
            @ConfigProperty(name = "pilotwatch.audit.keep") Duration keep) {
        this.chain = chain;
        this.rows = rows;
        this.keys = keys;
        this.keep = keep;
        if (keep.compareTo(LEAST) < 0) {
            throw new ConfigurationException("pilotwatch.audit.keep is " + keep + "; the audit log is kept for "
                    + LEAST.toDays() + " days at least.");
        }
        Gauge.builder("pilotwatch.audit.checkpoint.timestamp.seconds", () -> signed.toEpochMilli() / 1000.0)
                .description("When the audit log was last signed up to its end")
                .register(metrics);
    }

    @Scheduled(every = "{pilotwatch.audit.checkpoint-every}", delayed = "10s")
    void keep() {
        checkpoint();
        forget();
    }

    /**
     * Signs where the chain ends now, once it is found to follow from the last checkpoint; nothing where it is empty.
     *
     * @throws IllegalStateException where it does not: such a chain is never signed
     */
    Optional<Checkpoint> checkpoint() {
        var head = chain.head();
        if (head.position() == 0) {
            signed = chain.now();
            return Optional.empty();
        }
        var last = rows.lastCheckpoint().map(this::link).orElse(AuditChain.BEGINNING);
        var broken = head.position() < last.position()
                ? Optional.of(head.position() + 1)
                : rows.firstBroken(last, head.position());
        if (broken.isPresent()) {
            throw new IllegalStateException("the audit log is broken at entry " + broken.get());
        }
        var checkpoint = checkpoint(head);
        signed = chain.now();
        return Optional.of(checkpoint);
    }

    /** What was signed, whatever the table says beside it. */
    private AuditChain.Link link(Checkpoint checkpoint) {
        try {
            var said = rows.tree(keys.verified(ReceiptKeys.CHECKPOINT, checkpoint.jws()));
            return new AuditChain.Link(
                    said.path("position").asLong(),
                    HexFormat.of().parseHex(said.path("hash").asText()),
                    Instant.parse(said.path("at").asText()));
        } catch (ReceiptKeys.NotSigned e) {
            throw new IllegalStateException(
                    "the checkpoint at " + checkpoint.position() + " is not good: " + e.getMessage());
        }
    }

    /** Forgets what is too old; how many months that was. */
    int forget() {
        var border = YearMonth.from(chain.now().minus(keep).atOffset(ZoneOffset.UTC));
        rows.lastBefore(border.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC))
                .ifPresent(this::checkpoint);
        int months = rows.forget(keep.toString());
        if (months > 0) {
            LOG.infof("the audit log of %d months, older than %s, is forgotten", months, keep);
        }
        return months;
    }

    private Checkpoint checkpoint(AuditChain.Link link) {
        var there = rows.checkpoints(link.position(), link.position());
        if (!there.isEmpty()) {
            return there.getFirst();
        }
        var payload = JsonNodeFactory.instance
                .objectNode()
                .put("service", chain.service())
                .put("position", link.position())
                .put("hash", HexFormat.of().formatHex(link.hash()))
                .put("at", link.at().toString());
        var jws = keys.sign(ReceiptKeys.CHECKPOINT, CanonicalJson.of(payload));
        rows.keep(link, jws);
        LOG.infof("audit checkpoint at %d: %s", link.position(), jws);
        return new Checkpoint(link.position(), jws);
    }
}
