package io.pilotwatch.compliancealert.delivery;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pilotwatch.compliancealert.delivery.core.ChannelKind;
import io.pilotwatch.compliancealert.delivery.core.Examples;
import io.pilotwatch.compliancealert.delivery.core.Subscription.Language;
import io.pilotwatch.compliancealert.delivery.core.Subscription.Timing;
import io.pilotwatch.platform.testing.MailServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URL;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The daily word to each regulator, whose absence is to be noticed. */
@QuarkusTest
@QuarkusTestResource(MailServer.class)
class HeartbeatIT {

    @Inject
    Scene scene;

    @Inject
    HeartbeatJob heartbeats;

    @TestHTTPResource(value = "/metrics", management = true)
    URL metrics;

    private String address;

    /** Days of which no other run has spoken. */
    private LocalDate day;

    @BeforeEach
    void nothingIsOverdue() {
        address = Scene.newAddress();
        scene.write("update alert set state = 'CLEARED' where 'safe' = any(agencies)");
        day = LocalDate.ofEpochDay(
                scene.count("select coalesce(max(day) - date '1970-01-01', 20000) from heartbeat where agency = 'safe'")
                        + 2);
    }

    @AfterEach
    void nobodyHearsOfOtherTests() {
        scene.over();
    }

    @Test
    void each_day_says_that_nothing_is_overdue_once_however_many_replicas_there_are() {
        subscribe(true);
        heartbeats.at(hour(day).minusSeconds(1));
        var before = MailServer.to(address).size();
        CompletableFuture.allOf(Stream.generate(() -> CompletableFuture.runAsync(() -> heartbeats.at(hour(day))))
                        .limit(4)
                        .toArray(CompletableFuture[]::new))
                .join();
        heartbeats.at(hour(day).plusSeconds(7200));

        // The day before is made up for, as somebody has just subscribed.
        awaitSubjects("每日情况（%s）：无逾期事项".formatted(day.minusDays(1)), "每日情况（%s）：无逾期事项".formatted(day));
        assertTrue(before <= 1);
    }

    @Test
    void what_is_overdue_is_listed_but_not_what_is_muted_or_over() throws Exception {
        subscribe(true);
        var overdue = alert("MILESTONE_OVERDUE", "OPEN", false);
        var muted = alert("MILESTONE_OVERDUE", "OPEN", true);
        var over = alert("MILESTONE_OVERDUE", "CLEARED", false);
        var soon = alert("MILESTONE_DUE_SOON", "OPEN", false);
        heartbeats.at(hour(day));

        awaitSubjects("每日情况（%s）：1 项逾期预警".formatted(day));
        var text = MailServer.part(MailServer.to(address).getFirst(), "text/html");
        assertTrue(text.contains("/reporting/pilots/" + overdue), text);
        for (var other : List.of(muted, over, soon)) {
            assertTrue(!text.contains("/reporting/pilots/" + other + "#"), text);
        }
    }

    @Test
    void after_an_outage_one_comes_and_not_one_for_each_day() {
        subscribe(true);
        heartbeats.at(hour(day));
        awaitSubjects("每日情况（%s）：无逾期事项".formatted(day));
        heartbeats.at(hour(day.plusDays(40)).plusSeconds(3600));
        awaitSubjects("每日情况（%s）：无逾期事项".formatted(day), "每日情况（%s）：无逾期事项".formatted(day.plusDays(40)));
    }

    @Test
    void who_does_not_want_it_does_not_get_it_and_a_webhook_that_does_gets_it() {
        subscribe(false);
        var webhook =
                scene.subscribe(ChannelKind.WEBHOOK, "http://127.0.0.1:9/", Timing.AT_ONCE, Language.CHINESE, true);
        heartbeats.at(hour(day));
        assertEquals(
                List.of("HEARTBEAT"),
                scene.texts(
                        "select n.kind from delivery d join notice n using (notice_id) where d.subscription_id = ?",
                        webhook.id()));
        assertEquals(
                0,
                scene.count(
                        "select count(*) from delivery join subscription using (subscription_id) where target = ?",
                        address));
    }

    @Test
    void the_metric_tells_when_each_regulator_was_last_reached_and_is_zero_before() {
        subscribe(true);
        var before = Instant.now().getEpochSecond();
        heartbeats.at(hour(day));
        await().atMost(Duration.ofSeconds(40)).untilAsserted(() -> assertTrue(last("safe") >= before));
        // Nobody subscribes for this one.
        assertEquals(0, last("ncac"));
    }

    private double last(String agency) {
        return given().get(metrics)
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .lines()
                .filter(line -> line.startsWith("pilotwatch_heartbeat_last_timestamp_seconds{")
                        && line.contains("regulator=\"%s\"".formatted(agency)))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .findFirst()
                .orElse(-1);
    }

    private void subscribe(boolean heartbeat) {
        scene.subscribe(ChannelKind.EMAIL, address, Timing.AT_ONCE, Language.CHINESE, heartbeat);
    }

    /** An alert of a new pilot, whose id it gives. */
    private String alert(String rule, String state, boolean muted) {
        var pilot = scene.pilot("示例单位-930");
        scene.write(
                "insert into alert (alert_id, pilot_id, rule, subject, deadline_version, revision, severity, level, threshold,"
                        + " state, text_zh, text_en, expected_at, raised_at, late_detected, agencies, muted)"
                        + " values (?, ?, ?, 'm1', 1, 1, 'WARNING', 1, 1, ?, '逾期', 'Overdue', now(), now(), false,"
                        + " array['safe'], ?::jsonb)",
                pilot + "." + rule + ".m1.1",
                pilot,
                rule,
                state,
                muted ? "{\"by\":\"PILOT_SUSPENDED\",\"reason\":{\"zh\":\"暂停\",\"en\":\"Suspended\"}}" : null);
        return pilot;
    }

    private static Instant hour(LocalDate day) {
        return day.atTime(8, 30).atZone(Examples.PROGRAMME.zone()).toInstant();
    }

    private void awaitSubjects(String... subjects) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertEquals(
                        Stream.of(subjects).collect(Collectors.toSet()),
                        MailServer.to(address).stream()
                                .map(mail -> {
                                    try {
                                        return mail.getSubject();
                                    } catch (jakarta.mail.MessagingException e) {
                                        throw new IllegalStateException(e);
                                    }
                                })
                                .collect(Collectors.toSet())));
        assertEquals(subjects.length, MailServer.to(address).size());
    }
}
