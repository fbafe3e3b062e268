package io.pilotwatch.endtoend.faults;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.pilotwatch.endtoend.faults.World.About;
import io.pilotwatch.endtoend.faults.World.Received;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * A regulator's end: verifies what comes by the standard's own library, and keeps it. Now and then, by the seed, it answers
 * 500, says nothing until the caller hangs up, or is away for some seconds.
 *
 * <p>compliance-alert sends here only where {@code PILOTWATCH_WEBHOOKS_ALLOW} names 127.0.0.1, and comes again soon only
 * where {@code PILOTWATCH_DELIVERIES_LADDER} is short.
 */
final class Receiver implements AutoCloseable {

    /** One of its subscriptions, and what is signed with. */
    record Subscription(String id, String agency, Webhook secret) {}

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Of a thousand requests. */
    private static final int REFUSED = 30;

    private static final int UNANSWERED = 2;
    private static final int AWAY = 1;
    private static final int LONGEST_AWAY_SECONDS = 5;
    private static final int LONGER_THAN_ANYBODY_WAITS_SECONDS = 30;

    private final Random random;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final List<Received> received = new ArrayList<>();
    private volatile boolean moody = true;
    private final List<Subscription> subscriptions = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private int port;

    Receiver(long seed) {
        random = new Random(seed);
        listen();
    }

    private synchronized void listen() {
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 512);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        port = server.getAddress().getPort();
        server.setExecutor(threads);
        server.createContext("/", this::take);
        server.start();
    }

    /** Asks to be told of every alert of this regulator's pilots; before anything is due, and of as many as there are. */
    void subscribe(Doors doors, String regulator) {
        var target = "http://127.0.0.1:%d/%d".formatted(port, subscriptions.size());
        var wish = Map.of("channel", "WEBHOOK", "target", target, "heartbeat", false);
        var made = new Api(doors).post(regulator, "compliance-alert", "/compliance-alert/api/v1/subscriptions", wish);
        subscriptions.add(new Subscription(
                made.at("/subscription/subscriptionId").asText(),
                made.at("/subscription/agency").asText(),
                secret(made.at("/secret/secret").asText())));
    }

    private static Webhook secret(String shared) {
        try {
            return new Webhook(shared);
        } catch (EmptyWebhookSecretException e) {
            throw new IllegalStateException(e);
        }
    }

    List<Subscription> subscriptions() {
        return subscriptions;
    }

    /** From now on it takes everything. */
    void calm() {
        moody = false;
    }

    /** What came so far. */
    List<Received> received() {
        synchronized (received) {
            return List.copyOf(received);
        }
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = exchange.getRequestBody().readAllBytes();
            int mood = mood();
            boolean takes = mood >= REFUSED + UNANSWERED + AWAY;
            // Kept before it is answered: whoever gets the answer may look at once.
            keep(exchange, body, takes);
            if (takes) {
                exchange.sendResponseHeaders(204, -1);
            } else if (mood < REFUSED) {
                exchange.sendResponseHeaders(500, -1);
            } else if (mood < REFUSED + UNANSWERED) {
                closing.await(LONGER_THAN_ANYBODY_WAITS_SECONDS, TimeUnit.SECONDS);
            } else {
                timer.execute(this::leave);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int mood() {
        synchronized (random) {
            int drawn = random.nextInt(1000);
            return moody ? drawn : Integer.MAX_VALUE;
        }
    }

    private synchronized void leave() {
        server.stop(0);
        timer.schedule(this::listen, 1 + random.nextInt(LONGEST_AWAY_SECONDS), TimeUnit.SECONDS);
    }

    private void keep(HttpExchange exchange, byte[] body, boolean takes) throws IOException {
        var headers = exchange.getRequestHeaders();
        var said = JSON.readTree(body);
        var came = new Received(
                String.valueOf(headers.getFirst("webhook-id")),
                said.path("type").asText(),
                new About(
                        said.at("/data/agency").asText(),
                        said.at("/data/alertId").asText(),
                        said.at("/data/revision").asLong()),
                TopicReader.hash(body),
                isSigned(exchange, body),
                takes);
        synchronized (received) {
            received.add(came);
        }
    }

    private boolean isSigned(HttpExchange exchange, byte[] body) {
        try {
            int number = Integer.parseInt(exchange.getRequestURI().getPath().substring(1));
            subscriptions
                    .get(number)
                    .secret()
                    .verify(
                            new String(body, StandardCharsets.UTF_8),
                            HttpHeaders.of(exchange.getRequestHeaders(), (_, _) -> true));
            return true;
        } catch (WebhookVerificationException | RuntimeException e) {
            return false;
        }
    }

    @Override
    public synchronized void close() {
        closing.countDown();
        timer.shutdownNow();
        server.stop(0);
        threads.shutdownNow();
    }
}
