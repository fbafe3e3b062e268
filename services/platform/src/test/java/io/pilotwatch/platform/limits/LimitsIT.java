package io.pilotwatch.platform.limits;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pilotwatch.platform.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What one caller may take of a service, with narrow limits; each test is another account, from another address. */
@QuarkusTest
@TestProfile(LimitsIT.Narrow.class)
class LimitsIT {

    private static final String PATIENCE = "/platform/api/v1/patience";
    private static final int MANY = 250;

    /** As narrow as a test can reach. */
    public static final class Narrow implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "pilotwatch.limits.address.per-second", "1",
                    "pilotwatch.limits.address.burst", "600",
                    "pilotwatch.limits.account.per-second", "1",
                    "pilotwatch.limits.account.burst", "12",
                    "pilotwatch.limits.at-once", "3",
                    "pilotwatch.limits.streams", "2",
                    "pilotwatch.limits.body.every", "1s",
                    "pilotwatch.limits.body.least", "1K",
                    "quarkus.http.idle-timeout", "10S");
        }
    }

    @ParameterizedTest
    @CsvSource({"zh-CN, 请求过于频繁", "en, too many requests"})
    void anAccountThatAsksTooFastIsToldWhenToComeBackAndNobodyElseIs(String language, String words) {
        var eager = language.equals("en") ? "team-031" : "team-032";
        var refused =
                untilRefused(() -> as(eager).header("Accept-Language", language).get(PATIENCE), 100);
        refused.then()
                .header("Content-Type", is("application/problem+json"))
                .header("Content-Language", is(language))
                .header("Retry-After", is("1"))
                .body("code", is("TOO_MANY_REQUESTS"))
                .body("type", is("urn:pilotwatch:problem:too-many-requests"))
                .body("status", is(429))
                .body("detail", containsString(words))
                .body("instance", is(PATIENCE));
        as("team-033").get(PATIENCE).then().statusCode(200);
        await().atMost(Duration.ofSeconds(10))
                .until(() -> as(eager).get(PATIENCE).statusCode() == 200);
    }

    @ParameterizedTest
    @CsvSource({
        "198.51.100.1, 198.51.100.1, 198.51.100.2",
        "2001:db8:0:1::1, 2001:db8:0:1:ffff::2, 2001:db8:0:2::1",
    })
    void anAddressThatAsksTooFastIsRefusedWhoeverItSaysItIs(String from, String same, String other) {
        var api = "/platform/api/v1/echo";
        untilRefused(() -> from(from).get(api), 2_000).then().body("code", is("TOO_MANY_REQUESTS"));
        from(same).header("Authorization", "Bearer nonsense").get(api).then().statusCode(429);
        from(same)
                .header("Accept", "text/html")
                .header("Accept-Language", "zh-CN")
                .get("/platform/operations")
                .then()
                .statusCode(429)
                .header("Retry-After", matchesPattern("[0-9]+"))
                .contentType("text/html")
                .body(containsString("请求过于频繁"));
        from(other).get(api).then().statusCode(200);
    }

    @Test
    void anAccountHasOnlySoMuchUnderWayAndTheOthersGetThrough() {
        as("team-034").get(PATIENCE).then().statusCode(200);
        as("team-035").get(PATIENCE).then().statusCode(200);
        var waiting = IntStream.range(0, 3)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> as("team-034").get(PATIENCE + "/gate").statusCode(),
                        each -> Thread.ofVirtual().start(each)))
                .toList();
        soon().until(() -> PatienceResource.WAITING.get() == 3);
        as("team-034").get(PATIENCE).then().statusCode(429).body("code", is("TOO_MANY_AT_ONCE"));
        as("team-035").get(PATIENCE).then().statusCode(200);
        PatienceResource.GATE.release(3);
        waiting.forEach(answer -> assertEquals(200, answer.join()));
        soon().until(() -> as("team-034").get(PATIENCE).statusCode() == 200);
    }

    @Test
    void anAccountHasOnlySoManyLiveStreamsThoughNobodyReadsThem() throws IOException {
        try (var two = stream()) {
            try (var one = stream()) {
                assertEquals("HTTP/1.1 200 OK", line(one));
                assertEquals("HTTP/1.1 200 OK", line(two));
                try (var three = stream()) {
                    assertTrue(line(three).startsWith("HTTP/1.1 429"));
                }
            }
            soon().pollInterval(Duration.ofSeconds(1)).until(LimitsIT::oneMoreStreamOpens);
        }
    }

    private static boolean oneMoreStreamOpens() throws IOException {
        try (var stream = stream()) {
            return line(stream).equals("HTTP/1.1 200 OK");
        }
    }

    private static Socket stream() {
        return sent(head("GET", "/stream", "viewer", "Accept: text/event-stream\r\n"));
    }

    private static String line(Socket socket) throws IOException {
        var line = new StringBuilder();
        for (int c = socket.getInputStream().read();
                c >= 0 && c != '\r';
                c = socket.getInputStream().read()) {
            line.append((char) c);
        }
        return line.toString();
    }

    @Test
    void hundredsOfConnectionsThatSayNothingOrHalfOfItKeepNobodyWaitingAndAreEnded() throws IOException {
        var silent = new ArrayList<Socket>();
        for (int i = 0; i < MANY; i++) {
            silent.add(sent(i % 2 == 0 ? "" : "GET / HTTP/1.1\r\nHost: x\r\nX-Slow: "));
        }
        as("team-036").get(PATIENCE).then().statusCode(200);
        allEnd(silent);
    }

    @Test
    void hundredsOfBodiesThatTrickleKeepNobodyWaitingAndAreEnded() throws IOException {
        var slow = new ArrayList<Socket>();
        for (int i = 0; i < MANY; i++) {
            slow.add(sent(
                    head("POST", "/bodies", "team-037", "Content-Type: text/plain\r\nContent-Length: 100000\r\n")));
        }
        as("team-038").get(PATIENCE).then().statusCode(200);
        // A byte now and then: never idle, and never done.
        soon().pollInterval(Duration.ofMillis(200))
                .until(() -> slow.stream().filter(LimitsIT::takesAByte).count() == 0);
        as("team-038")
                .body("whole")
                .contentType("text/plain")
                .post(PATIENCE + "/bodies")
                .then()
                .statusCode(200);
        allEnd(slow);
    }

    /** A small one lies with us as a whole, of a large one there is more than we take in. */
    @ParameterizedTest
    @CsvSource({"5, team-041", "5000000, team-042"})
    void aBodyThatWaitsForUsIsNotASlowOne(int length, String user) throws Exception {
        var answer = CompletableFuture.supplyAsync(
                () -> as(user).body(new byte[length])
                        .contentType("application/octet-stream")
                        .post(PATIENCE + "/late")
                        .asString(),
                each -> Thread.ofVirtual().start(each));
        soon().until(() -> PatienceResource.WAITING.get() == 1);
        // Three times as long as a slow one is given.
        await().during(Duration.ofSeconds(3)).until(() -> !answer.isDone());
        PatienceResource.GATE.release();
        assertEquals(Integer.toString(length), answer.get());
    }

    @Test
    void whoeverDoesNotReadItsAnswerIsEndedAndItsThreadIsFree() throws IOException {
        var deaf = Stream.of(1, 2, 3)
                .map(i -> sent(head("GET", "/large", "team-039", "")))
                .toList();
        soon().until(() -> PatienceResource.WRITING.get() == 3);
        as("team-040").get(PATIENCE).then().statusCode(200);
        soon().until(() -> PatienceResource.WRITING.get() == 0);
        soon().until(() -> as("team-039").get(PATIENCE).statusCode() == 200);
        for (var socket : deaf) {
            socket.close();
        }
    }

    private static Response untilRefused(Supplier<Response> ask, int most) {
        for (int i = 0; i < most; i++) {
            var answer = ask.get();
            if (answer.statusCode() == 429) {
                return answer;
            }
            assertEquals(200, answer.statusCode());
        }
        throw new AssertionError("never refused");
    }

    private static RequestSpecification as(String user) {
        return from("192.0.2." + (user.hashCode() & 0xff)).header("Authorization", "Bearer " + Tokens.of(user));
    }

    /** As the proxy in front tells it. */
    private static RequestSpecification from(String address) {
        return given().header("X-Forwarded-For", address.contains(":") ? "[" + address + "]" : address);
    }

    private static String head(String method, String path, String user, String headers) {
        return "%s %s%s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n%s\r\n"
                .formatted(method, PATIENCE, path, Tokens.of(user), headers);
    }

    private static Socket sent(String text) {
        try {
            var socket = new Socket("localhost", RestAssured.port);
            socket.setSoTimeout(15_000);
            socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean takesAByte(Socket socket) {
        try {
            socket.getOutputStream().write('x');
            return true;
        } catch (IOException ended) {
            return false;
        }
    }

    /** By the server, after whatever it had to say. */
    private static void allEnd(List<Socket> sockets) throws IOException {
        for (var socket : sockets) {
            try (socket) {
                socket.getInputStream().readAllBytes();
            } catch (SocketTimeoutException e) {
                throw new AssertionError("still open", e);
            } catch (IOException reset) {
                assertTrue(socket.isConnected());
            }
        }
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(20));
    }
}
