package io.pilotwatch.compliancealert.delivery;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pilotwatch.compliancealert.delivery.core.ChannelKind;
import io.pilotwatch.compliancealert.delivery.core.Subscription;
import io.pilotwatch.compliancealert.delivery.core.Subscription.Language;
import io.pilotwatch.compliancealert.delivery.core.Subscription.Timing;
import io.pilotwatch.platform.testing.MailServer;
import io.pilotwatch.platform.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Group robots, from the notice to a robot that checks what its maker says that it checks. */
@QuarkusTest
@QuarkusTestResource(MailServer.class)
class RobotIT {

    private static final String SECRET = "secret=" + URLEncoder.encode(FakeRobot.SECRET, StandardCharsets.UTF_8);

    @Inject
    Scene scene;

    private FakeRobot robot;

    @BeforeEach
    void start() throws IOException {
        robot = new FakeRobot();
    }

    @AfterEach
    void stop() {
        scene.over();
        robot.close();
    }

    @Test
    void wecom_gets_markdown_by_its_key() {
        var subscription = subscribe(ChannelKind.WECOM, robot.weComAddress());
        var pilot = tellOfOne();
        awaitTaken(1);
        assertTrue(robot.taken.getFirst().at("/markdown/content").asText().contains(pilot));
        assertEquals(List.of("DELIVERED {\"errcode\":0,\"errmsg\":\"ok\"}"), tries(subscription));
    }

    @Test
    void dingtalk_gets_markdown_with_a_signed_address_that_does_not_hold_the_secret() {
        subscribe(ChannelKind.DINGTALK, robot.dingTalkAddress() + "&" + SECRET);
        var pilot = tellOfOne();
        awaitTaken(1);
        assertTrue(robot.taken.getFirst().at("/markdown/text").asText().contains(pilot));
        assertFalse(robot.addresses.getFirst().contains("secret"), robot.addresses.getFirst());
    }

    @Test
    void feishu_gets_a_card_with_a_signed_body() {
        subscribe(ChannelKind.FEISHU, robot.feishuAddress() + "?" + SECRET);
        var pilot = tellOfOne();
        awaitTaken(1);
        var card = robot.taken.getFirst();
        assertEquals("interactive", card.path("msg_type").asText());
        assertTrue(card.at("/card/header/title/content").asText().contains(pilot));
        assertFalse(robot.addresses.getFirst().contains("secret"), robot.addresses.getFirst());
    }

    @Test
    void two_hundred_with_a_code_is_a_failure_and_is_tried_again() {
        robot.answers.add("{\"errcode\":-1,\"errmsg\":\"system busy\"}");
        var subscription = subscribe(ChannelKind.WECOM, robot.weComAddress());
        tellOfOne();
        awaitTaken(1);
        await().untilAsserted(() -> assertEquals(
                List.of(
                        "FAILED {\"errcode\":-1,\"errmsg\":\"system busy\"}",
                        "DELIVERED {\"errcode\":0,\"errmsg\":\"ok\"}"),
                tries(subscription)));
    }

    @Test
    void a_robot_that_is_sent_too_much_is_left_in_peace_for_as_long_as_it_asks() {
        robot.answers.add("{\"errcode\":130101,\"errmsg\":\"send too fast, exceed 20 times per minute\"}");
        var subscription = subscribe(ChannelKind.DINGTALK, robot.dingTalkAddress() + "&" + SECRET);
        tellOfOne();
        await().untilAsserted(() -> assertEquals(
                1,
                scene.count(
                        "select count(*) from endpoint where subscription_id = ? and quiet_until > now() + interval '9 min'",
                        subscription.id())));
        assertTrue(
                tries(subscription).getFirst().startsWith("OVERLOADED"),
                tries(subscription).toString());
    }

    @Test
    void what_makes_a_robots_address_secret_is_in_no_answer_and_no_try() {
        var made = asLead().header("Idempotency-Key", UUID.randomUUID().toString())
                .body("{\"channel\":\"DINGTALK\",\"target\":\"%s\"}".formatted(robot.dingTalkAddress() + "&" + SECRET))
                .post(SubscriptionResource.PATH)
                .then()
                .statusCode(201)
                .extract();
        var id = made.<String>path("subscription.subscriptionId");
        var list = asLead().get(SubscriptionResource.PATH + "/" + id)
                .then()
                .statusCode(200)
                .extract();
        for (var answer : List.of(made.asString(), list.asString())) {
            assertFalse(answer.contains(FakeRobot.KEY) || answer.contains("SEC"), answer);
            assertTrue(answer.contains("/…5aaa"), answer);
        }
        robot.close();
        tellOfOne();
        await().untilAsserted(() -> assertFalse(tries(UUID.fromString(id)).isEmpty()));
        assertFalse(tries(UUID.fromString(id)).toString().contains(FakeRobot.KEY));
        scene.write("update subscription set state = 'DELETED' where subscription_id = ?", UUID.fromString(id));
    }

    private static io.restassured.specification.RequestSpecification asLead() {
        return RestAssured.given()
                .contentType("application/json")
                .header("Authorization", "Bearer " + Tokens.of("regulator-cross-border-finance"));
    }

    private Subscription subscribe(ChannelKind channel, String target) {
        return scene.subscribe(channel, target, Timing.AT_ONCE, Language.CHINESE, false);
    }

    private String tellOfOne() {
        var pilot = scene.pilot("示例单位-920");
        scene.tell(Scene.raised(pilot));
        return pilot;
    }

    private void awaitTaken(int count) {
        await().atMost(java.time.Duration.ofSeconds(20)).until(() -> robot.taken.size() >= count);
        assertEquals(count, robot.taken.size());
    }

    private List<String> tries(Subscription subscription) {
        return tries(subscription.id());
    }

    private List<String> tries(UUID subscriptionId) {
        return scene.texts(
                "select t.outcome || ' ' || coalesce(t.answer, t.error) from delivery_try t"
                        + " join delivery d using (delivery_id) where d.subscription_id = ? order by t.at",
                subscriptionId);
    }
}
