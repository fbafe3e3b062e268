package io.pilotwatch.platform.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pilotwatch.platform.Callers;
import io.pilotwatch.platform.Sql;
import io.pilotwatch.platform.testing.Tokens;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Vetoed;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What the audit log costs: a change with its receipt, and a read of the ledger that it makes, each with the log and without, by
 * turns, so that whatever else the machine does meets both alike; asked by one, and by many at once, who share commits. It is no
 * part of the normal suite; run it by name, {@code -Dit.test=AuditBenchmark}.
 */
@QuarkusTest
class AuditBenchmark {

    private static final int ROUNDS = Integer.getInteger("audit.rounds", 9);
    private static final int ASKED = 200;
    private static final int MANY = 16;
    private static final double LONGER = 2.5;

    private static volatile boolean audited = true;

    @Inject
    AuditChain chain;

    @Inject
    AuditLog log;

    @Inject
    AuditSubject about;

    @Inject
    Callers callers;

    @Inject
    CurrentIdentityAssociation identities;

    @Inject
    Sql sql;

    @TestHTTPResource("/platform/api/v1/pilots/")
    URI pilots;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** Makes entries, unless it is switched off. */
    @Vetoed
    private final class Switched extends AuditRequests {

        Switched() {
            super(log, about, callers, identities);
        }

        @Override
        public Uni<Void> record(int status) {
            return audited ? super.record(status) : Uni.createFrom().voidItem();
        }

        @Override
        boolean isChange() {
            return audited && super.isChange();
        }
    }

    /** One request. */
    private interface Asked {
        HttpRequest.Builder of(String pilot);
    }

    @Test
    void aRequestTakesAtMostTwiceAndAHalfAsLongWithTheLog() throws Exception {
        QuarkusMock.installMockForType(new Switched(), AuditRequests.class);
        audited = false;
        var before = chain.head().position();
        ask(this::change, "BP-" + UUID.randomUUID());
        assertEquals(before, chain.head().position(), "it can be switched off");
        assertEquals(
                0,
                sql.read("select count(*) from audit_owed", row -> row.getInt(1))
                        .getFirst());

        double change = ratio("a change", this::change, 1);
        double read = ratio("a read", this::read, 1);
        double changes = ratio("changes of many", this::change, MANY);
        double reads = ratio("reads of many", this::read, MANY);

        for (double ratio : List.of(change, read, changes, reads)) {
            assertTrue(ratio <= LONGER, ratio + " times");
        }
    }

    /** How many times as long it takes with the log: the median of the rounds' ratios, the first of which warms up. */
    private double ratio(String what, Asked asked, int clients) throws Exception {
        var ratios = new ArrayList<Double>();
        var with = new ArrayList<Double>();
        var without = new ArrayList<Double>();
        for (int round = 0; round < ROUNDS; round++) {
            double one = milliseconds(round % 2 == 0, asked, clients);
            double other = milliseconds(round % 2 != 0, asked, clients);
            if (round > 0) {
                with.add(round % 2 == 0 ? one : other);
                without.add(round % 2 == 0 ? other : one);
                ratios.add(with.getLast() / without.getLast());
            }
        }
        double ratio = median(ratios);
        System.out.printf(
                "BENCHMARK audit log: %s takes %.2f ms with it and %.2f ms without, %.2f times%n",
                what, median(with), median(without), ratio);
        return ratio;
    }

    /** Of a request, where so many ask at once. */
    private double milliseconds(boolean withLog, Asked asked, int clients) throws Exception {
        audited = withLog;
        var asking = IntStream.range(0, clients)
                .<Callable<Void>>mapToObj(_ -> () -> {
                    var pilot = "BP-" + UUID.randomUUID();
                    for (int i = 0; i < ASKED / clients; i++) {
                        ask(asked, pilot);
                    }
                    return null;
                })
                .toList();
        try (var threads = Executors.newFixedThreadPool(clients)) {
            var begun = System.nanoTime();
            for (var done : threads.invokeAll(asking)) {
                done.get();
            }
            return (System.nanoTime() - begun) / 1e6 / ASKED;
        }
    }

    private void ask(Asked asked, String pilot) throws Exception {
        var request = asked.of(pilot)
                .header("Authorization", "Bearer " + Tokens.of("office"))
                .build();
        var answer = http.send(request, BodyHandlers.ofString());
        assertEquals(2, answer.statusCode() / 100, answer.body());
    }

    private HttpRequest.Builder change(String pilot) {
        return HttpRequest.newBuilder(pilots.resolve(pilot + "/submissions"))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"note\": \"接口已联调\"}"));
    }

    private HttpRequest.Builder read(String pilot) {
        return HttpRequest.newBuilder(pilots.resolve(pilot + "/ledger"));
    }

    private static double median(List<Double> all) {
        return all.stream().sorted().toList().get(all.size() / 2);
    }
}
