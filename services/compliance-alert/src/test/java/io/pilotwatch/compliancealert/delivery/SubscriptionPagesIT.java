package io.pilotwatch.compliancealert.delivery;

import static io.pilotwatch.compliancealert.delivery.DeliveryDesk.REGULATOR;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pilotwatch.contracts.Severity;
import io.pilotwatch.platform.testing.PageForm;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** By which ways one is told, as people set them up, try them out and look after them. */
@QuarkusTest
class SubscriptionPagesIT {

    private static final String WAYS = "/compliance-alert/subscriptions";

    @Inject
    DeliveryDesk desk;

    @BeforeEach
    void nobodyHearsOfOthersNotices() {
        desk.forgetAll();
    }

    @Test
    void a_webhook_is_set_up_and_its_secret_is_shown_once() throws IOException {
        assertTrue(PageForm.page(REGULATOR, WAYS).text().contains("You have set up no way"));
        try (var receiver = Receiver.answering(200)) {
            var form = PageForm.open(REGULATOR, WAYS + "/new?channel=WEBHOOK").set("target", receiver.url());
            var made = form.send();
            assertEquals(200, made.statusCode());
            assertEquals("no-store", made.header("Cache-Control"));
            var page = Jsoup.parse(made.asString());
            assertTrue(page.selectFirst("#secret").val().startsWith("whsec_"));
            assertNotNull(page.selectFirst("a.button[href^=" + WAYS + "/]"));

            var again = form.send();
            assertEquals(303, again.statusCode());
            assertFalse(again.asString().contains("whsec_"));
            var listed = PageForm.page(REGULATOR, WAYS);
            assertEquals(1, listed.select("tbody tr").size());
            assertTrue(listed.text().contains(receiver.url()));
            assertFalse(listed.html().contains("whsec_"));
        }
    }

    @Test
    void a_target_that_may_not_be_is_explained_at_its_field_and_nothing_typed_is_lost() {
        for (var target : new String[] {"http://192.168.0.1/hook", "https://10.1.2.3/"}) {
            var refused = PageForm.open(REGULATOR, WAYS + "/new?channel=WEBHOOK")
                    .set("target", target)
                    .set("leastSeverity", "CRITICAL")
                    .send();
            assertEquals(422, refused.statusCode());
            var page = Jsoup.parse(refused.asString());
            assertTrue(page.selectFirst("#target-fault").text().contains("internal network"));
            assertEquals(target, page.selectFirst("#target").val());
            assertNotNull(page.selectFirst("input[name=leastSeverity][value=CRITICAL][checked]"));
        }
        var mail = PageForm.open(REGULATOR, WAYS + "/new?channel=EMAIL").set("target", "nobody");
        assertTrue(mail.send("zh-CN").asString().contains("电子邮箱地址"));
    }

    @Test
    void a_test_is_sent_at_once_and_its_try_is_shown_with_answer_and_time() throws IOException {
        try (var receiver = Receiver.answering(404, 200)) {
            var address = WAYS + "/" + desk.webhook(receiver).id();
            var failed = followed(
                    PageForm.open(REGULATOR, address, address + "/tests").send());
            var card = failed.selectFirst(".card.attention").text();
            assertTrue(card.contains("The test did not arrive."), card);
            assertTrue(card.contains("answered 404"), card);
            assertTrue(card.contains("check the path"), card);
            assertTrue(card.matches("(?s).*\\d+ ms.*"), card);

            var form = PageForm.open(REGULATOR, address, address + "/tests");
            var went = followed(form.send());
            assertTrue(went.text().contains("The test arrived."));
            followed(form.send());
            assertEquals(2, receiver.count());
            assertTrue(PageForm.page(REGULATOR, WAYS).text().contains("answered 200"));
        }
    }

    @Test
    void what_is_told_is_changed_and_a_change_by_another_is_not_written_over() throws IOException {
        try (var receiver = Receiver.answering(200)) {
            var address = WAYS + "/" + desk.webhook(receiver).id();
            var old = PageForm.open(REGULATOR, address + "/edit");
            var sent = PageForm.open(REGULATOR, address + "/edit")
                    .set("leastSeverity", "WARNING")
                    .set("rules", "MILESTONE_OVERDUE", "REPORT_OVERDUE")
                    .set("timing", "DIGEST")
                    .send();
            assertEquals(303, sent.statusCode());
            var page = followed(sent);
            assertTrue(page.text().contains("What is told was changed."));
            assertTrue(page.text().contains("Warning and graver"));
            assertTrue(page.text().contains("Milestone overdue, Report overdue"));

            assertEquals(412, old.set("leastSeverity", "INFO").send().statusCode());
        }
    }

