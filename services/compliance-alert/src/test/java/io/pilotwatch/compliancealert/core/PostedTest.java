package io.pilotwatch.compliancealert.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.pilotwatch.contracts.Event;
import io.pilotwatch.contracts.EventType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Which texts of which events are screened; every event of the contracts is decided on. */
class PostedTest {

    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    /** By event: what its texts belong to, then the texts. An event that is not here has none. */
    private static final Map<String, List<String>> POSTED = posted();

    private static Map<String, List<String>> posted() {
        var posted = new LinkedHashMap<String, List<String>>();
        posted.put(
                "ApplicationSubmitted",
                List.of(
                        "pilot:BP-028",
                        "用区块链核验电子发票，减少企业重复报送。Verify electronic invoices on a chain, so that firms report once.",
                        "电子发票核验 Electronic invoice verification"));
        posted.put("ApplicationWithdrawn", List.of("pilot:BP-028", "单位调整，暂不申报。"));
        posted.put(
                "PilotAmended",
                List.of("pilot:BP-028", "电子发票核验 Electronic invoice verification", "出口退税核验 Export tax refund checks"));
        posted.put("PilotWithdrawn", List.of("pilot:BP-028", "单位职能调整，申请退出。"));
        posted.put("TaskBookSubmitted", List.of("task-book:BP-028", "任务书组织实施机制到位", "Task-book organisation in place"));
        posted.put(
                "TaskBookChangeRequested",
                List.of("task-book:BP-028", "任务书组织实施机制到位", "Task-book organisation in place"));
        posted.put(
                "MilestoneUpdated",
                List.of(
                        "m3",
                        "发票核验场景已联调 3 个区局，公示栏提醒：平台不涉及炒币、挖矿。",
                        "接口联调比计划晚两周。",
                        "联调推迟",
                        "对方系统升级",
                        "增加联调人员",
                        "数据口径不一致",
                        "每周核对一次",
                        "缺少测试环境",
                        "请主管部门协调"));
        posted.put("MilestoneClaimed", List.of("m3", "场景已上线。The scenario is live."));
        posted.put("ExtensionRequested", List.of("m3", "对方系统升级。"));
        posted.put("EvidenceAttached", List.of("evidence:0190a1b2-0000-7000-8000-000000000002", "上线测试报告.pdf"));
        posted.put("IndicatorRecorded", List.of("indicator:on-chain-records", "按生产链区块浏览器统计。"));
        posted.put("IndicatorCorrected", List.of("indicator:on-chain-records", "按生产链区块浏览器统计。", "重复计入测试数据。"));
        posted.put(
                "ReportSubmitted",
                List.of(
                        "report:0190a1b2-0000-7000-8000-000000000003",
                        "完成总体方案评审，开始联调。",
                        "完成首个场景上线。",
                        "联调比计划晚两周。",
                        "联调推迟",
                        "对方系统升级",
                        "增加联调人员",
                        "数据口径不一致",
                        "缺少测试环境"));
        posted.put("RectificationAnswered", List.of("rectification:0190a1b2-0000-7000-8000-000000000004", "已补齐并附报告。"));
        return posted;
    }

    @TestFactory
    Stream<DynamicTest> the_texts_of_every_event_are_those_that_the_team_wrote() {
        return Arrays.stream(EventType.values()).map(type -> {
            var name = type.record().getSimpleName();
            return dynamicTest(name, () -> {
                var event = sample(type);
                var texts = Posted.texts(event);
                var expected = POSTED.getOrDefault(name, List.of());
                var found = new ArrayList<String>();
                if (!texts.isEmpty()) {
                    found.add(Posted.subject(event));
                    found.addAll(name.startsWith("TaskBook") ? texts.subList(0, 2) : texts);
                }
                assertEquals(expected, found);
            });
        });
    }

    @Test
    void a_plan_is_read_with_all_its_milestones_and_the_reason_for_it() {
        var submitted = Posted.texts(sample(EventType.TASK_BOOK_SUBMITTED));
        var requested = Posted.texts(sample(EventType.TASK_BOOK_CHANGE_REQUESTED));
        assertEquals("提交终期评估材料", submitted.get(submitted.size() - 2));
        assertEquals(submitted.size() + 1, requested.size());
    }

    private static Event sample(EventType type) {
        var name = "samples/" + type.record().getSimpleName() + ".sample.json";
        try (var in = Event.class.getResourceAsStream(name)) {
            return JSON.readValue(in, type.record());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
