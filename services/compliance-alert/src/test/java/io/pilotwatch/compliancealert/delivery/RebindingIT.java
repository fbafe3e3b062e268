package io.pilotwatch.compliancealert.delivery;

import static io.pilotwatch.compliancealert.delivery.DeliveryDesk.REGULATOR;
import static io.pilotwatch.compliancealert.delivery.DeliveryDesk.SUBSCRIPTIONS;
import static io.pilotwatch.compliancealert.delivery.DeliveryDesk.get;
import static io.pilotwatch.compliancealert.delivery.DeliveryDesk.post;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pilotwatch.contracts.Severity;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A receiver whose name stands for one address when it is looked at and for another when it is called. 127.0.0.1 is where the
 * operator of these tests lets things be sent, as everywhere on the Internet; 127.0.0.2 is inside, where nobody may be sent.
 */
@QuarkusTest
class RebindingIT {

    private static final String OUTSIDE = "127.0.0.1";
    private static final String INSIDE = "127.0.0.2";

    @Inject
    DeliveryDesk desk;

    private final AtomicInteger called = new AtomicInteger();
    private final String name = "n" + UUID.randomUUID() + AttackersResolver.ZONE;
    private RebindingNames names;
    private Receiver receiver;
    private ServerSocket inside;

    @BeforeEach
    void attack() throws Exception {
        desk.forgetAll();
        names = new RebindingNames();
        receiver = Receiver.answering(200);
        inside = new ServerSocket(port(), 50, InetAddress.ofLiteral(INSIDE));
        Thread.ofVirtual().start(this::countCalls);
    }

    @AfterEach
    void over() throws IOException {
        names.close();
        receiver.close();
        inside.close();
    }

    @Test
    void what_was_looked_at_is_what_is_called_though_the_name_means_something_else_a_moment_later() {
        names.answer(name, OUTSIDE);
        var subscribed = subscribed("WEBHOOK");
        // The first answer passes the check; a second look, just before connecting, would go inside.
        names.answer(name, question -> List.of(question == 1 ? OUTSIDE : INSIDE));
        post(REGULATOR, tests(subscribed), "{}").statusCode(201).body("state", is("DELIVERED"));
        assertEquals(1, names.questions(name), "asked once for each try");
        names.answer(name, question -> List.of(question == 1 ? OUTSIDE : INSIDE));
        tell();
        settled(subscribed, "DELIVERED");
        assertEquals(1, names.questions(name));
        assertEquals(2, receiver.count());
        assertTrue(receiver.requests().getLast().header("host").startsWith(name));
        assertEquals(0, called.get());
    }

    @ParameterizedTest
    @ValueSource(strings = {"WEBHOOK", "WECOM", "DINGTALK", "FEISHU"})
    void a_name_that_moves_inside_after_it_was_subscribed_is_not_called_at_any_try(String channel) {
        names.answer(name, OUTSIDE);
        var subscribed = subscribed(channel);
        names.answer(name, INSIDE);

        post(REGULATOR, tests(subscribed), "{}")
                .statusCode(201)
                .body("state", is("GIVEN_UP"))
                .body("tries[0].error", is("nothing is sent to %s, which is %s".formatted(name, INSIDE)));
        tell();
        settled(subscribed, "GIVEN_UP");
        assertEquals(3, notice(subscribed).getList("tries").size(), "looked at anew at each try");
        assertTrue(everyItem(nullValue()).matches(notice(subscribed).getList("tries.status")));
        post(REGULATOR, SUBSCRIPTIONS + "/" + subscribed + "/disablings", "{}").statusCode(201);
        post(REGULATOR, SUBSCRIPTIONS + "/" + subscribed + "/enablings", "{}")
                .statusCode(422)
                .body("code", is("TARGET_NOT_PUBLIC"));
        assertEquals(0, receiver.count());
        assertEquals(0, called.get());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                INSIDE,
                "127.0.0.1,127.0.0.2",
                "127.0.0.1,::1",
                "127.0.0.1,fd00:ec2::254",
                "127.0.0.1,fe80::1",
                "169.254.169.254",
                "100.100.100.200",
                "10.0.0.1",
                "0.0.0.0",
                "::ffff:127.0.0.2",
                "64:ff9b::7f00:2",
                "64:ff9b:1::7f00:2",
                "2002:7f00:2::1",
                "2001:0:7f00:2::1",
            })
    void a_name_of_which_any_address_is_inside_is_not_subscribed(String addresses) {
        names.answer(name, addresses.split(","));
        post(REGULATOR, SUBSCRIPTIONS, Map.of("channel", "WEBHOOK", "target", target()))
                .statusCode(422)
                .body("code", is("TARGET_NOT_PUBLIC"));
        assertEquals(0, called.get());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://2130706434/",
                "http://0x7f000002/",
                "http://0x7f.0.0.2/",
                "http://017700000002/",
                "http://127.2/",
                "http://127.0.2/",
                "http://127.0.0.2./",
                "http://localhost6/",
                "http://ip6-localhost/",
                "http://[::ffff:7f00:2]/",
                "http://[0:0:0:0:0:ffff:127.0.0.2]/",
                "http://[::127.0.0.2]/",
                "http://[fe80::1%25lo]/",
                "http://[fd00:ec2::254]/latest/meta-data",
                "http://169.254.169.254/latest/meta-data",
                "http://①②⑦.⓪.⓪.②/",
                "http://127。0。0。2/",
                "http://127.0.0.2%2f@example.org/",
                "http://example.org@127.0.0.2/",
                "http://127.0.0.2\\@example.org/",
                "http:///127.0.0.2/",
                "http:127.0.0.2/",
                "//127.0.0.2/",
                "gopher://127.0.0.2/_x",
                "file:///etc/passwd",
                "jar:http://127.0.0.2!/",
                "http://127.0.0.2:80:80/",
                "http://127.0.0.2 /",
                "http://127.0.0.2\r\nHost: x/",
            })
    void no_other_spelling_of_an_inner_address_is_subscribed(String target) {
        post(REGULATOR, SUBSCRIPTIONS, Map.of("channel", "WEBHOOK", "target", target))
                .statusCode(422);
        assertEquals(0, called.get());
    }

    private UUID subscribed(String channel) {
        return desk.subscribe(Map.of("channel", channel, "target", target())).id();
    }

    private String target() {
        return "http://" + name + ":" + port() + "/hook";
    }

    private int port() {
        return URI.create(receiver.url()).getPort();
    }

    private static String tests(UUID subscription) {
        return SUBSCRIPTIONS + "/" + subscription + "/tests";
    }

    private void tell() {
        desk.plan(Said.raised(Said.alert(desk.pilot(), "MILESTONE_OVERDUE", Severity.WARNING)));
    }

    private static void settled(UUID subscription, String state) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> state.equals(notice(subscription).getString("state")));
    }

    /** Beside the test. */
    private static JsonPath notice(UUID subscription) {
        return get(REGULATOR, SUBSCRIPTIONS + "/" + subscription + "/deliveries")
                .extract()
                .jsonPath()
                .setRootPath("items.find { it.kind != 'TEST' }");
    }

    private void countCalls() {
        try {
            while (true) {
                inside.accept().close();
                called.incrementAndGet();
            }
        } catch (IOException over) {
            // The test has ended.
        }
    }
}
