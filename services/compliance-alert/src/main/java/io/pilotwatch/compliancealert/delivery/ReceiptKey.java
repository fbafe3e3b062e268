package io.pilotwatch.compliancealert.delivery;

import io.pilotwatch.compliancealert.delivery.core.SubscriptionRefusal;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.platform.Problem;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/**
 * The public key of whoever signs for what was delivered: a JWK (RFC 8037).
 *
 * @param kty {@code OKP}
 * @param crv {@code Ed25519}
 * @param x base64url of the 32 bytes
 * @param kid alg and use: may be there, and are not looked at
 */
public record ReceiptKey(
        @NotNull @Size(max = 10) String kty,
        @NotNull @Size(max = 10) String crv,
        @NotNull @Size(max = 100) String x,
        @Nullable @Size(max = 200) String kid,
        @Nullable @Size(max = 20) String alg,
        @Nullable @Size(max = 20) String use) {

    private static final int KEY_BYTES = 32;

    /** As it is kept: the three members that make it. */
    String checked() {
        if (!kty.equals("OKP") || !crv.equals("Ed25519") || !isKey(x)) {
            throw Problem.of(SubscriptionRefusal.RECEIPT_KEY_UNUSABLE);
        }
        return jwk(Map.of("kty", kty, "crv", crv, "x", x)).toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
    }

    private static boolean isKey(String x) {
        try {
            var bytes = Base64.getUrlDecoder().decode(x);
            return bytes.length == KEY_BYTES
                    && Base64.getUrlEncoder()
                            .withoutPadding()
                            .encodeToString(bytes)
                            .equals(x);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    static ReceiptKey read(String kept) {
        return new ReceiptKey("OKP", "Ed25519", (String) members(kept).get("x"), null, null, null);
    }

    /** What a compact JWS (EdDSA) holds, where it is signed with the kept key. */
    static Optional<String> verified(String kept, String compact) {
        try {
            var jws = new JsonWebSignature();
            jws.setAlgorithmConstraints(new AlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.EDDSA));
            jws.setCompactSerialization(compact);
            jws.setKey(jwk(members(kept)).getKey());
            return jws.verifySignature() ? Optional.of(jws.getPayload()) : Optional.empty();
        } catch (JoseException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static JsonWebKey jwk(Map<String, Object> members) {
        try {
            return JsonWebKey.Factory.newJwk(members);
        } catch (JoseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Map<String, Object> members(String kept) {
        try {
            return JsonUtil.parseJson(kept);
        } catch (JoseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
