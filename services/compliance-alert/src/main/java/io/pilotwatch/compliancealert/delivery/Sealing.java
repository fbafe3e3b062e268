package io.pilotwatch.compliancealert.delivery;

import io.pilotwatch.platform.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How what nobody else may read lies in the database: {@code sealed:<key>:<nonce and text>}, by AES-256-GCM, bound to its
 * subscription so that it opens in no other row. A key is named by the beginning of its hash, so nobody has to keep names
 * apart. Former keys open what they have sealed.
 */
@ApplicationScoped
class Sealing {

    private static final String SEALED = "sealed:";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int NAME_BYTES = 4;

    private final Map<String, SecretKey> keys = new LinkedHashMap<>();
    private final Secrets secrets;
    private final String present;

    Sealing(
            @ConfigProperty(name = "pilotwatch.webhooks.key") Optional<String> key,
            @ConfigProperty(name = "pilotwatch.webhooks.former-keys") Optional<List<String>> former,
            Secrets secrets) {
        this.secrets = secrets;
        this.present = add(key.orElseThrow(() -> new Unusable("PILOTWATCH_WEBHOOKS_KEY is missing")));
        former.orElse(List.of()).forEach(this::add);
    }

    /** What is wrong with a key, in one sentence that does not quote it. */
    static final class Unusable extends RuntimeException {
        Unusable(String why) {
            super("Webhook secrets cannot be kept: " + why + "; openssl rand -base64 32 makes a key.");
        }
    }

    private String add(String base64) {
        byte[] key;
        try {
            key = Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException _) {
            throw new Unusable("a key of PILOTWATCH_WEBHOOKS_KEY or …_FORMER_KEYS is not base64");
        }
        if (key.length != KEY_BYTES) {
            throw new Unusable("a key of PILOTWATCH_WEBHOOKS_KEY or …_FORMER_KEYS has %d bytes instead of %d"
                    .formatted(key.length, KEY_BYTES));
        }
        var name = HexFormat.of().formatHex(Secrets.hash(base64.strip()), 0, NAME_BYTES);
        keys.put(name, new SecretKeySpec(key, "AES"));
        return name;
    }

    /** How all begins that is sealed by the present key. */
    String mark() {
        return SEALED + present + ":";
    }

    /** Whether it is as {@link #seal} would leave it now. */
    boolean isSealed(String stored) {
        return stored.startsWith(mark());
    }

    String seal(UUID subscriptionId, String text) {
        var nonce = secrets.bytes(NONCE_BYTES);
        var sealed = run(Cipher.ENCRYPT_MODE, present, subscriptionId, nonce, text.getBytes(StandardCharsets.UTF_8));
        var both = ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed);
        return mark() + Base64.getEncoder().encodeToString(both.array());
    }

    /** What was sealed; what never was is as it is. */
    String open(UUID subscriptionId, String stored) {
        if (!stored.startsWith(SEALED)) {
            return stored;
        }
        var parts = stored.split(":", 3);
        var both = Base64.getDecoder().decode(parts[2]);
        var nonce = Arrays.copyOf(both, NONCE_BYTES);
        var sealed = Arrays.copyOfRange(both, NONCE_BYTES, both.length);
        return new String(run(Cipher.DECRYPT_MODE, parts[1], subscriptionId, nonce, sealed), StandardCharsets.UTF_8);
    }

    private byte[] run(int mode, String key, UUID subscriptionId, byte[] nonce, byte[] bytes) {
        if (!keys.containsKey(key)) {
            throw new Unusable("something is sealed by a key that is not here, named " + key);
        }
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, keys.get(key), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(subscriptionId.toString().getBytes(StandardCharsets.US_ASCII));
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("sealed text of subscription " + subscriptionId + " does not open", e);
        }
    }
}
