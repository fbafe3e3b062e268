package io.pilotwatch.compliancealert.delivery;

import io.pilotwatch.compliancealert.delivery.core.Answer;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One request and its answer, of which the first bytes are kept. The status counts once it is there, whatever follows. */
final class Exchange {

    /** An answer that goes on beyond this is cut off: nobody reads it. */
    private static final int MOST_BYTES = 64 * 1024;

    private static final int LONGEST_FAILURE = 300;

    private final CompletableFuture<Void> done;
    private final Buffer first = Buffer.buffer();
    private volatile HttpClientRequest request;
    private volatile HttpClientResponse head;
    private volatile String failure = "no answer within " + Http.DEADLINE.toSeconds() + " s";
    private volatile boolean late;
    private long bytes;

    Exchange(HttpClient client, RequestOptions options, byte[] body) {
        done = client.request(options)
                .compose(opened -> {
                    request = opened;
                    if (late) {
                        opened.reset();
                    }
                    // Before it is sent: an answer may be quicker than whoever looks for it afterwards.
                    var answered = opened.response().compose(this::read);
                    opened.send(Buffer.buffer(body));
                    return answered;
                })
                .toCompletionStage()
                .toCompletableFuture();
    }

    private Future<Void> read(HttpClientResponse answered) {
        head = answered;
        answered.handler(this::keep);
        return answered.end();
    }

    private synchronized void keep(Buffer part) {
        int room = Answer.KEPT_BYTES - first.length();
        first.appendBuffer(part, 0, Math.min(room, part.length()));
        bytes += part.length();
        if (bytes > MOST_BYTES) {
            request.reset();
        }
    }

    /** Until the answer is whole, the connection has failed, or the time is over. */
    void await(Duration atMost) throws InterruptedException {
        try {
            done.get(Math.max(0, atMost.toNanos()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            late = true;
            if (request != null) {
                request.reset();
            }
        } catch (ExecutionException e) {
            var why = e.getCause().getClass().getSimpleName() + ": "
                    + e.getCause().getMessage();
            failure = why.substring(0, Math.min(why.length(), LONGEST_FAILURE));
        }
    }

    /** Status and headers, if they came. */
    Optional<HttpClientResponse> head() {
        return Optional.ofNullable(head);
    }

    /** What the first bytes of the answer say; a database holds no zero characters. */
    synchronized String text() {
        return first.toString(StandardCharsets.UTF_8).replace('\0', '\uFFFD');
    }

    /** Why no answer came. */
    String failure() {
        return failure.replace('\0', '\uFFFD');
    }
}
