package io.pilotwatch.local;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * The broker's certificate and the one that vouches for it, made once beside the data by the JDK's keytool. The key that
 * signed is thrown away: nobody can make another. Whoever deletes the folder gets all anew at the next start.
 *
 * @param folder where they are, for their owner alone
 */
record KafkaCertificates(Path folder) {

    private static final String DAYS = "3650";

    static KafkaCertificates of(Settings settings) {
        return new KafkaCertificates(settings.data().resolve("kafka-access"));
    }

    /** By what one knows the broker. */
    Path authority() {
        return folder.resolve("ca.pem");
    }

    /** Key and certificate of the broker, with which the operator comes in, too. */
    Path broker() {
        return folder.resolve("broker.pem");
    }

    void make() throws Exception {
        if (Files.exists(broker())) {
            return;
        }
        Path fresh = folder.resolveSibling(folder.getFileName() + ".new");
        Folders.delete(fresh);
        PrivateFiles.folder(fresh);
        Path store = fresh.resolve("store.p12");
        Path password = fresh.resolve("password");
        PrivateFiles.write(password, RandomText.next());
        keytool(store, password, "ca", "-dname", "CN=Pilotwatch demonstration", "-ext", "bc:c=ca:true");
        keytool(
                store,
                password,
                "broker",
                "-signer",
                "ca",
                "-dname",
                "CN=broker",
                "-ext",
                "san=ip:127.0.0.1,dns:localhost");
        export(store, Files.readString(password), fresh);
        Files.delete(store);
        Files.delete(password);
        Folders.delete(folder);
        Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void keytool(Path store, Path password, String alias, String... more) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-alias", alias));
        command.addAll(List.of("-keyalg", "EC", "-groupname", "secp256r1", "-validity", DAYS));
        command.addAll(List.of("-keystore", store.toString(), "-storetype", "PKCS12"));
        command.addAll(List.of("-storepass:file", password.toString()));
        command.addAll(List.of(more));
        Path log = store.resolveSibling("keytool.log");
        if (Programs.run(command, log) != 0) {
            throw new Trouble("keytool made no certificate for the broker: " + Files.readString(log));
        }
        Files.deleteIfExists(log);
    }

    private static void export(Path file, String password, Path folder) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, password.toCharArray());
        }
        Key key = store.getKey("broker", password.toCharArray());
        PrivateFiles.write(
                folder.resolve("ca.pem"),
                pem("CERTIFICATE", store.getCertificate("ca").getEncoded()));
        PrivateFiles.write(
                folder.resolve("broker.pem"),
                pem("PRIVATE KEY", key.getEncoded())
                        + pem("CERTIFICATE", store.getCertificate("broker").getEncoded()));
    }

    private static String pem(String what, byte[] bytes) {
        return "-----BEGIN " + what + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes) + "\n-----END " + what + "-----\n";
    }
}
