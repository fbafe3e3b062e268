package io.pilotwatch.platform;

import java.time.Instant;
import java.util.List;

/**
 * A pilot's whole chain of receipts, to be downloaded and verified offline with {@code deploy/local/verify-ledger}.
 *
 * @param count how many receipts there are
 * @param head compact JWS of the type {@value ReceiptKeys#HEAD} over the canonical JSON of {@code {"pilotId", "count",
 *     "last", "asOf"}}; {@code last} is the hash of the last receipt, null where there is none. Without it nobody would
 *     notice that the end of a chain is missing
 * @param receipts compact JWS each, in their sequence
 */
public record LedgerView(String pilotId, Instant asOf, long count, String head, List<String> receipts) {}
