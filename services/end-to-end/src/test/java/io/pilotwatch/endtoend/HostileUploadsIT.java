package io.pilotwatch.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Bombs against the packaged services, each of which has 256 MB and ends at once where that does not suffice. */
@Order(2)
@ExtendWith(SharedPlatform.class)
class HostileUploadsIT {

    private static final String TEAM = "team-150";
    private static final String PILOT = "/milestone/api/v1/pilots/BP-150";
    private static final int MEGABYTE = 1024 * 1024;
    private static final int AT_ONCE = 3;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void bombsAreRefusedAndTheProcessLivesOn(RunningPlatform platform) throws Exception {
        var before = List.of(
                platform.process("milestone").pid(), platform.process("intake").pid());

        // One after the other: Keycloak lets nobody sign in twice at the same moment.
        platform.token(TEAM);
        platform.token("office");

        each("FILE_UNPACKS_TOO_FAR", () -> post(platform, TEAM, PILOT + "/evidence", form(document())));
        each("BODY_TOO_LARGE", () -> post(platform, TEAM, PILOT + "/milestones/m1/updates", json(endless())));
        each(
                "UNREADABLE_BODY",
                () -> post(platform, TEAM, PILOT + "/milestones/m1/updates", json(text("[".repeat(500_000)))));
        each(
                "UNREADABLE_BODY",
                () -> post(
                        platform,
                        TEAM,
                        PILOT + "/milestones/m1/updates",
                        json(text("{\"percent\":1e999999999,\"note\":\"" + "x".repeat(900_000) + "\"}"))));
        each("FILE_TOO_LARGE", () -> post(platform, "office", "/intake/api/v1/imports/pilots", csv(endless())));
        each(
                "FILE_NOT_CSV",
                () -> post(
                        platform,
                        "office",
                        "/intake/api/v1/imports/pilots",
                        csv(text(",".repeat(5_000_000) + "\na\n"))));
        // Of a form of very many parts, or with an endless name, no more is kept than it takes to refuse it.
        each(
                "HTTP_413",
                () -> post(platform, TEAM, PILOT + "/evidence", parts(part("a").repeat(150_000))));
        each("FILE_MISSING", () -> post(platform, TEAM, PILOT + "/evidence", parts(part("n".repeat(11 * MEGABYTE)))));
        each(
                "HTTP_413",
                () -> post(
                        platform,
                        TEAM,
                        PILOT + "/evidence",
                        parts(part("file\"; filename=\"a.txt").repeat(100_000))));
        // Nobody unpacks what a request says is packed.
        each(
                "415 or 400",
                () -> post(
                        platform,
                        TEAM,
                        PILOT + "/milestones/m1/updates",
                        new Sent("application/json", "gzip", packed())));

        assertEquals(200, platform.get(TEAM, PILOT + "/evidence").statusCode());
        assertEquals(
                before,
                List.of(
                        platform.process("milestone").pid(),
                        platform.process("intake").pid()));
        assertTrue(platform.process("milestone").isAlive()
                && platform.process("intake").isAlive());
    }

    /** A request's body. */
    private record Sent(String type, String encoding, BodyPublisher body) {}

    /** Several at the same time are answered with this code each. */
    private static void each(String code, Callable<HttpResponse<String>> attack) throws Exception {
        try (var attackers = Executors.newFixedThreadPool(AT_ONCE)) {
            for (Future<HttpResponse<String>> answer : attackers.invokeAll(Collections.nCopies(AT_ONCE, attack))) {
                var said = answer.get();
                assertTrue(said.statusCode() >= 400 && said.statusCode() < 500, code + ": " + said.statusCode());
                var given =
                        new ObjectMapper().readTree(said.body()).path("code").asText();
                assertTrue(code.contains(" ") || given.equals(code), code + ": " + said.body());
            }
        }
    }

    private HttpResponse<String> post(RunningPlatform platform, String user, String path, Sent sent) throws Exception {
        var request = HttpRequest.newBuilder(RunningPlatform.address(path))
                .timeout(Duration.ofMinutes(1))
                .header("Authorization", "Bearer " + platform.token(user))
                .header("Content-Type", sent.type())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(sent.body());
        if (!sent.encoding().isEmpty()) {
            request.header("Content-Encoding", sent.encoding());
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private static Sent json(BodyPublisher body) {
        return new Sent("application/json", "", body);
    }

    private static Sent csv(BodyPublisher body) {
        return new Sent("text/csv", "", body);
    }

    private static BodyPublisher text(String text) {
        return BodyPublishers.ofString(text);
    }

    /** Eleven megabytes of one line, of which nobody says beforehand how many they are. */
    private static BodyPublisher endless() {
        Supplier<InputStream> blanks = () -> new SequenceInputStream(Collections.enumeration(IntStream.range(0, 11)
                .mapToObj(i -> (InputStream)
                        new ByteArrayInputStream(" ".repeat(MEGABYTE).getBytes(StandardCharsets.US_ASCII)))
                .toList()));
        return BodyPublishers.ofInputStream(blanks);
    }

    private static BodyPublisher packed() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes)) {
            zeros(zip, 500);
        }
        return BodyPublishers.ofByteArray(bytes.toByteArray());
    }

    private static Sent form(byte[] file) {
        var body = new ByteArrayOutputStream();
        for (var field : List.of("kind\"\r\n\r\ntest-report", "level\"\r\n\r\nDECLARED")) {
            body.writeBytes(("--b\r\nContent-Disposition: form-data; name=\"" + field + "\r\n")
                    .getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.docx\"\r\n\r\n"
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes("\r\n--b--\r\n".getBytes(StandardCharsets.UTF_8));
        return new Sent("multipart/form-data; boundary=b", "", BodyPublishers.ofByteArray(body.toByteArray()));
    }

    private static Sent parts(String parts) {
        return new Sent("multipart/form-data; boundary=b", "", text(parts + "--b--\r\n"));
    }

    private static String part(String name) {
        return "--b\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n1\r\n";
    }

    private static byte[] document() {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            zeros(zip, 500);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void zeros(OutputStream out, int megabytes) throws IOException {
        var zeros = new byte[MEGABYTE];
        for (int i = 0; i < megabytes; i++) {
            out.write(zeros);
        }
    }
}
