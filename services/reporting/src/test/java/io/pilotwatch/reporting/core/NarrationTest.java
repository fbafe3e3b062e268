package io.pilotwatch.reporting.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.pilotwatch.contracts.Event;
import io.pilotwatch.contracts.EventType;
import io.pilotwatch.contracts.Programme;
import io.pilotwatch.contracts.Text;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The golden sample of each event, told in both languages. */
class NarrationTest {

    private static final Programme PROGRAMME = Samples.programme();
    private static final Narration TO_DECIDERS = new Narration(PROGRAMME, true);
    private static final Narration TO_OTHERS = new Narration(PROGRAMME, false);

    private static final List<Arguments> APPLICATIONS = List.of(
            told("ApplicationSubmitted", "示例单位-028 提交试点申报", "Application submitted by 示例单位-028"),
            told("ApplicationRecommended", "申报获推荐（示例省）。条件成熟，予以推荐。", "Application recommended (示例省). 条件成熟，予以推荐。"),
            told("ApplicationReviewStarted", "申报进入专家评审", "Application given to the experts"),
            told(
                    "ApplicationReviewed",
                    "专家评审 84 分，同意入选。场景清晰，数据来源可靠。",
                    "Expert review: 84 points, in favour. 场景清晰，数据来源可靠。"),
            told(
                    "ApplicationShortlisted",
                    "申报入围，公示至 2022-01-17",
                    "Application shortlisted; open to objections until 2022-01-17"),
            told("ObjectionRaised", "公示期内收到异议。申报单位与另一项目重复。", "Objection raised. 申报单位与另一项目重复。"),
            told("ObjectionSettled", "异议不成立。经核实，两个项目的场景不同。", "Objection not upheld. 经核实，两个项目的场景不同。"),
            told("ApplicationReturned", "申报退回补正。请补充数据来源说明。", "Application returned for correction. 请补充数据来源说明。"),
            told("ApplicationRejected", "申报未入选。评审得分未达入选线。", "Application rejected. 评审得分未达入选线。"),
            told("ApplicationWithdrawn", "撤回申报。单位调整，暂不申报。", "Application withdrawn. 单位调整，暂不申报。"));

    private static final List<Arguments> REGISTER = List.of(
            told("PilotApproved", "列入试点名单，序号 28", "Published in the list of pilots as number 28"),
            told("PilotAmended", "试点登记信息变更", "Entry in the register amended"),
            told("DelegationGranted", "授权 示例单位-030 代为填报。由技术承建单位代为填报。", "示例单位-030 may act for the pilot. 由技术承建单位代为填报。"),
            told(
                    "DelegationRevoked",
                    "取消 示例单位-030 的代为填报授权。承建合同到期。",
                    "示例单位-030 may no longer act for the pilot. 承建合同到期。"),
            told("PilotAdvanced", "阶段由“已公布”转为“任务书已备案”", "State changed from Approved to Task book filed"),
            told("PilotSuspended", "试点暂停。系统迁移，暂停三个月。", "Pilot suspended. 系统迁移，暂停三个月。"),
            told("PilotResumed", "试点恢复。系统迁移完成。", "Pilot resumed. 系统迁移完成。"),
            told("PilotTerminated", "试点终止。未推进试点任务，经研究终止。", "Pilot terminated. 未推进试点任务，经研究终止。"),
            told("PilotWithdrawn", "退出试点。单位职能调整，申请退出。", "Pilot withdrew from the programme. 单位职能调整，申请退出。"),
            told("PilotEvaluationStarted", "终期评估开始。全部里程碑已完成。", "Final evaluation started. 全部里程碑已完成。"),
            told("PilotCompleted", "终期评估通过，等级：优秀。终期评估得分 93。", "Final evaluation passed, grade: Excellent. 终期评估得分 93。"),
            told("PilotFailed", "终期评估未通过。核心指标未达目标。", "Final evaluation not passed. 核心指标未达目标。"));

