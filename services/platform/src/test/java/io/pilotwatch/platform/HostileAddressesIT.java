package io.pilotwatch.platform;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses and headers that try to be taken for something else. */
@QuarkusTest
class HostileAddressesIT {

    private static final String KEYCLOAK = System.getenv().getOrDefault("PILOTWATCH_KEYCLOAK_PORT", "8180");

    private static final String ECHO = "/platform/api/v1/echo";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example/",
                "///evil.example/",
                "/\\evil.example/",
                "\\\\evil.example/",
                "/\t/evil.example/",
                "/\r\nSet-Cookie: a=b",
                "/%0d%0aSet-Cookie:%20a=b",
                "javascript:alert(1)",
                "data:text/html,x",
                "evil.example",
                "",
                " /",
            })
    void theLanguageSwitchLeadsToNowhereElse(String to) {
        var answer = given().redirects()
                .follow(false)
                .queryParam("lang", "en")
                .queryParam("to", to)
                .get("/platform/language");
        answer.then().statusCode(303).header("Set-Cookie", startsWith("lang=en"));
        var there = URI.create("http://localhost/").resolve(answer.header("Location"));
        assertEquals("localhost", there.getHost(), answer.header("Location"));
        assertEquals(1, answer.headers().getValues("Set-Cookie").size());
    }

    /** The address to come back to is made of the Host header, so the identity provider alone can know that it is ours. */
    @Test
    void whoeverIsSentToSignInUnderAnotherHostIsNotLetBackToThatHost() throws Exception {
        var sent = said("GET /platform/operations HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: evil.example\r\n"
                + "X-Forwarded-For: 198.51.100.9\r\nAccept: text/html\r\nConnection: close\r\n\r\n");
        assertTrue(sent.startsWith("HTTP/1.1 302"), sent);
        var provider = sent.lines()
                .filter(line -> line.toLowerCase().startsWith("location: "))
                .findFirst()
                .orElseThrow()
                .substring(10)
                // In this build nobody stands in front of it.
                .replaceFirst("http://localhost:\\d+/", "http://127.0.0.1:" + KEYCLOAK + "/");
        assertTrue(provider.contains("evil.example"), "what is tried: " + provider);
        try (var client = HttpClient.newHttpClient()) {
            var answer =
                    client.send(HttpRequest.newBuilder(URI.create(provider)).build(), BodyHandlers.ofString());
            assertEquals(400, answer.statusCode(), provider);
            assertTrue(answer.headers().firstValue("Location").isEmpty());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "two lengths            | Content-Length: 2~Content-Length: 3",
                "a list of lengths      | Content-Length: 2, 3",
                "a negative length      | Content-Length: -2",
                "a length in hex        | Content-Length: 0x2",
                "unknown framing        | Transfer-Encoding: nonsense",
                "framing beyond chunks  | Transfer-Encoding: chunked, identity",
                "a blank in the name    | Transfer-Encoding : chunked",
                "a line that is folded  | Content-Length: 2~ folded",
            })
    void aRequestWithTwoEndsIsNotTwoRequests(String what, String header) throws IOException {
        var said = said("POST " + ECHO + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                + header.replace("~", "\r\n") + "\r\n\r\n{}GET " + ECHO + "?limit=77 HTTP/1.1\r\nHost: x\r\n\r\n");
        assertFalse(said.contains("limit 77"), what + ": " + said);
    }

    @ParameterizedTest
    @CsvSource({"TRACE, 405", "TRACK, 405", "CONNECT, 400", "PROPFIND, 405", "get, 405"})
    void aMethodThatIsNotOursEchoesNothing(String method, int status) throws IOException {
        var said =
                said(method + " " + ECHO + " HTTP/1.1\r\nHost: x\r\nCookie: secret=7f3a\r\nConnection: close\r\n\r\n");
        assertFalse(said.contains("7f3a"), said);
        assertFalse(said.startsWith("HTTP/1.1 2"), said);
        assertTrue(status == 400 || said.startsWith("HTTP/1.1 405"), said);
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-HTTP-Method-Override", "X-Method-Override", "X-HTTP-Method", "_method"})
    void aMethodIsWhatItIs(String header) {
        given().header(header, "PUT")
                .queryParam("_method", "PUT")
                .get(ECHO)
                .then()
                .statusCode(200)
                .body("text", startsWith("limit"));
    }

    @Test
    void headersThatWeAnswerWithAreNotMadeOfWhatIsSent() throws IOException {
        for (var injected : List.of("en\r\nX-Injected: 1", "en%0d%0aX-Injected:%201", "en\u000bX-Injected: 1")) {
            var said = said("GET " + ECHO + " HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: 198.51.100.9\r\nAccept-Language: "
                    + injected + "\r\nConnection: close\r\n\r\n");
            var head = said.substring(0, said.indexOf("\r\n\r\n"));
            assertFalse(head.contains("X-Injected"), head);
        }
        given().cookie("lang", "en; Path=/; x=1").get(ECHO).then().header("Set-Cookie", is((String) null));
        given().header("Origin", "https://evil.example")
                .get(ECHO)
                .then()
                .header("Access-Control-Allow-Origin", not("https://evil.example"));
    }

    private static String said(String request) throws IOException {
        try (var socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(2_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            var all = new StringBuilder();
            try {
                for (int c = socket.getInputStream().read();
                        c >= 0;
                        c = socket.getInputStream().read()) {
                    all.append((char) c);
                }
            } catch (SocketException | SocketTimeoutException ended) {
                // What was said until then counts.
            }
            return all.toString();
        }
    }
}
