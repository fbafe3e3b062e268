package io.pilotwatch.compliancealert.delivery;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pilotwatch.compliancealert.delivery.core.Examples;
import io.pilotwatch.compliancealert.delivery.core.Subscription;
import io.pilotwatch.compliancealert.delivery.core.Subscription.Language;
import io.pilotwatch.compliancealert.delivery.core.Subscription.Timing;
import io.pilotwatch.contracts.Text;
import io.pilotwatch.platform.testing.MailServer;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Mail, from the notice to a real SMTP server. */
@QuarkusTest
@QuarkusTestResource(MailServer.class)
class EmailIT {

    @Inject
    Scene scene;

    @Inject
    DigestJob digests;

    @Inject
    Deliveries deliveries;

    private String address;

    @BeforeEach
    void newAddress() {
        address = Scene.newAddress();
    }

    @AfterEach
    void nobodyHearsOfOtherTests() {
        scene.over();
    }

    @Test
    void a_notice_is_one_mail_that_says_what_who_why_and_where() throws Exception {
        scene.byMail(address, Timing.AT_ONCE, Language.CHINESE);
        var pilot = scene.pilot("示例单位-901");

        scene.tell(Scene.raised(pilot));
        scene.tell(Scene.raised(pilot));

        var mail = awaitMails(1).getFirst();
        assertEquals("[一般] 里程碑逾期：" + pilot + " 示例单位-901", mail.getSubject());
        assertEquals("Pilotwatch <pilotwatch@localhost>", mail.getFrom()[0].toString());
        assertTrue(
                mail.getHeader("Message-ID")[0].matches("<[0-9a-f-]{36}@localhost>"), mail.getHeader("Message-ID")[0]);
        assertEquals("Pilotwatch <alerts.localhost>", mail.getHeader("List-Id")[0]);
        assertEquals("auto-generated", mail.getHeader("Auto-Submitted")[0]);
        assertTrue(MailServer.part(mail, "text/plain").contains("到期：2022-11-23"), MailServer.part(mail, "text/plain"));
        var html = MailServer.part(mail, "text/html");
        assertTrue(html.contains("<html lang=\"zh-CN\">"), html);
        assertTrue(html.contains("/reporting/pilots/" + pilot), html);
        assertFalse(html.contains("<img") || html.contains("<script") || html.contains("<link"), html);
    }

    @Test
    void each_reads_their_own_language_and_the_clearance_comes_too() throws Exception {
        scene.byMail(address, Timing.AT_ONCE, Language.ENGLISH);
        var pilot = scene.pilot("示例单位-902");

        scene.tell(Scene.raised(pilot));
        awaitMails(1);
        scene.tell(Scene.cleared(pilot, new Text("里程碑已完成。", "The milestone was reached.")));

        var mails = awaitMails(2);
        assertEquals(
                "[Warning] Milestone overdue: " + pilot + " 示例单位-902",
                mails.get(0).getSubject());
        assertEquals(
                "[Cleared] Milestone overdue: " + pilot + " 示例单位-902",
                mails.get(1).getSubject());
        assertTrue(MailServer.part(mails.get(1), "text/plain").contains("Outcome: The milestone was reached."));
        assertTrue(MailServer.part(mails.get(1), "text/html").contains("<html lang=\"en\">"));
    }

    @Test
    void an_organisation_that_is_called_like_markup_stays_a_name() throws Exception {
        scene.byMail(address, Timing.AT_ONCE, Language.CHINESE);
        scene.tell(Scene.raised(scene.pilot("<b>单位</b><img src=x onerror=alert(1)>")));

        var html = MailServer.part(awaitMails(1).getFirst(), "text/html");
        assertTrue(html.contains("&lt;b&gt;单位&lt;/b&gt;"), html);
        assertFalse(html.contains("<img"), html);
    }

    @Test
    void a_name_with_line_breaks_adds_no_header_and_an_address_with_them_gets_no_mail() throws Exception {
        var injected = scene.byMail("x" + address + "\r\nBcc: " + address, Timing.AT_ONCE, Language.CHINESE);
        scene.byMail(address, Timing.AT_ONCE, Language.CHINESE);
        scene.tell(Scene.raised(scene.pilot("单位\r\nX-Injected: yes\r\n\r\nbody")));

        // The owner of the one that was refused hears of that by the other one.
        var bySubject = new TreeMap<String, MimeMessage>();
        for (var mail : awaitMails(2)) {
            assertEquals(null, mail.getHeader("X-Injected"));
            bySubject.put(mail.getSubject(), mail);
        }
        assertTrue(bySubject.firstKey().endsWith("单位 X-Injected: yes body"), bySubject.firstKey());
        assertEquals("预警订阅已停用", bySubject.lastKey());
        assertEquals(List.of("GONE not an address"), tries(injected));
    }

    @Test
    void while_the_server_is_away_it_is_tried_again_under_the_same_id() throws Exception {
        var subscription = scene.byMail(address, Timing.AT_ONCE, Language.CHINESE);
        MailServer.down();
        try {
            scene.tell(Scene.raised(scene.pilot("示例单位-903")));
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> !tries(subscription).isEmpty());
        } finally {
            MailServer.up();
        }

