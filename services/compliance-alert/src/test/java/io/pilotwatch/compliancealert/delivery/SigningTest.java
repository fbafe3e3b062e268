package io.pilotwatch.compliancealert.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pilotwatch.compliancealert.delivery.Signing.Kind;
import io.pilotwatch.compliancealert.delivery.Signing.Secret;
import io.pilotwatch.platform.Secrets;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class SigningTest {

    /** The example that the Standard Webhooks libraries are tested with. */
    @Test
    void the_signature_is_the_standards_own() {
        var secret = new Secret(Kind.HMAC, "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", null);
        assertEquals(
                "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
                Signing.sign(secret, "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, "{\"test\": 2432232314}"));
    }

    @Test
    void a_key_signs_what_its_public_half_verifies() throws GeneralSecurityException {
        var key = Signing.fresh(Kind.ED25519, new Secrets());
        var signature = Signing.sign(key, "id", 7, "{}");
        assertTrue(verifies(key.publicKey(), signature, "id.7.{}"));
        assertFalse(verifies(key.publicKey(), signature, "id.8.{}"));
    }

    @Test
    void a_secret_is_long_and_is_not_printed_by_accident() {
        var secret = Signing.fresh(Kind.HMAC, new Secrets());
        assertEquals(32, Base64.getDecoder().decode(secret.secret().substring("whsec_".length())).length);
        assertEquals("Secret[HMAC]", secret.toString());
    }

    /** With nothing but what Java brings, as a receiver would. */
    static boolean verifies(String publicKey, String signature, String content) throws GeneralSecurityException {
        var raw = HexFormat.of().formatHex(Base64.getDecoder().decode(publicKey.substring("whpk_".length())));
        var key = KeyFactory.getInstance("Ed25519")
                .generatePublic(new X509EncodedKeySpec(HexFormat.of().parseHex("302a300506032b6570032100" + raw)));
        var verifier = Signature.getInstance("Ed25519");
        verifier.initVerify(key);
        verifier.update(content.getBytes(StandardCharsets.UTF_8));
        return verifier.verify(Base64.getDecoder().decode(signature.substring("v1a,".length())));
    }
}