    private static final List<Arguments> PLANS_AND_MILESTONES = List.of(
            told("TaskBookSubmitted", "提交任务书，第 1 版，含 6 个里程碑", "Task book submitted, version 1 with 6 milestones"),
            told("TaskBookReturned", "任务书退回。请明确第三个里程碑的完成标准。", "Task book returned. 请明确第三个里程碑的完成标准。"),
            told("TaskBookFiled", "任务书备案，第 1 版，含 6 个里程碑", "Task book filed, version 1 with 6 milestones"),
            told(
                    "TaskBookChangeRequested",
                    "申请变更任务书，第 2 版，含 6 个里程碑。新增一个应用场景。",
                    "Change of the task book requested, version 2 with 6 milestones. 新增一个应用场景。"),
            told("TaskBookChangeRefused", "任务书变更申请未获同意。新增场景与现有场景重复。", "Change of the task book refused. 新增场景与现有场景重复。"),
            told(
                    "TaskBookChanged",
                    "任务书变更，第 2 版，含 6 个里程碑。新增一个应用场景。",
                    "Task book changed, version 2 with 6 milestones. 新增一个应用场景。"),
            told(
                    "MilestoneUpdated",
                    "里程碑「首个应用场景上线」进度 55% → 80%，预计 2023-01-20 完成，自评：预警。发票核验场景已联调 3 个区局，公示栏提醒：平台不涉及炒币、挖矿。",
                    "Milestone “First scenario live”: progress 55% → 80%, expected by 2023-01-20, self-rating: At risk. 发票核验场景已联调 3 个区局，公示栏提醒：平台不涉及炒币、挖矿。"),
            told(
                    "MilestoneClaimed",
                    "里程碑「首个应用场景上线」提交完成情况，待核。场景已上线。The scenario is live.",
                    "Milestone “First scenario live”: claimed as reached. 场景已上线。The scenario is live."),
            told(
                    "MilestoneFirstAccepted",
                    "里程碑「首个应用场景上线」初核通过，待第二人复核。材料齐全。",
                    "Milestone “First scenario live”: accepted by a first person, a second is to follow. 材料齐全。"),
            told(
                    "MilestoneReached",
                    "里程碑「首个应用场景上线」已完成（2023-01-28，迟 28 天）",
                    "Milestone “First scenario live”: reached on 2023-01-28, 28 days late"),
            told(
                    "MilestoneReturned",
                    "里程碑「首个应用场景上线」完成情况被退回。缺少上线证明材料，请补正。Evidence of the launch is missing; please add it.",
                    "Milestone “First scenario live”: claim returned. 缺少上线证明材料，请补正。Evidence of the launch is missing; please add it."),
            told(
                    "ExtensionRequested",
                    "里程碑「首个应用场景上线」申请延期至 2023-02-28。对方系统升级。",
                    "Milestone “First scenario live”: extension to 2023-02-28 requested. 对方系统升级。"),
            told(
                    "ExtensionRefused",
                    "里程碑「首个应用场景上线」延期至 2023-02-28 的申请未获同意。理由不充分。",
                    "Milestone “First scenario live”: extension to 2023-02-28 refused. 理由不充分。"),
            told(
                    "MilestoneExtended",
                    "里程碑「全部计划场景推广到位」延期：2023-09-30 改为 2023-11-30。两个区局系统改造推迟。Two district offices rebuild their systems later than planned.",
                    "Milestone “Scaled to all planned scenarios”: extended from 2023-09-30 to 2023-11-30. 两个区局系统改造推迟。Two district offices rebuild their systems later than planned."),
            told("MilestoneCancelled", "里程碑「首个应用场景上线」取消。场景合并。", "Milestone “First scenario live”: cancelled. 场景合并。"));

