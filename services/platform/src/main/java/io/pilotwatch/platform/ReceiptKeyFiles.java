package io.pilotwatch.platform;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;

/**
 * Reads the signing key at start; without one, or with an unusable one, a service does not start: each signs its audit log, and
 * most give receipts.
 *
 * <p>The private key is PKCS#8 PEM, because that is what {@code openssl genpkey -algorithm ed25519} writes and what every
 * secret store takes; nobody has to bring a tool for JWKs. The public keys of former keys are a JWKS, because that is what
 * this service itself gave out while they were in use.
 */
@ApplicationScoped
class ReceiptKeyFiles {

    private static final String ED25519 = "Ed25519";

    @Produces
    @Singleton
    @Startup
    ReceiptKeys keys(
            @ConfigProperty(name = "pilotwatch.receipts.key") Optional<Path> key,
            @ConfigProperty(name = "pilotwatch.receipts.former-keys") Optional<Path> formerKeys) {
        try {
            return read(LaunchMode.current(), key, formerKeys);
        } catch (Unusable e) {
            // Whoever set it up reads what is wrong, and no stack trace.
            throw new ConfigurationException("Nothing can be signed: " + e.getMessage());
        }
    }

    /** What is wrong with the setting, in one sentence. */
    static final class Unusable extends Exception {
        Unusable(String why) {
            super(why);
        }
    }

    static ReceiptKeys read(LaunchMode mode, Optional<Path> key, Optional<Path> formerKeys) throws Unusable {
        if (key.isEmpty() && mode == LaunchMode.NORMAL) {
            throw new Unusable("pilotwatch.receipts.key is not set. It is the path of a private key, which"
                    + " openssl genpkey -algorithm ed25519 makes.");
        }
        var own = key.isEmpty() ? fresh(new SecureRandom()) : pair(key.get());
        return new ReceiptKeys(own, formerKeys.isEmpty() ? List.of() : publicKeys(formerKeys.get()));
    }

    private static KeyPair fresh(SecureRandom random) {
        try {
            var generator = KeyPairGenerator.getInstance(ED25519);
            generator.initialize(255, random);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static KeyPair pair(Path file) throws Unusable {
        try {
            var pem = Files.readString(file);
            var base64 = pem.replaceAll("-----(BEGIN|END) PRIVATE KEY-----", "").replaceAll("\\s", "");
            var key = KeyFactory.getInstance(ED25519)
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
            return withPublicKey(key);
        } catch (IOException e) {
            throw new Unusable("pilotwatch.receipts.key cannot be read: " + e);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new Unusable("pilotwatch.receipts.key, " + file + ", is no Ed25519 key in PKCS#8 PEM.");
        }
    }

    /** The file holds the seed alone; a generator whose only randomness is this seed makes the same pair again. */
    private static KeyPair withPublicKey(PrivateKey key) throws GeneralSecurityException {
        var seed = ((EdECPrivateKey) key).getBytes().orElseThrow();
        var pair = fresh(new SecureRandom() {
            @Override
            public void nextBytes(byte[] bytes) {
                System.arraycopy(seed, 0, bytes, 0, bytes.length);
            }
        });
        if (!Arrays.equals(pair.getPrivate().getEncoded(), key.getEncoded())) {
            throw new GeneralSecurityException("another key came of the seed");
        }
        return pair;
    }

    private static List<PublicKey> publicKeys(Path file) throws Unusable {
        try {
            var keys = new ArrayList<PublicKey>();
            for (var key : new JsonWebKeySet(Files.readString(file)).getJsonWebKeys()) {
                if (!(key instanceof PublicJsonWebKey known) || !ReceiptKeys.isEd25519(known.getPublicKey())) {
                    throw new Unusable("pilotwatch.receipts.former-keys, " + file + ", has a key that is not Ed25519.");
                }
                keys.add(known.getPublicKey());
            }
            return keys;
        } catch (IOException e) {
            throw new Unusable("pilotwatch.receipts.former-keys cannot be read: " + e);
        } catch (JoseException e) {
            throw new Unusable("pilotwatch.receipts.former-keys, " + file + ", is no JWKS.");
        }
    }
}
