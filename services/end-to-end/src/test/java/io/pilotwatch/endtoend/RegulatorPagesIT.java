package io.pilotwatch.endtoend;

import java.util.List;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** A lead regulator at its pages, by the keyboard alone, in each language. */
@Order(7)
@ExtendWith(Site.Running.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RegulatorPagesIT {

    @Test
    @Order(1)
    void alertsAreAnsweredOneByOneAndManyAtOnce(Site site) throws Exception {
        site.atOnce(
                () -> answersAlerts("zh-CN", "regulator-tax", site),
                () -> answersAlerts("en", "regulator-adjudication", site));
    }

    private static void answersAlerts(String language, String user, Site site) {
        try (var regulator = site.person(user, language)) {
            regulator.follows("预警", "Alerts").isAt("预警", "Alerts");
            var boxes = regulator.page().locator("form.bulk input[type=checkbox]");
            var first = boxes.nth(0).getAttribute("value");
            var second = boxes.nth(1).getAttribute("value");
            var third = boxes.nth(2).getAttribute("value");
            var picks = boxes.nth(0).getAttribute("name");
            regulator
                    .chooses(picks, first)
                    .chooses(picks, second)
                    .ticks("签收", "Acknowledge")
                    .fills("说明或理由", "Note or reason", "已电话督促 called the team")
                    .presses("处理勾选的预警", "Do this for those ticked")
                    .reads("处理结果", "What became of each")
                    .opens("/compliance-alert/alerts/" + third)
                    .reads("为何发出", "Why this alert")
                    .reads("告知了谁", "Who was told")
                    .follows("补充说明", "Comment")
                    .fills("说明内容", "Your comment", "下周现场核查 a visit next week")
                    .presses("补充说明", "Comment")
                    .reads("说明已记录", "Your comment is on record")
                    .reads("下周现场核查", "a visit next week")
                    .opens("/compliance-alert/alerts/" + first)
                    .reads("已电话督促", "called the team")
                    .follows("豁免", "Waive")
                    .fills("豁免至", "Waived until", "2024-01-31")
                    .fills("理由", "Reason", "团队重组 the team is being rebuilt")
                    .presses("豁免", "Waive")
                    .reads("已豁免", "Waived")
                    .opens("/compliance-alert/waivers")
                    .reads("团队重组", "the team is being rebuilt");
        }
    }

    @Test
    @Order(2)
    void whatScreeningFoundIsDecidedByAPersonWhoSeesTheWordsMarked(Site site) throws Exception {
        site.atOnce(
                () -> decidesWhatScreeningFound("zh-CN", "regulator-adjudication", "team-065", site),
                () -> decidesWhatScreeningFound("en", "regulator-risk-control", "team-121", site));
    }

    private static void decidesWhatScreeningFound(String language, String user, String team, Site site) {
        try (var poster = site.person(team, language)) {
            poster.opens("/milestone/pilots/BP-" + team.substring(5) + "/milestones/m6/update")
                    .fills("完成百分比", "Percent done", "96")
                    .fills("进展说明", "Note", "本周在群内组织炒币活动 " + language)
                    .presses("继续核对", "Continue")
                    .presses("提交进展", "Send the update")
                    .isAt("回执", "Receipt");
        }
        try (var regulator = site.person(user, language)) {
            regulator.follows("内容审查", "Conduct review").isAt("内容审查", "Conduct review");
            regulator.reloadsUntil("BP-" + team.substring(5));
            regulator.page().locator("main table a").first().focus();
            regulator.page().keyboard().press("Enter");
            regulator.reads("填报原文", "What was written");
            regulator.page().locator("main mark").first().waitFor();
            regulator
                    .presses("提交结论", "Record the decision")
                    .reads("填写内容有误", "There is a problem")
                    .ticks("不属违规内容", "It is not")
                    .fills("理由", "Reason", "系演示 a demonstration")
                    .presses("提交结论", "Record the decision")
                    .reads("已认定不属违规", "Recorded as no prohibited conduct");
        }
    }

    @Test
    @Order(3)
    void whereToBeToldIsSetUpAndTried(Site site) throws Exception {
        site.atOnce(
                () -> setsUpWhereToBeTold("zh-CN", "regulator-tax", site),
                () -> setsUpWhereToBeTold("en", "regulator-adjudication", site));
    }

    private static void setsUpWhereToBeTold(String language, String user, Site site) {
        try (var regulator = site.person(user, language)) {
            regulator
                    .follows("通知设置", "Notifications")
                    .follows("新增通知方式", "Add a way to be told")
                    .opens("/compliance-alert/subscriptions/new?channel=WEBHOOK")
                    .fills("接收网址", "Address", "http://192.168.0.7/hook")
                    .presses("保存并继续", "Save and continue")
                    .reads("填写内容有误", "There is a problem")
                    .opens("/compliance-alert/subscriptions/new?channel=EMAIL")
                    .fills("电子邮箱", "E-mail address", "tax@example.org")
                    .presses("保存并继续", "Save and continue")
                    .presses("发送测试", "Send a test")
                    .reads("测试", "test");
        }
    }

    @Test
    @Order(4)
    void aCriticalMilestoneIsReachedWhenTwoPersonsAgree(Site site) throws Exception {
        site.atOnce(
                () -> twoAgree("zh-CN", "regulator-adjudication", "team-065", site),
                () -> twoAgree("en", "regulator-risk-control", "team-121", site));
    }

    private static void twoAgree(String language, String regulator, String team, Site site) {
        var pilot = "BP-" + team.substring(5);
        try (var claims = site.person(team, language)) {
            claims.opens("/milestone/pilots/" + pilot + "/milestones/m6/claim")
                    .fills("补充说明", "Remark", "材料已齐 all is there")
                    .presses("继续核对", "Continue")
                    .presses("提交核定", "Send the claim")
                    .isAt("回执", "Receipt");
        }
        for (var user : List.of(regulator, regulator + "-2")) {
            try (var decides = site.person(user, language)) {
                decides.follows("待我决定", "To decide")
                        .isAt("待我决定", "What waits for your decision")
                        .opens("/milestone/decisions/claim/" + pilot + "/m6")
                        .reads("材料已齐", "all is there")
                        .chooses("answer", "YES")
                        .presses("提交决定", "Send your decision")
                        .reads("已同意", "Agreed");
            }
        }
        try (var reads = site.person(team, language)) {
            reads.opens("/milestone/pilots/" + pilot + "/milestones/m6").reads("已完成", "Reached");
        }
    }
}
