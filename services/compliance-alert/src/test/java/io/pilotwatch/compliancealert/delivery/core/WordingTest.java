package io.pilotwatch.compliancealert.delivery.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pilotwatch.compliancealert.delivery.core.Notice.Kind;
import io.pilotwatch.contracts.Text;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class WordingTest {

    private record Row(String sentence, Kind kind, String zh, String en, String todo) {}

    @TestFactory
    Stream<DynamicTest> each_kind_of_notice_has_its_subject_and_says_what_to_do() {
        return Stream.of(
                        new Row(
                                "a new alert begins with its severity",
                                Kind.RAISED,
                                "[一般] 里程碑逾期：BP-028 示例单位-028",
                                "[Warning] Milestone overdue: BP-028 示例单位-028",
                                "acknowledge this alert"),
                        new Row(
                                "a raised level says so",
                                Kind.LEVEL_RAISED,
                                "[一般 · 预警升级] 里程碑逾期：BP-028 示例单位-028",
                                "[Warning · Alert raised in level] Milestone overdue: BP-028 示例单位-028",
                                "acknowledge this alert"),
                        new Row(
                                "what was escalated says so",
                                Kind.ESCALATED,
                                "[一般 · 升级督办] 里程碑逾期：BP-028 示例单位-028",
                                "[Warning · Escalated] Milestone overdue: BP-028 示例单位-028",
                                "brought to you"),
                        new Row(
                                "an acknowledgement that ran out says so",
                                Kind.ACKNOWLEDGEMENT_EXPIRED,
                                "[一般 · 签收到期] 里程碑逾期：BP-028 示例单位-028",
                                "[Warning · Acknowledgement ran out] Milestone overdue: BP-028 示例单位-028",
                                "acknowledge again"),
                        new Row(
                                "a cleared alert is no warning any more",
                                Kind.CLEARED,
                                "[已解除] 里程碑逾期：BP-028 示例单位-028",
                                "[Cleared] Milestone overdue: BP-028 示例单位-028",
                                "Nothing needs"))
                .map(row -> DynamicTest.dynamicTest(row.sentence(), () -> {
                    var said = Wording.of(
                            Examples.notice(row.kind(), null),
                            Examples.matter("BP-028", "示例单位-028", "tax"),
                            Examples.PROGRAMME,
                            Examples.URL);
                    assertEquals(new Text(row.zh(), row.en()), said.subject());
                    assertTrue(
                            said.todo().en().contains(row.todo()), said.todo().en());
                }));
    }

    @Test
    void a_notice_says_what_who_why_since_when_until_when_how_grave_and_where() {
        assertEquals("""
                [一般] 里程碑逾期：BP-028 示例单位-028

                试点：BP-028 示例单位-028（示例）
                领域：区块链+税费服务
                预警：里程碑逾期 · 新预警
                级别：一般（第 2 级）
                原因：里程碑 m1“上线”应于 2022-11-23 完成，已逾期至少 7 天。
                起始：2022-11-30
                到期：2022-11-23
                告知：国家税务总局

                请核实情况，督促试点单位，并签收本预警。
                https://pilotwatch.example/reporting/pilots/BP-028#alerts-title

                您收到本消息，是因为您的账号在 Pilotwatch 中订阅了预警；可在订阅设置中修改或停用。
                """, Examples.said("示例单位-028").plain(Locale.SIMPLIFIED_CHINESE));
    }

    @Test
    void a_clearance_says_why_in_the_readers_language() {
        var said = Wording.of(
                Examples.notice(Kind.CLEARED, new Text("里程碑已完成。", "The milestone was reached.")),
                Examples.matter("BP-028", "示例单位-028", "tax"),
                Examples.PROGRAMME,
                Examples.URL);
        assertTrue(said.plain(Locale.ENGLISH).contains("Outcome: The milestone was reached.\n"));
        assertTrue(said.plain(Locale.SIMPLIFIED_CHINESE).contains("结果：里程碑已完成。\n"));
    }

    @Test
    void what_is_about_no_alert_says_why_it_comes() {
        var reason = new Text("连续失败五天。", "It failed for five days.");
        var said = Wording.of(
                new Notice(Kind.ENDPOINT_FAILING, null, 0, "sta", reason), null, Examples.PROGRAMME, Examples.URL);
        assertTrue(said.plain(Locale.ENGLISH).startsWith("A subscription to alerts was stopped\n\nWhy: It failed"));
    }

    @Test
    void a_name_with_line_breaks_adds_no_line() {
        var said = Examples.said("单位\r\nBcc: all@example.com\u2028x");
        assertEquals("[一般] 里程碑逾期：BP-028 单位 Bcc: all@example.com x", said.subjectLine(Locale.SIMPLIFIED_CHINESE));
        assertTrue(said.plain(Locale.ENGLISH).lines().noneMatch(line -> line.startsWith("Bcc")));
    }
}
