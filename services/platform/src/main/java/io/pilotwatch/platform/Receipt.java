package io.pilotwatch.platform;

import io.pilotwatch.contracts.Nullable;

/**
 * What a caller holds in hand for a submission that was accepted: signed, and chained to the pilot's receipt before.
 *
 * @param sequence 1, 2, 3 … for each pilot
 * @param previous the hash of the receipt before; null in the first
 * @param hash base64url SHA-256 of {@code jws}
 * @param jws compact JWS; {@link Ledger} says what it holds
 */
public record Receipt(long sequence, @Nullable String previous, String hash, String jws) {

    static Receipt of(long sequence, @Nullable String previous, String jws) {
        return new Receipt(sequence, previous, ReceiptKeys.hash(jws), jws);
    }
}
