package io.pilotwatch.compliancealert.delivery;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.platform.Secrets;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Base64;

/** Signatures of Standard Webhooks 1.0, and the secrets that make them. */
public final class Signing {

    private static final String ED25519 = "Ed25519";
    private static final int KEY_BYTES = 32;

    /** How a webhook is signed: with a secret that both sides have, or with a key of which the receiver has the public half. */
    public enum Kind {
        HMAC,
        ED25519
    }

    /**
     * What is signed with.
     *
     * @param secret {@code whsec_…}, or {@code whsk_…}, which is the private key and never leaves this service
     * @param publicKey {@code whpk_…}; null for HMAC
     */
    record Secret(Kind kind, String secret, @Nullable String publicKey) {

        @Override
        public String toString() {
            return "Secret[" + kind + "]";
        }
    }

    private Signing() {}

    /** A new one that nobody can guess. */
    static Secret fresh(Kind kind, Secrets secrets) {
        return switch (kind) {
            case HMAC ->
                new Secret(kind, "whsec_" + base64(Base64.getUrlDecoder().decode(secrets.token())), null);
            case ED25519 -> of(secrets.ed25519());
        };
    }

    private static Secret of(KeyPair pair) {
        var seed = ((EdECPrivateKey) pair.getPrivate()).getBytes().orElseThrow();
        // X.509 ends with the key itself.
        var x509 = pair.getPublic().getEncoded();
        var key = Arrays.copyOfRange(x509, x509.length - KEY_BYTES, x509.length);
        return new Secret(Kind.ED25519, "whsk_" + base64(seed), "whpk_" + base64(key));
    }

    /** One signature of the header {@code webhook-signature}. */
    static String sign(Secret secret, String id, long timestamp, String body) {
        try {
            return switch (secret.kind()) {
                case HMAC -> new Webhook(secret.secret()).sign(id, timestamp, body);
                case ED25519 -> "v1a," + base64(ed25519(secret, id + "." + timestamp + "." + body));
            };
        } catch (WebhookSigningException | EmptyWebhookSecretException | GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] ed25519(Secret secret, String content) throws GeneralSecurityException {
        var seed = Base64.getDecoder().decode(secret.secret().substring("whsk_".length()));
        var signature = Signature.getInstance(ED25519);
        signature.initSign(KeyFactory.getInstance(ED25519)
                .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed)));
        signature.update(content.getBytes(StandardCharsets.UTF_8));
        return signature.sign();
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
