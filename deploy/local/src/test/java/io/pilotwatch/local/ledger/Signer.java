package io.pilotwatch.local.ledger;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.erdtman.jcs.JsonCanonicalizer;

/** Signs chains as the services do, and whatever else it is told to, with nothing but what Java brings. */
record Signer(String kid, KeyPair pair) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

    static final String RECEIPT = "pilotwatch.receipt";
    static final String HEAD = "pilotwatch.ledger-head";
    static final String AS_OF = "2022-05-01T01:00:00Z";

    static Signer named(String kid) {
        try {
            return new Signer(kid, KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The last 32 bytes of the X.509 form. */
    byte[] publicBytes() {
        byte[] x509 = pair.getPublic().getEncoded();
        return Arrays.copyOfRange(x509, x509.length - 32, x509.length);
    }

    static String jwks(Signer... signers) {
        return json(Map.of(
                "keys",
                Arrays.stream(signers)
                        .map(signer -> Map.of(
                                "kty",
                                "OKP",
                                "crv",
                                "Ed25519",
                                "kid",
                                signer.kid(),
                                "x",
                                BASE64URL.encodeToString(signer.publicBytes())))
                        .toList()));
    }

    List<String> chain(String pilotId, int length) {
        List<String> chain = new ArrayList<>();
        for (int number = 1; number <= length; number++) {
            chain.add(receipt(receiptFields(pilotId, number, number == 1 ? null : hash(chain.getLast()))));
        }
        return chain;
    }

    static Map<String, Object> receiptFields(String pilotId, long sequence, String previous) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("pilotId", pilotId);
        fields.put("sequence", sequence);
        fields.put("previous", previous);
        fields.put("kind", "update");
        fields.put("address", "/milestone/api/v1/pilots/" + pilotId + "/milestones/M1/updates/" + sequence);
        fields.put("submission", Map.of("percent", sequence, "note", "接口已联调 " + sequence));
        fields.put("by", "team-028");
        fields.put("at", "2022-03-01T01:00:00Z");
        fields.put("issuer", "milestone");
        return fields;
    }

    String receipt(Map<String, Object> fields) {
        return sign(RECEIPT, canonical(fields));
    }

    String head(String pilotId, List<String> chain) {
        return head(pilotId, chain.size(), chain.isEmpty() ? null : hash(chain.getLast()), AS_OF);
    }

    String head(String pilotId, long count, String last, String asOf) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("pilotId", pilotId);
        fields.put("count", count);
        fields.put("last", last);
        fields.put("asOf", asOf);
        return sign(HEAD, canonical(fields));
    }

    Ledger ledger(String pilotId, List<String> chain) {
        return new Ledger(pilotId, AS_OF, chain.size(), head(pilotId, chain), chain);
    }

    String sign(String type, String payload) {
        return signAs(json(Map.of("alg", "EdDSA", "kid", kid, "typ", type)), payload);
    }

    /** With any header at all. */
    String signAs(String header, String payload) {
        try {
            String content = part(header) + "." + part(payload);
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(pair.getPrivate());
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + BASE64URL.encodeToString(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String part(String text) {
        return BASE64URL.encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    static String part(byte[] bytes) {
        return BASE64URL.encodeToString(bytes);
    }

    static String decoded(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }

    static String hash(String jws) {
        try {
            return part(MessageDigest.getInstance("SHA-256").digest(jws.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String canonical(Map<String, Object> fields) {
        try {
            return new JsonCanonicalizer(json(fields)).getEncodedString();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
