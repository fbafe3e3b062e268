package io.pilotwatch.endtoend.faults;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** So many who ask for one thing at once, again and again, and do not mind what they are answered. */
final class Crowd implements AutoCloseable {

    private final ExecutorService people = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Crowd(int people, URI address, String token) {
        var request = HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + token)
                .build();
        for (int i = 0; i < people; i++) {
            this.people.execute(() -> ask(request));
        }
    }

    private void ask(HttpRequest request) {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                http.send(request, BodyHandlers.discarding());
            } catch (IOException _) {
                // Nobody is there just now.
            } catch (InterruptedException closed) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() {
        people.shutdownNow();
        http.shutdownNow();
    }
}
