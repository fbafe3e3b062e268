package io.pilotwatch.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pilotwatch.platform.ReceiptRows.Last;
import io.pilotwatch.platform.ReceiptRows.Link;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The signed receipts of what pilots submitted, one chain a pilot. A receipt is a compact JWS (EdDSA with Ed25519, type
 * {@value ReceiptKeys#RECEIPT}) over the {@link CanonicalJson canonical JSON} (RFC 8785) of
 *
 * <pre>{@code
 * {"pilotId": "BP-028",
 *  "sequence": 2,                       1, 2, 3 … for each pilot
 *  "previous": "…",                     base64url SHA-256 of the receipt before as it is written; null in the first
 *  "kind": "update",                    application, update, claim, evidence, report …
 *  "address": "/milestone/api/v1/…",    of what was made
 *  "submission": {…},                   the whole that was accepted; numbers that no double holds are strings
 *  "by": "team-028",                    the account
 *  "at": "2022-03-01T01:00:00Z",        by the programme clock
 *  "issuer": "milestone"}               the service
 * }</pre>
 *
 * <p>There is a ledger in the services that set {@code pilotwatch.receipts.given=true}.
 */
@ApplicationScoped
@IfBuildProperty(name = "pilotwatch.receipts.given", stringValue = "true")
public class Ledger {

    /** A chain from elsewhere is forged, reordered, cut or not the one we hold: the message that brought it is at fault. */
    public static final class Broken extends RuntimeException {
        Broken(String pilotId, int sequence, String why) {
            super("the receipts of %s are broken at receipt %d: %s".formatted(pilotId, sequence, why));
        }
    }

    private final ReceiptRows rows;
    private final ReceiptKeys keys;
    private final ObjectMapper mapper;
    private final Clock clock;
    private final String issuer;

    Ledger(
            ReceiptRows rows,
            ReceiptKeys keys,
            ObjectMapper mapper,
            Clock clock,
            @ConfigProperty(name = "quarkus.application.name") String issuer) {
        this.rows = rows;
        this.keys = keys;
        this.mapper = mapper;
        this.clock = clock;
        this.issuer = issuer;
    }

    /**
     * What a receipt is given for.
     *
     * @param kind application, update, claim, evidence, report …
     * @param address of what was made
     * @param submission all that was accepted, as the mapper writes it
     * @param by the account
     */
    public record Entry(String pilotId, String kind, String address, Object submission, String by) {}

    /** As {@link #addAll} for one {@link Entry}. */
    @Transactional(TxType.MANDATORY)
    public Receipt add(String pilotId, String kind, String address, Object submission, String by) {
        return addAll(List.of(new Entry(pilotId, kind, address, submission, by)))
                .getFirst();
    }

    /**
     * Gives receipts in the transaction of what they are given for, in the order of the entries. Others who add for one of
     * these pilots wait until that ends; all of a transaction are best added at once, since pilots are locked in the order
     * of their ids.
     */
    @Transactional(TxType.MANDATORY)
    public List<Receipt> addAll(List<Entry> entries) {
        if (entries.isEmpty()) {
            return List.of();
        }
        var pilotIds = entries.stream().map(Entry::pilotId).collect(Collectors.toCollection(TreeSet::new));
        rows.lock(pilotIds);
        var last = rows.last(pilotIds);
        var links = new ArrayList<Link>();
        for (var entry : entries) {
            var receipt = receipt(entry, last.getOrDefault(entry.pilotId(), Last.NONE));
            last.put(entry.pilotId(), new Last(receipt.sequence(), receipt.hash()));
            links.add(new Link(entry.pilotId(), receipt));
        }
        rows.insert(links);
        return links.stream().map(Link::receipt).toList();
    }

    private Receipt receipt(Entry entry, Last last) {
        var payload = mapper.createObjectNode()
                .put("pilotId", entry.pilotId())
                .put("sequence", last.sequence() + 1)
                .put("previous", last.hash())
                .put("kind", entry.kind())
                .put("address", entry.address())
                .put("by", entry.by())
                .put("issuer", issuer)
                .<ObjectNode>set("at", mapper.valueToTree(clock.instant()))
                .<ObjectNode>set("submission", mapper.valueToTree(entry.submission()));
        var jws = keys.sign(ReceiptKeys.RECEIPT, CanonicalJson.of(payload));
        return Receipt.of(last.sequence() + 1, last.hash(), jws);
    }

    /** A pilot's chain with a head that is signed now; an empty one where the pilot has no receipts. */
    public LedgerView view(String pilotId) {
        var chain = rows.chain(pilotId);
        var asOf = clock.instant();
        var head = mapper.createObjectNode()
                .put("pilotId", pilotId)
                .put("count", chain.size())
                .put("last", chain.isEmpty() ? null : ReceiptKeys.hash(chain.getLast()))
                .<ObjectNode>set("asOf", mapper.valueToTree(asOf));
        return new LedgerView(pilotId, asOf, chain.size(), keys.sign(ReceiptKeys.HEAD, CanonicalJson.of(head)), chain);
    }

    /**
     * A receipt with what it holds, for somebody to read.
     *
     * @param payload as this class describes it
     * @param good whether the signature is
     */
    public record Held(Receipt receipt, JsonNode payload, boolean good) {}

    /** The pilot's receipts before this one, newest first; {@code Long.MAX_VALUE} for the last ones. */
    public List<Held> latest(String pilotId, long before, int limit) {
        return rows.latest(pilotId, before, limit).stream().map(this::held).toList();
    }

    private Held held(String jws) {
        boolean good = true;
        try {
            keys.verified(ReceiptKeys.RECEIPT, jws);
        } catch (ReceiptKeys.NotSigned e) {
            good = false;
        }
        try {
            var payload = mapper.readTree(Base64.getUrlDecoder().decode(jws.split("\\.")[1]));
            var receipt = Receipt.of(
                    payload.path("sequence").asLong(), payload.path("previous").textValue(), jws);
            return new Held(receipt, payload, good);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A pilot's chain for an event that hands it on; read in the transaction of its last receipt. */
    public List<String> receipts(String pilotId) {
        return rows.chain(pilotId);
    }

    /**
     * Takes over the chain that another service began; {@link #add} goes on from its end. What is held already may be
     * taken again.
     *
     * @throws Broken where it is no whole chain of this pilot, or another than the one held
     */
    @Transactional(TxType.MANDATORY)
    public void take(String pilotId, List<String> receipts) {
        if (receipts.isEmpty()) {
            return;
        }
        var taken = whole(pilotId, receipts);
        rows.lock(new TreeSet<>(Set.of(pilotId)));
        var held = rows.chain(pilotId);
        for (int i = 0; i < Math.min(held.size(), receipts.size()); i++) {
            if (!held.get(i).equals(receipts.get(i))) {
                throw new Broken(pilotId, i + 1, "another one is held");
            }
        }
        if (held.size() < taken.size()) {
            rows.insert(taken.subList(held.size(), taken.size()).stream()
                    .map(receipt -> new Link(pilotId, receipt))
                    .toList());
        }
    }

    private List<Receipt> whole(String pilotId, List<String> receipts) {
        var chain = new ArrayList<Receipt>();
        String previous = null;
        for (var jws : receipts) {
            int sequence = chain.size() + 1;
            var payload = payload(pilotId, sequence, jws);
            if (!pilotId.equals(payload.path("pilotId").asText())) {
                throw new Broken(pilotId, sequence, "it is another pilot's");
            }
            if (payload.path("sequence").asLong() != sequence) {
                throw new Broken(pilotId, sequence, "it has the sequence " + payload.path("sequence"));
            }
            if (!Objects.equals(previous, payload.path("previous").textValue())) {
                throw new Broken(pilotId, sequence, "it does not follow from the one before");
            }
            var receipt = Receipt.of(sequence, previous, jws);
            chain.add(receipt);
            previous = receipt.hash();
        }
        return chain;
    }

    private JsonNode payload(String pilotId, int sequence, String jws) {
        try {
            return mapper.readTree(keys.verified(ReceiptKeys.RECEIPT, jws));
        } catch (ReceiptKeys.NotSigned | JsonProcessingException e) {
            throw new Broken(pilotId, sequence, e.getMessage());
        }
    }
}
