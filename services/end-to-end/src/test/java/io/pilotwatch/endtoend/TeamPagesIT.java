package io.pilotwatch.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A pilot team at its pages, by the keyboard alone, in each language; and without any script. */
@Order(7)
@ExtendWith(Site.Running.class)
class TeamPagesIT {

    @TempDir
    Path folder;

    @Test
    void whatIsDueComesFirstAndAnUpdateIsPostedWithItsFilesAndAReceipt(Site site) throws Exception {
        site.atOnce(() -> postsAnUpdate("zh-CN", "team-096", site), () -> postsAnUpdate("en", "team-048", site));
    }

    private void postsAnUpdate(String language, String user, Site site) throws IOException {
        var file = Files.writeString(
                Files.createDirectory(folder.resolve(user)).resolve("acceptance.csv"),
                "item,value\naccepted," + user + language + "\n");
        try (var team = site.person(user, language)) {
            team.follows("我的工作", "My work")
                    .isAt("我的工作", "My work")
                    .reads("逾期", "Overdue")
                    .follows("更新进展", "Post an update")
                    .isAt("更新进展", "Post an update")
                    .fills("完成百分比", "Percent done", "130")
                    .presses("继续核对", "Continue")
                    .reads("填写内容有误", "There is a problem")
                    .fills("完成百分比", "Percent done", "93")
                    .fills("预计完成日期", "Forecast date", "2024-01-20")
                    .fills("进展说明", "Note", "联调完成 integration done")
                    .ticks("预警", "At risk")
                    .fills("自评原因", "Reason for the rating", "晚于计划三周 three weeks late")
                    .attaches("选择文件", "Choose files", file)
                    .reads("acceptance.csv", "acceptance.csv")
                    .presses("继续核对", "Continue")
                    .isAt("核对填写内容", "Check your answers")
                    .reads("三周 three weeks", "三周 three weeks")
                    .presses("提交进展", "Send the update")
                    .isAt("回执", "Receipt")
                    .reads("93", "93")
                    .follows("返回里程碑", "Back to the milestone")
                    .reads("联调完成 integration done", "联调完成 integration done");
        }
    }

    @Test
    void whatWasTypedSurvivesAClosedTabAndAnEndedSession(Site site) throws Exception {
        site.atOnce(
                () -> losesTabAndSession("zh-CN", "team-096", site), () -> losesTabAndSession("en", "team-048", site));
    }

    private void losesTabAndSession(String language, String user, Site site) {
        try (var team = site.person(user, language)) {
            var form = update(user);
            team.opens(form).fills("进展说明", "Note", "半途 half way");
            team.closesTheTab();
            team.opens(form).reads("已恢复", "has been put back");
            assertEquals("半途 half way", team.page().inputValue("#note"));
            team.fills("完成百分比", "Percent done", "94").losesTheSession().presses("继续核对", "Continue");
            // Signed in again without a word, since the identity provider still knows the browser.
            team.isAt("更新进展", "Post an update");
            assertEquals("94", team.page().inputValue("#percent"));
            assertEquals("半途 half way", team.page().inputValue("#note"));
            team.presses("放弃暂存内容", "Discard it");
            assertEquals("", team.page().inputValue("#note"));
        }
    }

    @Test
    void readingAndPostingAnUpdateNeedNoScript(Site site) throws Exception {
        site.atOnce(
                () -> postsWithoutScripts("zh-CN", "team-096", site),
                () -> postsWithoutScripts("en", "team-048", site));
    }

    private void postsWithoutScripts(String language, String user, Site site) {
        try (var team = site.withoutScripts(user, language)) {
            team.opens("/").follows("试点", "Pilots").opens(update(user));
            team.page().fill("#percent", "95");
            team.page().locator("main form.entry button[data-continue]").click();
            team.isAt("核对填写内容", "Check your answers");
            team.page().locator("main form.entry button[data-once]").click();
            team.isAt("回执", "Receipt").reads("95", "95");
            assertTrue(team.page().url().contains("/receipts/"));
        }
    }

    private static String update(String user) {
        return "/milestone/pilots/BP-" + user.substring(5) + "/milestones/m6/update";
    }
}
