package io.pilotwatch.platform;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.NamedParameterSpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/**
 * The Ed25519 key with which receipts and the audit log's checkpoints are signed, and the public keys of which a signature is believed: its own and those
 * that came before. A key's name (kid) is its thumbprint (RFC 7638), so nobody has to keep names apart.
 */
public final class ReceiptKeys {

    /** Type of the JWS of a receipt. */
    static final String RECEIPT = "pilotwatch.receipt";

    /** Type of the JWS of a ledger's head: without types, one could be passed off as the other. */
    static final String HEAD = "pilotwatch.ledger-head";

    /** Type of the JWS of a checkpoint of the audit log. */
    public static final String CHECKPOINT = "pilotwatch.audit-checkpoint";

    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

    /** A signature that is none of ours, or none at all; the message says why. */
    public static final class NotSigned extends Exception {
        NotSigned(String why) {
            super(why);
        }
    }

    private final PrivateKey signing;
    private final String kid;
    private final Map<String, PublicJsonWebKey> believed = new LinkedHashMap<>();

    /** Signs with {@code own}, and believes {@code former} too. */
    ReceiptKeys(KeyPair own, List<? extends PublicKey> former) {
        this.signing = own.getPrivate();
        Stream.concat(Stream.of(own.getPublic()), former.stream())
                .map(ReceiptKeys::named)
                .forEach(key -> believed.putIfAbsent(key.getKeyId(), key));
        this.kid = believed.keySet().iterator().next();
    }

    private static PublicJsonWebKey named(PublicKey key) {
        try {
            var jwk = PublicJsonWebKey.Factory.newPublicJwk(key);
            jwk.setKeyId(jwk.calculateBase64urlEncodedThumbprint("SHA-256"));
            jwk.setUse("sig");
            jwk.setAlgorithm(AlgorithmIdentifiers.EDDSA);
            return jwk;
        } catch (JoseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The believed keys as a JWKS, public parts only. */
    public String jwks() {
        return new JsonWebKeySet(List.copyOf(believed.values())).toJson();
    }

    /** The compact JWS of {@code payload}. */
    public String sign(String type, String payload) {
        try {
            var jws = new JsonWebSignature();
            jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.EDDSA);
            jws.setKeyIdHeaderValue(kid);
            jws.setHeader("typ", type);
            jws.setPayload(payload);
            jws.setKey(signing);
            return jws.getCompactSerialization();
        } catch (JoseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What a compact JWS of this type holds, once its signature is found good. */
    public String verified(String type, String compact) throws NotSigned {
        for (var part : compact.split("\\.", -1)) {
            requireStrict(part);
        }
        try {
            var jws = new JsonWebSignature();
            jws.setAlgorithmConstraints(new AlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.EDDSA));
            jws.setCompactSerialization(compact);
            var key = believed.get(String.valueOf(jws.getKeyIdHeaderValue()));
            if (key == null) {
                throw new NotSigned("signed with a key that is not known here: " + jws.getKeyIdHeaderValue());
            }
            jws.setKey(key.getPublicKey());
            if (!type.equals(jws.getHeader("typ")) || !jws.verifySignature()) {
                throw new NotSigned("the signature is not good for a " + type);
            }
            return jws.getPayload();
        } catch (JoseException e) {
            throw new NotSigned(e.getMessage());
        }
    }

    /** The library passes over foreign characters and spare bits, by which one receipt would have many texts. */
    private static void requireStrict(String part) throws NotSigned {
        try {
            if (part.equals(BASE64URL.encodeToString(Base64.getUrlDecoder().decode(part)))) {
                return;
            }
        } catch (IllegalArgumentException e) {
            throw new NotSigned("not base64url: " + e.getMessage());
        }
        throw new NotSigned("not base64url as RFC 7515 has it");
    }

    /** Whether this is a key of the one kind in use. */
    static boolean isEd25519(Object key) {
        return key instanceof EdECPublicKey edwards
                && edwards.getParams().getName().equals(NamedParameterSpec.ED25519.getName());
    }

    /** How a receipt is named by the one after it. */
    static String hash(String jws) {
        return BASE64URL.encodeToString(Sha256.of(jws.getBytes(StandardCharsets.US_ASCII)));
    }
}
