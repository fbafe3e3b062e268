package io.pilotwatch.milestone;

import io.pilotwatch.platform.testing.Tokens;
import io.restassured.RestAssured;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** A form with files, written out byte by byte as a browser would, or as one should not. */
final class Form {

    private static final String BOUNDARY = "----pilotwatch";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    /** With a kind and a level. */
    static Form usual() {
        return new Form().field("kind", "test-report").field("level", "DECLARED");
    }

    Form field(String name, String value) {
        return part("name=\"" + name + "\"", value.getBytes(StandardCharsets.UTF_8));
    }

    Form file(String fileName, byte[] content) {
        return file("file", fileName, content);
    }

    Form file(String name, String fileName, byte[] content) {
        return part(
                "name=\"" + name + "\"; filename=\"" + fileName + "\"\r\nContent-Type: application/octet-stream",
                content);
    }

    private Form part(String disposition, byte[] content) {
        write(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        write(content);
        write("\r\n".getBytes(StandardCharsets.UTF_8));
        return this;
    }

    private void write(byte[] bytes) {
        body.writeBytes(bytes);
    }

    /** The whole. */
    byte[] closed() {
        var whole = new ByteArrayOutputStream();
        whole.writeBytes(body.toByteArray());
        whole.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return whole.toByteArray();
    }

    HttpResponse<String> post(String user, TestPilot pilot) {
        return post(user, pilot, UUID.randomUUID().toString());
    }

    HttpResponse<String> post(String user, TestPilot pilot, String key) {
        return post(user, pilot, key, closed());
    }

    /** Sends these bytes as a form. */
    static HttpResponse<String> post(String user, TestPilot pilot, String key, byte[] bytes) {
        var request = HttpRequest.newBuilder(address(pilot))
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .header("Idempotency-Key", key)
                .header("Accept-Language", "en")
                .POST(HttpRequest.BodyPublishers.ofByteArray(bytes));
        if (!user.equals("nobody")) {
            request.header("Authorization", "Bearer " + Tokens.of(user));
        }
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static URI address(TestPilot pilot) {
        return URI.create("http://localhost:" + RestAssured.port + pilot.path() + "/evidence");
    }
}
