package io.pilotwatch.compliancealert.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PfxOptions;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The connection goes to the address that was checked, while TLS and the Host header speak of the name that was asked for. */
class PinnedAddressTest {

    private final Vertx vertx = Vertx.vertx();

    @TempDir
    Path folder;

    private PfxOptions certificate;
    private int port;

    @BeforeEach
    void serve() throws Exception {
        certificate = certificateOf("hooks.test");
        port = vertx.createHttpServer(
                        new HttpServerOptions().setSsl(true).setSni(true).setKeyCertOptions(certificate))
                .requestHandler(request -> request.response()
                        .end(request.authority() + " " + request.connection().indicatedServerName() + " "
                                + request.uri()))
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .orTimeout(20, TimeUnit.SECONDS)
                .join()
                .actualPort();
    }

    @AfterEach
    void stop() {
        vertx.close();
    }

    @Test
    void a_name_that_resolves_nowhere_is_reached_at_its_checked_address() throws Exception {
        var exchange = exchange("hooks.test");
        assertEquals(200, exchange.head().orElseThrow().statusCode());
        assertEquals("hooks.test:" + port + " hooks.test /a?b=c", exchange.text());
    }

    @Test
    void a_server_that_cannot_prove_its_name_is_sent_nothing() throws Exception {
        var exchange = exchange("other.test");
        assertTrue(exchange.head().isEmpty());
        assertTrue(exchange.failure().contains("SSL"), exchange::failure);
    }

    private Exchange exchange(String host) throws Exception {
        var client = vertx.createHttpClient(Http.options().setTrustOptions(certificate));
        var options = Http.to(
                URI.create("https://" + host + ":" + port + "/a?b=c"), InetAddress.ofLiteral("127.0.0.1"), Map.of());
        var exchange = new Exchange(client, options, new byte[] {'{', '}'});
        exchange.await(Duration.ofSeconds(10));
        return exchange;
    }

    /** By the JDK's own tool; who holds it trusts it. */
    private PfxOptions certificateOf(String host) throws Exception {
        var store = folder.resolve("store.p12").toString();
        var made = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + host,
                        "-ext",
                        "san=dns:" + host,
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store,
                        "-storepass",
                        "for-this-test")
                .inheritIO()
                .start();
        assertEquals(0, made.waitFor());
        return new PfxOptions().setPath(store).setPassword("for-this-test");
    }
}