    private static final List<Arguments> RECORDS_AND_ALERTS = List.of(
            told(
                    "EvidenceAttached",
                    "佐证材料「上线测试报告.pdf」提交（检测与评估报告，自证）",
                    "Evidence “上线测试报告.pdf” attached (Test or assessment report, Declared)"),
            told(
                    "EvidenceVerified",
                    "佐证材料「上线测试报告.pdf」经主管部门核验。已现场核验。",
                    "Evidence “上线测试报告.pdf” verified by the authority. 已现场核验。"),
            told(
                    "EvidenceShared",
                    "佐证材料「上线测试报告.pdf」与 BP-031 的内容相同",
                    "Evidence “上线测试报告.pdf” has the same content as a file of BP-031"),
            told(
                    "IndicatorRecorded",
                    "指标「上链记录数」2022年第3季度：1250000 条。按生产链区块浏览器统计。",
                    "Indicator “On-chain records”, Q3 2022: 1250000 records. 按生产链区块浏览器统计。"),
            told(
                    "IndicatorCorrected",
                    "指标「上链记录数」2022年第3季度：1250000 条更正为 1205000 条。重复计入测试数据。",
                    "Indicator “On-chain records”, Q3 2022: 1250000 records corrected to 1205000 records. 重复计入测试数据。"),
            told("ReportSubmitted", "2022年第3季度定期报告提交（迟 3 天）", "Q3 2022 periodic report submitted, 3 days late"),
            told("ReportAccepted", "2022年第3季度定期报告已接收", "Q3 2022 periodic report accepted"),
            told("ReportReturned", "2022年第3季度定期报告退回。请补充指标数据。", "Q3 2022 periodic report returned. 请补充指标数据。"),
            told(
                    "AlertRaised",
                    "预警（一般）：里程碑“首个应用场景上线”应于 2022-12-31 完成，已逾期 1 天，进度 80%。",
                    "Alert (Warning): Milestone “First scenario live” was due on 2022-12-31, is 1 day overdue and stands at 80 %."),
            told(
                    "AlertAcknowledged",
                    "签收预警：里程碑“首个应用场景上线”应于 2022-12-31 完成，已逾期 1 天，进度 80%。已电话督促，1 月 20 日前上线。Called the team; live by 20 January.",
                    "Alert acknowledged: Milestone “First scenario live” was due on 2022-12-31, is 1 day overdue and stands at 80 %. 已电话督促，1 月 20 日前上线。Called the team; live by 20 January."),
            told(
                    "AlertCleared",
                    "解除预警：里程碑“首个应用场景上线”应于 2022-12-31 完成，已逾期 7 天，进度 80%。原因：里程碑已于 2023-01-28 完成，逾期 28 天。",
                    "Alert cleared: Milestone “First scenario live” was due on 2022-12-31, is 7 days overdue and stands at 80 %. Reason: The milestone was reached on 2023-01-28, 28 days late."),
            told(
                    "AlertAcknowledgementExpired",
                    "预警签收到期，再次提醒：里程碑“首个应用场景上线”应于 2022-12-31 完成，已逾期 1 天，进度 80%。",
                    "Acknowledgement expired, told again: Milestone “First scenario live” was due on 2022-12-31, is 1 day overdue and stands at 80 %."),
            told(
                    "AlertEscalated",
                    "预警升级督办：里程碑“首个应用场景上线”应于 2022-12-31 完成，已逾期 1 天，进度 80%。",
                    "Alert escalated: Milestone “First scenario live” was due on 2022-12-31, is 1 day overdue and stands at 80 %."),
            told(
                    "AlertCommented",
                    "备注预警：里程碑“首个应用场景上线”应于 2022-12-31 完成，已逾期 1 天，进度 80%。已与试点单位约谈。Met the team.",
                    "Comment on the alert: Milestone “First scenario live” was due on 2022-12-31, is 1 day overdue and stands at 80 %. 已与试点单位约谈。Met the team."),
            told(
                    "AlertMuted",
                    "预警静默：里程碑“首个应用场景上线”应于 2022-12-31 完成，已逾期 1 天，进度 80%。",
                    "Alert muted: Milestone “First scenario live” was due on 2022-12-31, is 1 day overdue and stands at 80 %."),
            told(
                    "AlertUnmuted",
                    "预警恢复提醒：里程碑“首个应用场景上线”应于 2022-12-31 完成，已逾期 1 天，进度 80%。",
                    "Alert no longer muted: Milestone “First scenario live” was due on 2022-12-31, is 1 day overdue and stands at 80 %."),
            told(
                    "AlertDismissed",
                    "消除预警：里程碑“首个应用场景上线”应于 2022-12-31 完成，已逾期 1 天，进度 80%。已由督查组现场核实完成。The inspection found it done.",
                    "Alert dismissed: Milestone “First scenario live” was due on 2022-12-31, is 1 day overdue and stands at 80 %. 已由督查组现场核实完成。The inspection found it done."),
            told(
                    "AlertWaived",
                    "豁免预警（里程碑逾期）。上级系统统一改造，暂缓督促。Waits for the ministry’s own system.",
                    "Alerts waived (Milestone overdue). 上级系统统一改造，暂缓督促。Waits for the ministry’s own system."),
            told(
                    "AlertWaiverEnded",
                    "提前结束预警豁免。系统已改造完成。The system is ready.",
                    "Waiver of alerts ended early. 系统已改造完成。The system is ready."),
            told(
                    "ConductConfirmed",
                    "核实为违规内容。与实际业务相符。It is what they do.",
                    "Found to be prohibited conduct. 与实际业务相符。It is what they do."),
            told(
                    "ConductDismissed",
                    "核实不属违规。系转述规定。They quote the rule.",
                    "Found to be no prohibited conduct. 系转述规定。They quote the rule."),
            told("ConductFlagged", "内容筛查发现待核词语：挖矿", "Screening found words for a person to judge: 挖矿"),
            told(
                    "RectificationOrdered",
                    "责令整改，限 2023-03-31 前反馈。补齐两个季度的进展报告。",
                    "Rectification ordered, to be answered by 2023-03-31. 补齐两个季度的进展报告。"),
            told("RectificationAnswered", "反馈整改情况。已补齐并附报告。", "Rectification answered. 已补齐并附报告。"),
            told("RectificationReturned", "整改反馈被退回。第四季度报告仍缺指标。", "Answer to the rectification returned. 第四季度报告仍缺指标。"),
            told("RectificationAccepted", "整改通过", "Rectification accepted"));

