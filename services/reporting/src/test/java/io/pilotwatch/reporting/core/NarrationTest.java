package io.pilotwatch.reporting.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.pilotwatch.contracts.AlertEvent.ConductFlag;
import io.pilotwatch.contracts.AlertEvent.ConductFlagged;
import io.pilotwatch.contracts.AlertEvent.ConductOutcome;
import io.pilotwatch.contracts.Event;
import io.pilotwatch.contracts.Text;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NarrationTest {

    private static final Facts PILOT = Facts.of(101);

    @ParameterizedTest(name = "{2}")
    @MethodSource
    void everyEventHasWordsInBothLanguages(Event event, String zh, String en) {
        assertEquals(new Text(zh, en), Narration.of(event));
    }

    static Stream<Arguments> everyEventHasWordsInBothLanguages() {
        return Stream.of(
                arguments(PILOT.approved(), "列入试点名单，序号 101", "Published in the list of pilots as number 101"),
                arguments(
                        PILOT.filed("m1", "m2"), "任务书第 1 版备案，含 2 个里程碑", "Task book filed, version 1 with 2 milestones"),
                arguments(
                        PILOT.updated("m1", 2, 40),
                        "里程碑「首个应用场景上线」进度 0% → 40%，预计 2022-06-30 完成。进展顺利",
                        "Milestone “First scenario live”: progress 0% → 40%, expected by 2022-06-30. 进展顺利"),
                arguments(
                        PILOT.claimed("m1", 3),
                        "里程碑「首个应用场景上线」提交完成情况，待核",
                        "Milestone “First scenario live”: claimed as reached"),
                arguments(
                        PILOT.reached("m1", 3, "2022-06-30"),
                        "里程碑「首个应用场景上线」已完成（2022-06-30，按期）",
                        "Milestone “First scenario live”: reached on 2022-06-30, in time"),
                arguments(
                        PILOT.extended("m1", 3, "2022-09-30"),
                        "里程碑「首个应用场景上线」延期：2022-06-30 改为 2022-09-30。设备到货推迟",
                        "Milestone “First scenario live”: extended from 2022-06-30 to 2022-09-30. 设备到货推迟"),
                arguments(
                        PILOT.raised("PILOT_STALE", 1), "预警（一般）：已 60 天无进展报送。", "Alert (Warning): No word for 60 days."),
                arguments(
                        PILOT.cleared("PILOT_STALE", 2),
                        "解除预警：已 60 天无进展报送。原因：已报送进展",
                        "Alert cleared: No word for 60 days. Reason: It reported"),
                arguments(
                        new ConductFlagged(
                                PILOT.pilotId(),
                                1,
                                new ConductFlag(
                                        "f1",
                                        PILOT.pilotId(),
                                        null,
                                        ConductOutcome.REVIEW,
                                        "mining",
                                        List.of("挖矿", "矿机"),
                                        "购置矿机")),
                        "内容筛查发现待核词语：挖矿、矿机",
                        "Screening found words for a person to judge: 挖矿、矿机"));
    }
}
