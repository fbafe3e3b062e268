package io.pilotwatch.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The private key with which this platform signs receipts: made once, kept beside the data, for its owner alone. */
final class ReceiptKey {

    private ReceiptKey() {}

    /** Where it is; several services may ask at once. */
    static synchronized Path of(Settings settings) throws IOException {
        Path file = settings.receiptKey();
        if (!Files.exists(file)) {
            Files.createDirectories(file.getParent());
            PrivateFiles.write(file, pem());
        }
        return file;
    }

    private static String pem() {
        try {
            byte[] key = KeyPairGenerator.getInstance("Ed25519")
                    .generateKeyPair()
                    .getPrivate()
                    .getEncoded();
            return "-----BEGIN PRIVATE KEY-----\n" + Base64.getEncoder().encodeToString(key)
                    + "\n-----END PRIVATE KEY-----\n";
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
