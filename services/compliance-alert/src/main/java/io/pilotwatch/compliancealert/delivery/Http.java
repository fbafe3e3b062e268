package io.pilotwatch.compliancealert.delivery;

import io.pilotwatch.compliancealert.delivery.core.Answer;
import io.pilotwatch.compliancealert.delivery.core.RetryAfter;
import io.pilotwatch.compliancealert.delivery.core.Target;
import io.pilotwatch.platform.WallClock;
import io.quarkus.runtime.Startup;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * Posts to an address that somebody else chose: connects to the very address that was checked, under the name that was
 * asked for (Host, TLS), follows no redirect, and takes no longer than {@link #DEADLINE} with all that belongs to it.
 */
@Startup
@ApplicationScoped
class Http {

    /** For looking the name up, connecting, sending and being answered. */
    static final Duration DEADLINE = Duration.ofSeconds(15);

    /** Connections to one server: how many deliveries are under way is limited elsewhere, for each endpoint by itself. */
    private static final int MOST_CONNECTIONS = 256;

    private final HttpClient client;
    private final Lookups lookups;
    private final WallClock wall;

    /** At the start, on a thread of nobody's: made while a request is served, the client would end with the server that serves it. */
    Http(Vertx vertx, Lookups lookups, WallClock wall) {
        this.client = vertx.createHttpClient(options());
        this.lookups = lookups;
        this.wall = wall;
    }

    static HttpClientOptions options() {
        return new HttpClientOptions()
                .setMaxPoolSize(MOST_CONNECTIONS)
                .setConnectTimeout((int) DEADLINE.toMillis())
                .setForceSni(true);
    }

    /** Makes one try; whatever goes wrong is an answer. Blocks the calling thread, which is to be a virtual one. */
    Answer post(URI target, Map<String, String> headers, byte[] body) throws InterruptedException {
        var end = System.nanoTime() + DEADLINE.toNanos();
        InetAddress address;
        try {
            address = lookups.checked(Target.host(target), DEADLINE);
        } catch (Lookups.Refused e) {
            return Answer.none(e.getMessage());
        }
        var exchange = new Exchange(client, to(target, address, headers), body);
        exchange.await(Duration.ofNanos(end - System.nanoTime()));
        return exchange.head()
                .map(head -> Answer.of(
                        Answer.ofHttp(head.statusCode()),
                        head.statusCode(),
                        exchange.text(),
                        RetryAfter.of(head.getHeader("retry-after"), wall.now()).orElse(null)))
                .orElseGet(() -> Answer.none(exchange.failure()));
    }

    /** A request to this address in the name of the target. */
    static RequestOptions to(URI target, InetAddress address, Map<String, String> headers) {
        var path = target.getRawPath() == null || target.getRawPath().isEmpty() ? "/" : target.getRawPath();
        var options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(Target.port(target), address.getHostAddress()))
                .setHost(Target.host(target))
                .setPort(Target.port(target))
                .setSsl(Target.isTls(target))
                .setURI(target.getRawQuery() == null ? path : path + "?" + target.getRawQuery())
                .setFollowRedirects(false);
        headers.forEach(options::putHeader);
        return options;
    }
}
