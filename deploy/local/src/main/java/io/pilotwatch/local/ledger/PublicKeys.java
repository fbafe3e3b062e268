package io.pilotwatch.local.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pilotwatch.contracts.Text;
import java.io.IOException;
import java.security.PublicKey;
import java.security.interfaces.EdECPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.erdtman.jcs.JsonCanonicalizer;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/** The Ed25519 keys of a JWKS, by name, and what they signed. */
record PublicKeys(Map<String, PublicKey> byKid) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** One JWS is not good. */
    static final class NotGood extends Exception {
        private final transient Text why;

        NotGood(String zh, String en) {
            super(en);
            this.why = new Text(zh, en);
        }

        Text why() {
            return why;
        }
    }

    static PublicKeys read(String jwks) throws Unreadable {
        Map<String, PublicKey> keys = new HashMap<>();
        try {
            for (JsonWebKey key : new JsonWebKeySet(jwks).getJsonWebKeys()) {
                if (key.getKey() instanceof EdECPublicKey edwards
                        && edwards.getParams().getName().equals("Ed25519")
                        && key.getKeyId() != null) {
                    keys.put(key.getKeyId(), edwards);
                }
            }
        } catch (JoseException | RuntimeException _) {
            throw new Unreadable("The keys are no JWKS.");
        }
        if (keys.isEmpty()) {
            throw new Unreadable("The JWKS has no Ed25519 key with a kid.");
        }
        return new PublicKeys(keys);
    }

    /** The canonical JSON that one of these keys signed as a JWS of this type. */
    JsonNode open(String compact, String type) throws NotGood {
        for (String part : compact.split("\\.", -1)) {
            if (!strict(part)) {
                throw new NotGood("不是规范的 base64url 文本", "it is not written in strict base64url");
            }
        }
        return canonical(signed(compact, type));
    }

    /** Decoders pass over spare bits and foreign characters, by which the same JWS could be written in many ways. */
    private static boolean strict(String part) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(part);
            return part.equals(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private byte[] signed(String compact, String type) throws NotGood {
        try {
            JsonWebSignature jws = new JsonWebSignature();
            jws.setAlgorithmConstraints(new AlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.EDDSA));
            jws.setCompactSerialization(compact);
            PublicKey key = byKid.get(jws.getKeyIdHeaderValue());
            if (key == null) {
                throw new NotGood("公钥文件中没有签名所用的密钥", "it names a key that the JWKS does not have");
            }
            jws.setKey(key);
            if (!jws.verifySignature()) {
                throw new NotGood("签名无效", "its signature is not good");
            }
            if (!type.equals(jws.getHeader("typ"))) {
                throw new NotGood("不是 " + type, "it is no " + type);
            }
            return jws.getPayloadBytes();
        } catch (JoseException | RuntimeException _) {
            // The library throws either at a header that is not as it should be.
            throw new NotGood("不是用 EdDSA 签名的 JWS", "it is no JWS signed with EdDSA");
        }
    }

    /** The bytes that stand for this content alone. */
    static byte[] canonicalForm(JsonNode content) throws IOException {
        return new JsonCanonicalizer(JSON.writeValueAsBytes(content)).getEncodedUTF8();
    }

    private static JsonNode canonical(byte[] payload) throws NotGood {
        try {
            if (Arrays.equals(payload, new JsonCanonicalizer(payload).getEncodedUTF8())) {
                return JSON.readTree(payload);
            }
        } catch (IOException | RuntimeException _) {
            // Not even JSON: said below.
        }
        throw new NotGood("内容不是 RFC 8785 规范 JSON", "what it holds is not canonical JSON (RFC 8785)");
    }
}
