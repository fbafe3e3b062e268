package io.pilotwatch.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pilotwatch.platform.testing.Tokens;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a caller chooses is no label of a metric: paths and methods that there are not are as many series as one. */
@QuarkusTest
class RequestMetersIT {

    private static final List<String> CHOSEN_HEADERS =
            List.of("User-Agent", "X-Forwarded-Host", "X-Tenant", "Accept-Language", "Idempotency-Key", "traceparent");

    @TestHTTPResource("/")
    URI service;

    @TestHTTPResource(value = "/", management = true)
    URI management;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void whatACallerChoosesIsNoLabelAndAddsNoSeries() throws Exception {
        askAll("first" + UUID.randomUUID().toString().replace("-", ""));
        var before = series();

        for (int i = 0; i < 5; i++) {
            askAll("marked" + UUID.randomUUID().toString().replace("-", ""));
        }

        assertEquals(before, series());
        assertTrue(before.stream().anyMatch(name -> name.contains("method=\"OTHER\"")), "or nothing was looked at");
        assertTrue(before.stream().anyMatch(name -> name.contains("uri=\"UNKNOWN\"")), "or nothing was looked at");
        assertFalse(metrics().toLowerCase(Locale.ROOT).contains("marked"));
    }

    /** With the marker wherever a caller has a choice, and each way of being answered. */
    private void askAll(String marker) throws IOException, InterruptedException {
        var api = "/platform/api/v1/";
        for (var path : List.of(
                "/" + marker,
                "/" + marker + "/" + marker,
                "/platform/" + marker,
                "/platform/api/" + marker,
                "/platform/assets/" + marker,
                api + marker,
                api + "echo?" + marker + "=" + marker,
                api + "echo/" + marker,
                api + "pilots/" + marker + "/submissions",
                "/" + marker + "/operations",
                "/platform/try/" + marker,
                "//" + marker + "%20x",
                "/" + marker + "%00")) {
            send(service, "GET", path, marker, null);
            send(service, "GET", path, marker, Tokens.of("office"));
            send(service, marker.toUpperCase(Locale.ROOT), path, marker, Tokens.of("office"));
            send(service, "DELETE", path, marker, marker);
            send(management, "GET", path, marker, null);
            send(management, marker, "/q" + path, marker, null);
        }
    }

    private void send(URI to, String method, String path, String marker, String token)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(to.getScheme() + "://" + to.getAuthority() + path))
                .method(method, BodyPublishers.noBody());
        CHOSEN_HEADERS.forEach(name -> request.header(name, marker));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        http.send(request.build(), BodyHandlers.discarding());
    }

    /** Names and labels of all that speaks of requests. */
    private Set<String> series() throws IOException, InterruptedException {
        return metrics()
                .lines()
                .filter(line -> line.startsWith("http_"))
                .map(line -> line.substring(0, line.lastIndexOf(' ')))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private String metrics() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(management.resolve("/q/metrics")).header("Accept", "text/plain");
        return http.send(request.build(), BodyHandlers.ofString()).body();
    }
}
