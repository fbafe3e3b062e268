package io.pilotwatch.platform.pages;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pilotwatch.platform.testing.PageForm;
import io.pilotwatch.platform.testing.Tokens;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Forms that no page of ours sends: of very many fields, with endless names, with parts that are none. */
@QuarkusTest
class HostileFormsIT {

    private static final int MANY = 100_000;
    private static final Path UPLOADS = Path.of("target/uploads");
    private static final String ENDLESS = "n".repeat(1_000_000);

    @TestHTTPResource("/platform/try/")
    URI pages;

    private final String name = UUID.randomUUID().toString();

    static Stream<Arguments> fields() {
        return Stream.of(
                Arguments.of("very many fields", "a=1&".repeat(MANY)),
                Arguments.of("very many names", many("a%d=1&")),
                Arguments.of("very many fields without a value", "a&".repeat(MANY)),
                Arguments.of("an endless name", ENDLESS + "=1"),
                Arguments.of("an endless name and nothing else", ENDLESS),
                Arguments.of("an endless value", "note=" + ENDLESS),
                Arguments.of("an endless value in hexadecimal", "note=" + "%61".repeat(300_000)),
                Arguments.of("a name that nothing can be made of", "%zz=1"),
                Arguments.of("a value that nothing can be made of", "note=%"),
                Arguments.of("a value that is no text", "note=%ff%fe%00"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("fields")
    void aFormThatNoPageSendsIsRefused(String sentence, String fields) throws Exception {
        refused("", "application/x-www-form-urlencoded", own() + "&percent=40&due=2023-06-30&" + fields);
    }

    static Stream<Arguments> parts() {
        return Stream.of(
                Arguments.of("very many fields", part("name=\"a\"", "1").repeat(5_000)),
                Arguments.of(
                        "very many files",
                        part("name=\"file\"; filename=\"a\"", "1").repeat(2_000)),
                Arguments.of("an endless name", part("name=\"" + ENDLESS + "\"", "1")),
                Arguments.of("an endless head", part("name=\"a\"\r\nX-Endless: " + ENDLESS, "1")),
                Arguments.of("very many heads", part("name=\"a\"" + "\r\nX: 1".repeat(MANY), "1")),
                Arguments.of("an endless value", part("name=\"a\"", ENDLESS)),
                Arguments.of("a part without a name", part("x=\"a\"", "1")),
                Arguments.of("a part without a head", "--b\r\n\r\n1\r\n"),
                Arguments.of("a head without an end", "--b\r\nContent-Disposition: form-data; name=\"a\""),
                Arguments.of("a name without an end", part("name=\"a", "1")),
                Arguments.of(
                        "a form within the form",
                        "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n"
                                + "Content-Type: multipart/mixed; boundary=c\r\n\r\n"
                                + "--c\r\n\r\n1\r\n".repeat(5_000) + "--c--\r\n"),
                Arguments.of("no part at all", "--b--\r\n"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("parts")
    void aFormOfPartsThatNoPageSendsIsRefusedAndLeavesNoFile(String sentence, String parts) throws Exception {
        refused("/file", "multipart/form-data; boundary=b", part("name=\"form-token\"", token()) + parts + "--b--\r\n");

        // Deleted once the answer is out.
        await().until(() -> uploads() == 0);
    }

    /** With a clear 4xx, as a page, and nothing was done. */
    private void refused(String to, String type, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(pages.resolve(name + to))
                .timeout(Duration.ofMinutes(1))
                .header("Authorization", "Bearer " + Tokens.of("office"))
                .header("Accept", "text/html")
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body));
        try (var http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            var answer = http.send(request.build(), BodyHandlers.ofString());
            assertEquals(4, answer.statusCode() / 100, () -> answer.statusCode() + " " + answer.body());
            assertTrue(
                    answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html"),
                    () -> answer.headers().toString());
        }
        assertTrue(TryPages.DONE.keySet().stream().noneMatch(done -> done.startsWith(name)));
    }

    private String own() {
        return "form-key=" + UUID.randomUUID() + "&form-token=" + token();
    }

    private String token() {
        return PageForm.open("office", "/platform/try/" + name).value("form-token");
    }

    private static String many(String field) {
        var all = new StringBuilder();
        for (int i = 0; i < MANY; i++) {
            all.append(field.formatted(i));
        }
        return all.toString();
    }

    private static String part(String what, String value) {
        return "--b\r\nContent-Disposition: form-data; " + what + "\r\n\r\n" + value + "\r\n";
    }

    private static long uploads() throws IOException {
        if (!Files.exists(UPLOADS)) {
            return 0;
        }
        try (var files = Files.list(UPLOADS)) {
            return files.count();
        }
    }
}
