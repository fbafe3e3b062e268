package io.pilotwatch.compliancealert.delivery;

import io.pilotwatch.compliancealert.delivery.core.SubscriptionRefusal;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.platform.Problem;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.security.Key;
import java.util.Map;
import java.util.Optional;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
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

    /** As it is kept: the three members that make it. */
    String checked() {
        try {
            var key = JsonWebKey.Factory.newJwk(Map.of("kty", kty, "crv", crv, "x", x));
            if (key instanceof OctetKeyPairJsonWebKey okp
                    && "Ed25519".equals(okp.getSubtype())
                    && key.getKey() != null) {
                return key.toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
            }
        } catch (JoseException | IllegalArgumentException e) {
            throw Problem.of(SubscriptionRefusal.RECEIPT_KEY_UNUSABLE);
        }
        throw Problem.of(SubscriptionRefusal.RECEIPT_KEY_UNUSABLE);
    }

    static ReceiptKey read(String kept) {
        var key = (OctetKeyPairJsonWebKey) jwk(kept);
        var members = key.toParams(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
        return new ReceiptKey("OKP", "Ed25519", (String) members.get("x"), null, null, null);
    }

    /** What a compact JWS (EdDSA) holds, where it is signed with the kept key. */
    static Optional<String> verified(String kept, String compact) {
        try {
            var jws = new JsonWebSignature();
            jws.setAlgorithmConstraints(new AlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.EDDSA));
            jws.setCompactSerialization(compact);
            Key key = jwk(kept).getKey();
            jws.setKey(key);
            return jws.verifySignature() ? Optional.of(jws.getPayload()) : Optional.empty();
        } catch (JoseException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static JsonWebKey jwk(String kept) {
        try {
            return JsonWebKey.Factory.newJwk(kept);
        } catch (JoseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