        var mail = awaitMails(1).getFirst();
        var deliveryId = scene.texts("select delivery_id from delivery where subscription_id = ?", subscription.id())
                .getFirst();
        assertEquals("<" + deliveryId + "@localhost>", mail.getHeader("Message-ID")[0]);
        await().untilAsserted(
                        () -> assertEquals("DELIVERED OK", tries(subscription).getLast()));
        assertTrue(
                tries(subscription).getFirst().startsWith("FAILED"),
                tries(subscription).toString());
    }

    @Test
    void an_address_that_the_server_refuses_is_given_up_for_good_with_the_reason() throws Exception {
        var subscription = scene.byMail(address, Timing.AT_ONCE, Language.CHINESE);
        MailServer.down();
        try (var refusing = new RefusingMailServer(MailServer.port(), "550 5.1.1 no such mailbox")) {
            scene.tell(Scene.raised(scene.pilot("示例单位-904")));
            await().untilAsserted(() -> assertEquals(
                    List.of("The mail server refuses the address: 550 5.1.1 no such mailbox"),
                    scene.texts(
                            "select disabled_reason_en from subscription where subscription_id = ? and state = 'DISABLED'",
                            subscription.id())));
        } finally {
            MailServer.up();
        }
        assertEquals(List.of("GONE 550 5.1.1 no such mailbox"), tries(subscription));
    }

    /** Trap table: nothing is sent for what was rolled back. */
    @Test
    void mail_sent_inside_a_transaction_that_rolls_back() throws Exception {
        scene.byMail(address, Timing.AT_ONCE, Language.CHINESE);
        var undone = scene.pilot("示例单位-905");
        QuarkusTransaction.begin();
        deliveries.plan(List.of(Scene.raised(undone)), at("2022-11-30T00:00"));
        QuarkusTransaction.rollback();

        var pilot = scene.pilot("示例单位-906");
        scene.tell(Scene.raised(pilot));

        assertTrue(awaitMails(1).getFirst().getSubject().contains(pilot));
        assertEquals(0, scene.count("select count(*) from notice where pilot_id = ?", undone));
    }

    @Test
    void a_digest_comes_at_half_past_eight_of_the_working_day_also_of_a_weekend_that_is_worked() throws Exception {
        scene.byMail(address, Timing.DIGEST, Language.CHINESE);
        digests.at(at("2022-09-30T09:00"));

        // The week of the national day is free; the Saturday and Sunday around it are worked.
        var first = scene.pilot("示例单位-907");
        scene.tell(Scene.raised(first), at("2022-09-30T10:00"));
        for (var holiday : List.of("2022-10-01", "2022-10-04", "2022-10-07")) {
            digests.at(at(holiday + "T12:00"));
        }
        digests.at(at("2022-10-08T08:29"));
        var second = scene.pilot("示例单位-908");
        scene.tell(Scene.raised(second), at("2022-10-08T08:29"));
        assertEquals(0, MailServer.to(address).size());
        digests.at(at("2022-10-08T08:30"));

        var mail = awaitMails(1).getFirst();
        assertEquals("预警摘要（2022-10-08）：2 项", mail.getSubject());
        var text = MailServer.part(mail, "text/plain");
        assertTrue(text.contains("2022-09-30 之后"), text);
        assertTrue(text.indexOf(first) < text.indexOf(second), text);

        // An ordinary weekend: what comes on Friday night waits for Monday.
        digests.at(at("2022-10-09T08:30"));
        digests.at(at("2022-10-14T08:30"));
        scene.tell(Scene.cleared(first, new Text("已完成。", "Done.")), at("2022-10-14T20:00"));
        digests.at(at("2022-10-15T08:30"));
        digests.at(at("2022-10-16T08:30"));
        assertEquals(1, MailServer.to(address).size());
        digests.at(at("2022-10-17T08:30"));
        assertEquals("预警摘要（2022-10-17）：1 项", awaitMails(2).getLast().getSubject());
        await().untilAsserted(() -> assertEquals(
                0,
                scene.count(
                        "select count(*) from delivery d join subscription s"
                                + " using (subscription_id) where s.target = ? and d.state <> 'DELIVERED'",
                        address)));
    }

    @Test
    void a_digest_that_was_missed_comes_once_says_that_it_is_late_and_two_replicas_make_one() throws Exception {
        scene.byMail(address, Timing.DIGEST, Language.ENGLISH);
        digests.at(at("2022-11-01T09:00"));
        scene.tell(Scene.raised(scene.pilot("示例单位-909")), at("2022-11-01T15:00"));

        // Nobody ran on the 2nd, 3rd and 4th.
        var now = at("2022-11-04T15:00");
        CompletableFuture.allOf(Stream.generate(() -> CompletableFuture.runAsync(() -> digests.at(now)))
                        .limit(4)
                        .toArray(CompletableFuture[]::new))
                .join();
        digests.at(now.plusSeconds(3600));

        var mail = awaitMails(1).getFirst();
        assertEquals("[Late] Alerts of 2022-11-02: 1", mail.getSubject());
        assertTrue(MailServer.part(mail, "text/plain").contains("This should have come on 2022-11-02"));
    }

    @Test
    void a_day_with_nothing_to_say_brings_no_digest() throws Exception {
        scene.byMail(address, Timing.DIGEST, Language.CHINESE);
        for (var day : List.of("2022-11-07", "2022-11-08", "2022-11-09")) {
            digests.at(at(day + "T08:30"));
        }
        scene.tell(Scene.raised(scene.pilot("示例单位-910")), at("2022-11-09T09:00"));
        digests.at(at("2022-11-10T08:30"));
        assertEquals("预警摘要（2022-11-10）：1 项", awaitMails(1).getFirst().getSubject());
    }

    private List<MimeMessage> awaitMails(int count) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> MailServer.to(address).size() >= count);
        var mails = MailServer.to(address);
        assertEquals(count, mails.size());
        return mails;
    }

    private List<String> tries(Subscription subscription) {
        return scene.texts(
                "select t.outcome || ' ' || coalesce(t.answer, t.error) from delivery_try t"
                        + " join delivery d using (delivery_id) where d.subscription_id = ? order by t.at",
                subscription.id());
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(Examples.PROGRAMME.zone()).toInstant();
    }
}