    @Test
    void a_secret_is_replaced_and_only_by_its_owner() throws IOException {
        try (var receiver = Receiver.answering(200)) {
            var made = desk.webhook(receiver);
            var address = WAYS + "/" + made.id();
            var rotated = PageForm.open(REGULATOR, address + "/secret")
                    .set("former", "AT_ONCE")
                    .send();
            assertEquals(200, rotated.statusCode());
            var secret = Jsoup.parse(rotated.asString()).selectFirst("#secret").val();
            assertTrue(secret.startsWith("whsec_") && !secret.equals(made.secret()));
            assertTrue(rotated.asString().contains("honoured no more"));

            assertEquals(403, PageForm.get("office", address + "/secret", "en").statusCode());
            assertNull(PageForm.page("office", address).selectFirst("form[method=post]"));
            assertEquals(404, PageForm.get("regulator-tax-2", address, "en").statusCode());
            assertEquals(
                    404,
                    PageForm.get(REGULATOR, WAYS + "/" + UUID.randomUUID(), "en")
                            .statusCode());
            assertEquals(403, PageForm.get("team-028", WAYS, "en").statusCode());
        }
    }

    @Test
    void one_that_is_stopped_is_told_nothing_started_again_and_told_what_it_missed() throws IOException {
        try (var receiver = Receiver.answering(200)) {
            var address = WAYS + "/" + desk.webhook(receiver).id();
            var stopped = followed(
                    PageForm.open(REGULATOR, address, address + "/disablings").send());
            assertTrue(stopped.text().contains("Its owner stopped it."));
            var missed = desk.pilot();
            desk.plan(Said.raised(Said.alert(missed, "MILESTONE_OVERDUE", Severity.WARNING)));
            followed(PageForm.open(REGULATOR, address, address + "/enablings").send());

            var without =
                    PageForm.open(REGULATOR, address, address + "/replays").send();
            assertEquals(422, without.statusCode());
            assertTrue(without.asString().contains("href=\"#since\""));
            var replayed = PageForm.open(REGULATOR, address, address + "/replays")
                    .set("since", "2020-01-01")
                    .send();
            assertEquals(303, replayed.statusCode());
            // After all else that its agency was told since then, by whichever test.
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> receiver.requests().stream()
                            .anyMatch(request -> request.body().contains(missed)));
        }
    }

    @Test
    void one_is_deleted_after_the_question_whether_it_is_the_last() throws IOException {
        try (var receiver = Receiver.answering(200)) {
            var address = WAYS + "/" + desk.webhook(receiver).id();
            assertTrue(PageForm.page(REGULATOR, address + "/deletion").text().contains("the only way"));
            var gone = followed(PageForm.open(REGULATOR, address + "/deletion").send());
            assertTrue(gone.text().contains("Deleted."));
            assertEquals(404, PageForm.get(REGULATOR, address, "en").statusCode());
        }
    }

    @Test
    void the_office_sees_who_is_not_reached() throws IOException {
        var address = WAYS + "/"
                + desk.subscribe(Map.of("channel", "WEBHOOK", "target", Receiver.nobody()))
                        .id();
        followed(PageForm.open(REGULATOR, address, address + "/disablings").send());
        var page = PageForm.page("office", WAYS + "/health");
        assertTrue(page.selectFirst("tbody tr").text().contains("No: nothing is set up that works"));
        assertNotNull(page.selectFirst("a[href='" + address + "']"));
        assertEquals(403, PageForm.get(REGULATOR, WAYS + "/health", "en").statusCode());
        assertEquals(200, PageForm.get("operator", WAYS + "/health", "zh-CN").statusCode());
    }

    private static Document followed(Response sent) {
        assertEquals(303, sent.statusCode(), sent.asString());
        return PageForm.page(REGULATOR, sent.header("Location").replaceFirst("^https?://[^/]+", ""));
    }
}
