package io.pilotwatch.compliancealert.delivery.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pilotwatch.compliancealert.delivery.core.Digests.Entry;
import io.pilotwatch.compliancealert.delivery.core.Notice.Kind;
import io.pilotwatch.contracts.Severity;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class RobotTest {

    private static final LocalDate DAY = LocalDate.parse("2022-12-05");

    @Test
    void each_robot_gets_its_own_kind_of_message() {
        var chat = Chat.of(Examples.said("示例单位-028"), Locale.SIMPLIFIED_CHINESE);
        var wecom = text(Robot.WECOM.payload(chat), "markdown", "content");
        assertTrue(wecom.startsWith("### <font color=\"warning\">［一般］ 里程碑逾期：BP-028 示例单位-028</font>\n"), wecom);
        assertTrue(wecom.endsWith("[查看](https://pilotwatch.example/reporting/pilots/BP-028#alerts-title)"), wecom);
        assertEquals("［一般］ 里程碑逾期：BP-028 示例单位-028", text(Robot.DINGTALK.payload(chat), "markdown", "title"));
        assertTrue(text(Robot.DINGTALK.payload(chat), "markdown", "text").contains("\n\n**级别**：一般（第 2 级）\n\n"));
        assertEquals("red", text(Robot.FEISHU.payload(chat), "card", "header", "template"));
    }

    @Test
    void a_hundred_alerts_fit_every_robot_and_those_left_out_are_counted() {
        var entries = IntStream.range(0, 100)
                .mapToObj(i -> Examples.overdue("BP-" + i, Severity.WARNING, "2022-12-01"))
                .map(alert -> new Entry(
                        Kind.RAISED,
                        alert,
                        alert.text(),
                        Examples.matter(alert.pilotId(), "一个名称很长的示例单位".repeat(9), "tax")))
                .toList();
        var digest = Digests.ofNews(entries, null, DAY, false, Examples.PROGRAMME, Examples.URL);
        var chat = Chat.of(digest, Locale.SIMPLIFIED_CHINESE);

        var wecom = text(Robot.WECOM.payload(chat), "markdown", "content");
        assertTrue(bytes(wecom) <= 4096, bytes(wecom) + " bytes");
        assertTrue(wecom.contains("项，请登录查看。\n[查看]("), wecom);
        assertTrue(bytes(Robot.DINGTALK.payload(chat).toString()) < 20_000);
        assertTrue(bytes(Robot.FEISHU.payload(chat).toString()) < 20_000);
    }

    @Test
    void what_people_wrote_cannot_become_markup_a_mention_or_a_link() {
        var chat = Chat.of(
                Examples.said("<at id=all></at> **粗** [点我](https://evil.example) `x` # 标题"), Locale.SIMPLIFIED_CHINESE);
        for (var robot : Robot.values()) {
            var payload = robot.payload(chat).toString();
            assertFalse(payload.contains("<at"), payload);
            assertFalse(payload.contains("**粗"), payload);
            assertFalse(payload.contains("[点我]"), payload);
            assertFalse(payload.contains("https://evil"), payload);
        }
    }

    @Test
    void what_is_over_is_not_shown_as_a_warning() {
        var said = Wording.of(
                Examples.notice(Kind.CLEARED, null),
                Examples.matter("BP-028", "示例单位-028", "tax"),
                Examples.PROGRAMME,
                Examples.URL);
        var chat = Chat.of(said, Locale.ENGLISH);
        assertEquals("green", text(Robot.FEISHU.payload(chat), "card", "header", "template"));
        assertTrue(text(Robot.WECOM.payload(chat), "markdown", "content").startsWith("### <font color=\"info\">"));
    }

    private record Row(String sentence, Robot robot, long code, String message, Duration pause) {}

    @TestFactory
    Stream<DynamicTest> a_robot_that_complains_of_too_many_messages_is_left_alone_for_a_while() {
        return Stream.of(
                        new Row("WeCom's 45009", Robot.WECOM, 45009, "api freq out of limit", Duration.ofMinutes(1)),
                        new Row("WeCom's wrong key is no such complaint", Robot.WECOM, 93000, "invalid key", null),
                        new Row("DingTalk's 130101", Robot.DINGTALK, 130101, "send too fast", Duration.ofMinutes(10)),
                        new Row("DingTalk's 410100", Robot.DINGTALK, 410100, "发送速度太快", Duration.ofMinutes(10)),
                        new Row("DingTalk's wrong signature is not", Robot.DINGTALK, 310000, "sign not match", null),
                        new Row("Feishu's 11232", Robot.FEISHU, 11232, "frequency limited", Duration.ofMinutes(1)),
                        new Row(
                                "Feishu's 9499 for many",
                                Robot.FEISHU,
                                9499,
                                "too many request",
                                Duration.ofMinutes(1)),
                        new Row("Feishu's 9499 for a bad request is not", Robot.FEISHU, 9499, "Bad Request", null))
                .map(row -> DynamicTest.dynamicTest(
                        row.sentence(),
                        () -> assertEquals(
                                Optional.ofNullable(row.pause()), row.robot().pauseAfter(row.code(), row.message()))));
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static String text(Object payload, String... path) {
        for (var name : path) {
            payload = ((Map<?, ?>) payload).get(name);
        }
        return payload.toString();
    }
}
