package io.pilotwatch.reporting;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import io.pilotwatch.platform.testing.Tokens;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

/**
 * The first page with 3,000 pilots against the API's answer with the same figures, by turns: the 99th percentile of one against
 * that of the other, and what a browser loads. It is no part of the normal suite; run it by name,
 * {@code -Dit.test=PortfolioPageBenchmark}.
 */
@QuarkusTest
@TestProfile(PortfolioPageBenchmark.Profile.class)
class PortfolioPageBenchmark {

    /** A schema of its own, so that it has no other pilots; it polls no topic, and the programme is under way. */
    public static class Profile implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.datasource.jdbc.additional-jdbc-properties.currentSchema", "page_benchmark",
                    "quarkus.flyway.schemas", "page_benchmark",
                    "quarkus.flyway.clean-at-start", "true",
                    "quarkus.flyway.clean-disabled", "false",
                    "pilotwatch.clock.mode", "stepped",
                    "pilotwatch.clock.start", TODAY + "T10:00:00+08:00",
                    "mp.messaging.incoming.events.enabled", "false");
        }
    }

    private static final String TODAY = "2023-03-15";
    private static final int PILOTS = Integer.getInteger("page.pilots", 3_000);
    private static final int ROUNDS = Integer.getInteger("page.rounds", 6);
    private static final int ASKED = 300;
    private static final int NINETY_NINTH = 296;
    private static final double SLOWER = 2;
    private static final int LARGEST = 300_000;

    /** Milliseconds. */
    private record Times(double median, double p99) {}

    private static final String PAGE = "/";
    private static final String API = "/reporting/api/v1/portfolio";

    @Inject
    AgroalDataSource database;

    @TestHTTPResource("/")
    URI address;

    @ConfigProperty(name = "quarkus.management.test-port")
    int management;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void theFirstPageIsLightAndTakesAtMostTwiceAsLongAsTheApi() throws Exception {
        intoTheJournal();
        rebuild();
        var first = milliseconds(PAGE, Tokens.of("office"));
        var asked = ask();
        var page = asked.get(PAGE);
        var api = asked.get(API);
        double ratio = page.p99() / api.p99();
        int size = transferred(PAGE);
        System.out.printf(
                "BENCHMARK first page with %d pilots: first time %.0f ms, then p99 %.1f ms (median %.1f) against %.1f ms (%.1f) of the API: %.2f times; %d bytes%n",
                PILOTS, first, page.p99(), page.median(), api.p99(), api.median(), ratio, size);
        assertTrue(size < LARGEST, size + " bytes");
        assertTrue(ratio <= SLOWER, ratio + " times");
    }

    /**
     * Asks for both, one after the other, so that whatever else the machine does meets both alike; of the 99th percentiles of
     * some rounds the median, so that one hiccup is none. Of the middle ones too.
     */
    private Map<String, Times> ask() throws Exception {
        var rounds = new LinkedHashMap<String, List<Times>>();
        for (int round = 0; round < ROUNDS; round++) {
            var token = Tokens.of("office");
            var times = Map.of(API, new ArrayList<Double>(), PAGE, new ArrayList<Double>());
            for (int i = 0; i < ASKED; i++) {
                times.get(API).add(milliseconds(API, token));
                times.get(PAGE).add(milliseconds(PAGE, token));
            }
            // The first round warms up.
            if (round > 0) {
                times.forEach((path, all) -> rounds.computeIfAbsent(path, p -> new ArrayList<>())
                        .add(new Times(at(all, ASKED / 2), at(all, NINETY_NINTH))));
            }
        }
        var asked = new LinkedHashMap<String, Times>();
        rounds.forEach((path, all) -> asked.put(
                path,
                new Times(
                        at(all.stream().map(Times::median).toList(), all.size() / 2),
                        at(all.stream().map(Times::p99).toList(), all.size() / 2))));
        return asked;
    }

    private static double at(List<Double> times, int place) {
        return times.stream().sorted().toList().get(place);
    }

    private double milliseconds(String path, String token) throws IOException, InterruptedException {
        var begun = System.nanoTime();
        answer(path, token);
        return (System.nanoTime() - begun) / 1e6;
    }

    private String answer(String path, String token) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address.resolve(path))
                .header("Authorization", "Bearer " + token)
                .header("Accept", path.equals(API) ? "application/json" : "text/html")
                .build();
        var answer = http.send(request, BodyHandlers.ofString());
        assertEquals(200, answer.statusCode(), answer.body());
        return answer.body();
    }

    /** Bytes of a page and of the scripts and styles that it names, compressed as a browser asks for them. */
    private int transferred(String path) throws IOException, InterruptedException {
        var page = Jsoup.parse(answer(path, Tokens.of("office")));
        int size = compressed(path);
        for (var asset : page.select("script[src], link[rel=stylesheet]")) {
            size += compressed(asset.hasAttr("src") ? asset.attr("src") : asset.attr("href"));
        }
        return size;
    }

    private int compressed(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address.resolve(path))
                .header("Authorization", "Bearer " + Tokens.of("office"))
                .header("Accept-Encoding", "gzip")
                .build();
        return http.send(request, BodyHandlers.ofByteArray()).body().length;
    }

    private void intoTheJournal() throws SQLException, IOException {
        try (var connection = database.getConnection()) {
            try (var months = connection.createStatement()) {
                months.execute("select journal_month(day::date)"
                        + " from generate_series(date '2022-01-01', date '2023-04-01', '1 month') as day");
            }
            var copy = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            "copy journal (event_id, topic, pilot_id, type, revision, happened_at, payload) from stdin");
            var lines = new StringBuilder();
            for (var row : ManyPilots.rows(PILOTS, LocalDate.parse(TODAY))) {
                CopyText.line(row, lines);
            }
            var bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
            copy.writeToCopy(bytes, 0, bytes.length);
            copy.endCopy();
        }
    }

    private void rebuild() {
        operator().post("/q/rebuild?swap=true").then().statusCode(200);
        await().atMost(Duration.ofMinutes(5))
                .until(() -> operator().get("/q/rebuild").jsonPath().get("endedAt") != null);
        assertEquals(null, operator().get("/q/rebuild").as(Rebuild.class).failure());
    }

    private RequestSpecification operator() {
        return given().port(management).auth().oauth2(Tokens.of("operator"));
    }
}
