package io.pilotwatch.compliancealert.delivery;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signatures as the chat programs want them; each takes one that is at most an hour old. */
final class RobotSigning {

    private static final String HMAC = "HmacSHA256";

    private RobotSigning() {}

    /** 钉钉: parameters of the address, in milliseconds; the secret signs the time and itself. */
    static String dingTalk(String secret, Instant now) {
        var timestamp = now.toEpochMilli();
        var sign = hmac(secret, timestamp + "\n" + secret);
        return "timestamp=" + timestamp + "&sign=" + URLEncoder.encode(sign, StandardCharsets.UTF_8);
    }

    /** 飞书: fields of the body, in seconds; the time and the secret sign nothing. */
    static Map<String, String> feishu(String secret, Instant now) {
        var timestamp = Long.toString(now.getEpochSecond());
        return Map.of("timestamp", timestamp, "sign", hmac(timestamp + "\n" + secret, ""));
    }

    private static String hmac(String key, String text) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), HMAC));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
