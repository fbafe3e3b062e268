package io.pilotwatch.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No secret stands in what is shipped, but for those of the demonstration, with which no service starts elsewhere. */
class SourceSecretsTest {

    private static final Path ROOT =
            Path.of("").toAbsolutePath().resolve("../..").normalize();

    /** Where each of the demonstration's stands. Whoever adds one sees to it that KnownSecrets refuses it elsewhere. */
    private static final Set<String> DEMONSTRATION = Set.of(
            "services/platform/src/main/resources/META-INF/microprofile-config.properties: pilotwatch-demonstration",
            "deploy/local/src/main/java/io/pilotwatch/local/Tokens.java: pilotwatch",
            "deploy/keycloak/pilotwatch-realm.json: ${PILOTWATCH_USERS_PASSWORD:pilotwatch}");

    /** The name of a file or of another setting, not a secret. */
    private static final Set<String> NAMES =
            Set.of("deploy/local/src/main/java/io/pilotwatch/local/SecretFiles.java: pilotwatch.kafka.password");

    private static final String WORD = "(?i:password|passwd|secret|api[_.-]?key|private[_.-]?key)";

    private static final List<Pattern> SECRETS = List.of(
            // A constant, or a setting that a program makes.
            Pattern.compile(WORD + "\\w*\\s*=\\s*\"([^\"$ ]{8,})\""),
            Pattern.compile(WORD + "\",\\s*\"([^\"$ ]{8,})\"\\)"),
            // A line of properties, YAML or JSON; existingSecret, ownerSecret and tlsSecret name one.
            Pattern.compile("(?m)^[\\s\"-]*(?!existingSecret|ownerSecret|tlsSecret)[\\w.-]*" + WORD
                    + "\"?[ \t]*[=:][ \t]*[\"']?([A-Za-z0-9+/_=.-]{8,})"),
            Pattern.compile("\"type\"\\s*:\\s*\"password\",\\s*\"value\"\\s*:\\s*\"([^\"]+)\""),
            // What is recognised by itself.
            Pattern.compile("\\b((?:whsec_|whsk_|ghp_|AKIA|xox[bp]-)[A-Za-z0-9+/]{12,})"),
            Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY-----(?:\\\\n|\\s)*([A-Za-z0-9+/]{16,})"),
            // An address with a password in it.
            Pattern.compile("jdbc:[^\\s\"]*[?&]password=([^\\s\"&]+)"),
            Pattern.compile("[a-z]+://[^/\\s:\"{$@]+:([^/\\s\"{$@]+)@"));

    @Test
    void noSecretIsShippedBesideTheDemonstrations() throws IOException {
        var found = new TreeSet<String>();
        for (var file : shipped()) {
            for (var secret : secrets(Files.readString(file))) {
                found.add(ROOT.relativize(file) + ": " + secret);
            }
        }
        found.removeAll(NAMES);
        assertEquals(new TreeSet<>(DEMONSTRATION), found);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "static final String PASSWORD = \"s3cr3t-s3cr3t\";",
                "properties.setProperty(\"password\", \"s3cr3t-s3cr3t\")",
                "quarkus.datasource.password=s3cr3t-s3cr3t",
                "  clientSecret: s3cr3t-s3cr3t",
                "\"secret\": \"s3cr3t-s3cr3t\"",
                "whsec_c2VjcmV0c2VjcmV0",
                "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIE",
                "jdbc:postgresql://host/intake?user=intake&password=s3cr3t",
                "https://somebody:s3cr3t@example.org"
            })
    void aSecretIsRecognised(String line) {
        assertEquals(1, secrets(line).size(), line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "quarkus.datasource.password=${pilotwatch.database}",
                "  existingSecret: pilotwatch-receipts",
                "private final SecretRows secrets;",
                "new Secret(kind, secret, publicKey)"
            })
    void whatOnlySpeaksOfOneIsNot(String line) {
        assertEquals(List.of(), secrets(line));
    }

    private static List<String> secrets(String text) {
        return SECRETS.stream()
                .flatMap(pattern -> pattern.matcher(text).results())
                .map(found -> found.group(1))
                .distinct()
                .toList();
    }

    private static List<Path> shipped() throws IOException {
        var found = new ArrayList<Path>();
        for (var folder : List.of("services", "deploy", "charts")) {
            Files.walkFileTree(ROOT.resolve(folder), new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    return Set.of("target", "test", "node_modules", ".data", "fonts", "pages")
                                            .contains(folder.getFileName().toString())
                                    && !folder.toString().contains("/java/")
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    var name = file.getFileName().toString();
                    if (name.matches(".*\\.(java|properties|ya?ml|json|tpl|sql|html|js|sh)|[A-Za-z]+")) {
                        found.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        }
        return found;
    }
}
