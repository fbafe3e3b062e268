package io.pilotwatch.local.gateway;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import io.pilotwatch.local.Port;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Hostile connections to the one address in front, byte by byte, with a real server behind it. */
class GatewayTest {

    private static final int MANY = 300;

    /** What the service behind was asked. */
    private final List<Headers> asked = new CopyOnWriteArrayList<>();

    private HttpServer service;
    private Vertx gateway;
    private int port;

    @BeforeEach
    void start() throws Exception {
        service = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 50);
        service.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        service.createContext("/", exchange -> {
            asked.add(exchange.getRequestHeaders());
            exchange.getRequestBody().readAllBytes();
            byte[] answer = "served".getBytes(StandardCharsets.US_ASCII);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        service.start();
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Map<Port, Integer> ports = new EnumMap<>(Port.class);
        for (Port each : Port.values()) {
            ports.put(each, service.getAddress().getPort());
        }
        ports.put(Port.GATEWAY, port);
        gateway = Gateway.run(ports, Duration.ofSeconds(1));
    }

    @AfterEach
    void stop() {
        gateway.close().toCompletionStage().toCompletableFuture().join();
        service.stop(0);
    }

    @Test
    void hundredsOfHeadsThatTrickleKeepNobodyWaitingAndAreEnded() throws IOException {
        List<Socket> slow = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            slow.add(sent("GET /reporting HTTP/1.1\r\nHost: x\r\nX-Slow: "));
        }
        assertTrue(
                said("GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").endsWith("served"));
        // A byte now and then: never idle, and never done.
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> slow.stream().filter(GatewayTest::takesAByte).count() == 0);
        for (Socket socket : slow) {
            socket.close();
        }
        assertEquals(1, asked.size());
    }

    @Test
    void aConnectionThatIsUsedAgainIsWaitedForAgain() throws IOException {
        try (Socket socket = sent("GET / HTTP/1.1\r\nHost: x\r\n\r\n")) {
            String both = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
            assertEquals("HTTP/1.1 200", both);
            socket.getInputStream().readAllBytes();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/reporting/%zz, 404",
        "/reporting/%, 404",
        "/reporting/%2e%2e/%2e%2e/q/metrics, 404",
        "/reporting/..;/q/metrics, 404",
        "/q;x=1/health, 404",
        "//q/health, 404",
        "/intake/%71/health, 404",
        "/%2e/q/health, 404",
    })
    void whatIsNotForThePublicIsNotReachedByAnotherSpelling(String path, int status) throws IOException {
        String said = said("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        assertTrue(said.startsWith("HTTP/1.1 " + status), said);
        assertTrue(said.contains("application/problem+json"), said);
        assertTrue(asked.isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 5\r\nContent-Length: 6",
                "Content-Length: 5, 6",
                "Content-Length: -1",
                "Content-Length: 0x5",
                "Content-Length: +5",
                "Transfer-Encoding: nonsense",
                "Transfer-Encoding: chunked, identity",
                "Transfer-Encoding : chunked",
                "X\u0000: y",
                "X-Bad: a\rb",
            })
    void aRequestWhoseEndNobodyKnowsIsRefusedAndNothingAfterItIsRead(String header) throws IOException {
        String said = said("POST /intake/a HTTP/1.1\r\nHost: x\r\n" + header
                + "\r\n\r\nGET /intake/smuggled HTTP/1.1\r\nHost: x\r\nX-Smuggled: yes\r\n\r\n");
        // What comes after a broken chunk may end the connection sooner than there is an answer.
        assertTrue(said.isEmpty() || said.startsWith("HTTP/1.1 400") && said.contains("request-unreadable"), said);
        assertFalse(said.contains("HTTP/1.1 200"), said);
        assertTrue(asked.stream().noneMatch(headers -> headers.containsKey("X-smuggled")));
    }

    /** The front takes the chunks and forgets the length, so that nobody behind it can see another end than it does. */
    @Test
    void ofALengthAndChunksTheChunksHold() throws IOException {
        said("POST /intake/a HTTP/1.1\r\n"
                + "Host: x\r\n"
                + "Connection: close\r\n"
                + "Content-Length: 60\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n"
                + "0\r\n\r\n");
        assertTrue(asked.stream().allMatch(headers -> headers.getFirst("Content-length") == null), asked.toString());
    }

    @Test
    void anAddressOrHeadersOfAnyLengthAreNotTaken() throws IOException {
        String longest = "a".repeat(70_000);
        assertEquals(
                "HTTP/1.0 414",
                said("GET /" + longest + " HTTP/1.1\r\nHost: x\r\n\r\n").substring(0, 12));
        assertEquals(
                "HTTP/1.1 431",
                said("GET / HTTP/1.1\r\nHost: x\r\nCookie: " + longest + "\r\n\r\n")
                        .substring(0, 12));
        assertTrue(asked.isEmpty());
    }

    @Test
    void whoeverStandsBehindIsToldWhoAsksByTheFrontAlone() throws IOException {
        said("GET /reporting HTTP/1.1\r\nHost: public.example\r\nConnection: close\r\nX-Forwarded-For: \r\n"
                + "X-Forwarded-Host: evil.example\r\nX-Forwarded-Proto: gopher\r\nX-Forwarded-Prefix: /x\r\n"
                + "Forwarded: for=evil;host=evil.example\r\n\r\n");
        Headers headers = asked.getFirst();
        assertEquals(List.of("127.0.0.1"), headers.get("X-forwarded-for"));
        assertEquals(List.of("public.example"), headers.get("X-forwarded-host"));
        assertEquals(List.of("http"), headers.get("X-forwarded-proto"));
        assertFalse(headers.containsKey("Forwarded"));
        assertFalse(headers.containsKey("X-forwarded-prefix"));
    }

    private Socket sent(String text) throws IOException {
        Socket socket = new Socket("127.0.0.1", port);
        socket.setSoTimeout(20_000);
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        return socket;
    }

    /** All until the connection is ended. */
    private String said(String request) throws IOException {
        try (Socket socket = sent(request)) {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (SocketTimeoutException e) {
            throw new AssertionError("still open", e);
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
}