    private static Arguments told(String event, String zh, String en) {
        return arguments(event, new Text(zh, en));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void everyEventHasItsSentence(String event, Text sentence) {
        assertEquals(sentence, TO_DECIDERS.of(Samples.of(event)));
    }

    static Stream<Arguments> everyEventHasItsSentence() {
        return Stream.of(APPLICATIONS, REGISTER, PLANS_AND_MILESTONES, RECORDS_AND_ALERTS)
                .flatMap(List::stream);
    }

    @Test
    void noEventIsLeftOut() {
        assertEquals(
                Arrays.stream(EventType.values())
                        .map(type -> type.record().getSimpleName())
                        .collect(Collectors.toSet()),
                everyEventHasItsSentence().map(row -> row.get()[0]).collect(Collectors.toSet()));
    }

    @Test
    void aTeamDoesNotLearnWhichOtherPilotItIs() {
        var shared = Samples.of("EvidenceShared");
        assertEquals(
                new Text(
                        "佐证材料「上线测试报告.pdf」与其他试点的内容相同",
                        "Evidence “上线测试报告.pdf” has the same content as a file of another pilot"),
                TO_OTHERS.of(shared));
    }

    @Test
    void whatAnExpertThinksAndWhoObjectsIsForDecidersOnly() {
        var reviewed = Samples.of("ApplicationReviewed");
        assertEquals(new Text("一位专家提交评审意见", "An expert gave an opinion"), TO_OTHERS.of(reviewed));
        assertNull(TO_OTHERS.by(reviewed));
        assertNull(TO_OTHERS.by(Samples.of("ObjectionRaised")));
        assertEquals("expert-1", TO_DECIDERS.by(reviewed));
    }

    @Test
    void everythingElseIsToldToEveryone() {
        var differing = Arrays.stream(EventType.values())
                .map(type -> type.record().getSimpleName())
                .filter(name -> !told(name, TO_OTHERS).equals(told(name, TO_DECIDERS)))
                .toList();
        assertEquals(List.of("ApplicationReviewed", "ObjectionRaised", "EvidenceShared"), differing);
    }

    private static List<Object> told(String name, Narration narration) {
        Event event = Samples.of(name);
        return List.of(narration.of(event), String.valueOf(narration.by(event)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void whatAnEventLeavesOutLeavesNoHole(Event event, String zh, String en) {
        assertEquals(new Text(zh, en), TO_DECIDERS.of(event));
    }

    static Stream<Arguments> whatAnEventLeavesOutLeavesNoHole() {
        var pilot = Facts.of(101);
        return Stream.of(
                arguments(
                        pilot.updated("m1", 2, 40),
                        "里程碑「首个应用场景上线」进度 0% → 40%，预计 2022-06-30 完成。进展顺利",
                        "Milestone “First scenario live”: progress 0% → 40%, expected by 2022-06-30. 进展顺利"),
                arguments(
                        pilot.claimed("m1", 3),
                        "里程碑「首个应用场景上线」提交完成情况，待核",
                        "Milestone “First scenario live”: claimed as reached"),
                arguments(
                        pilot.reached("m1", 3, "2022-06-30"),
                        "里程碑「首个应用场景上线」已完成（2022-06-30，按期）",
                        "Milestone “First scenario live”: reached on 2022-06-30, in time"),
                arguments(pilot.filed("m1"), "任务书备案，第 1 版，含 1 个里程碑", "Task book filed, version 1 with 1 milestone"),
                arguments(pilot.incident("系统中断"), "突发事件报告「系统中断」提交", "Incident report “系统中断” submitted"));
    }
}
