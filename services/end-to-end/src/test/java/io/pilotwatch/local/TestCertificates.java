package io.pilotwatch.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** An authority and a certificate that it gave to 127.0.0.1, made by the JDK's own keytool. */
record TestCertificates(Path folder) {

    private static final String SECRET = "changeit";

    static TestCertificates made(Path folder) throws IOException, InterruptedException, GeneralSecurityException {
        Folders.delete(folder);
        var made = new TestCertificates(Files.createDirectories(folder));
        made.pair("ca", "-ext", "bc:c");
        made.keytool(
                "ca",
                "-exportcert",
                "-rfc",
                "-alias",
                "ca",
                "-file",
                made.authority().toString());
        made.pair("server");
        var request = folder.resolve("request").toString();
        made.keytool("server", "-certreq", "-alias", "server", "-file", request);
        made.keytool(
                "ca",
                "-gencert",
                "-rfc",
                "-alias",
                "ca",
                "-infile",
                request,
                "-outfile",
                made.certificate().toString(),
                "-ext",
                "san=ip:127.0.0.1");
        var store = KeyStore.getInstance(folder.resolve("server.p12").toFile(), SECRET.toCharArray());
        var key = Base64.getMimeEncoder()
                .encodeToString(store.getKey("server", SECRET.toCharArray()).getEncoded());
        Files.writeString(made.key(), "-----BEGIN PRIVATE KEY-----\n" + key + "\n-----END PRIVATE KEY-----\n");
        Files.setPosixFilePermissions(made.key(), PosixFilePermissions.fromString("rw-------"));
        return made;
    }

    Path authority() {
        return folder.resolve("ca.pem");
    }

    Path certificate() {
        return folder.resolve("server.pem");
    }

    Path key() {
        return folder.resolve("server.key");
    }

    private void pair(String alias, String... more) throws IOException, InterruptedException {
        var arguments =
                new ArrayList<>(List.of("-genkeypair", "-alias", alias, "-keyalg", "EC", "-groupname", "secp256r1"));
        arguments.addAll(List.of("-dname", "CN=" + alias, "-validity", "2"));
        arguments.addAll(List.of(more));
        keytool(alias, arguments.toArray(String[]::new));
    }

    private void keytool(String store, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of(
                "-storetype",
                "PKCS12",
                "-storepass",
                SECRET,
                "-keystore",
                folder.resolve(store + ".p12").toString()));
        var log = folder.resolve("keytool.log").toFile();
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException(command + ": " + Files.readString(log.toPath()));
        }
    }
}
