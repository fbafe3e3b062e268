package io.pilotwatch.endtoend;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** From an empty application to the shortlist, and the list's import: all who are at it, by the keyboard alone. */
@Order(7)
@ExtendWith(Site.Running.class)
class ApplicantPagesIT {

    @TempDir
    Path folder;

    @Test
    void anApplicationGoesFromHandToHandToTheShortlist(Site site) throws Exception {
        site.atOnce(() -> apply("zh-CN", "team-097", site), () -> apply("en", "team-098", site));
    }

    private void apply(String language, String user, Site site) {
        var application = applied(language, user, site);
        try (var recommender = site.person("recommender-tax", language)) {
            recommender
                    .follows("申报", "Applications")
                    .opens(application)
                    .follows("推荐", "Recommend")
                    .fills("推荐意见", "Why you recommend it", "符合本地规划 fits the local plan")
                    .presses("推荐", "Recommend")
                    .reads("已推荐", "Recommended");
        }
        try (var office = site.person("office", language)) {
            office.opens(application)
                    .follows("启动专家评审", "Open the expert review")
                    .presses("启动专家评审", "Open the expert review")
                    .reads("专家评审已启动", "The expert review is open");
        }
        for (int i = 1; i <= 3; i++) {
            try (var expert = site.person("expert-" + i, language)) {
                expert.follows("申报", "Applications")
                        .opens(application)
                        .follows("给出评审意见", "Give your review")
                        .writes("scores.need", "80")
                        .writes("scores.soundness", "70")
                        .writes("scores.organisation", "90")
                        .writes("scores.replicability", "60")
                        .chooses("supports", "true")
                        .writes("opinion", "场景明确 a clear case")
                        .presses("继续", "Continue")
                        .isAt("核对评审意见", "Check your review")
                        .presses("提交评审意见", "Submit the review")
                        .reads("评审意见已提交", "Your review is in");
            }
        }
        try (var office = site.person("office", language)) {
            office.opens(application)
                    .reads("平均得分", "Mean score")
                    .follows("列入公示", "Shortlist")
                    .presses("列入公示", "Shortlist")
                    .reads("已列入公示", "Shortlisted")
                    .reads("暂不能办理", "Not possible yet");
        }
    }

    private String applied(String language, String user, Site site) {
        try (var applicant = site.person(user, language)) {
            applicant.follows("申报", "Applications").follows("开始申报", "Start an application");
            applicant
                    .ticks("示例单位", "示例单位")
                    .ticks("这是演示用的合成数据", "This is made up for a demonstration")
                    .presses("继续", "Continue")
                    .reads("申报书目录", "Your application");
            var home = applicant.page().url().substring(site.address().length()).replaceAll("[?#].*", "");
            applicant
                    .opens(home + "/summary")
                    .writes("summary", "以区块链核验电子票据 " + language)
                    .presses("先保存", "come back later")
                    .opens(home)
                    .reads("项未完成", "still to do")
                    .opens(home + "/kind")
                    .chooses("kind", "special-field")
                    .presses("保存并继续", "Save and continue")
                    .opens(home + "/fields")
                    .chooses("fields", "tax")
                    .presses("保存并继续", "Save and continue")
                    .opens(home + "/applicant")
                    .writes("region", "北京市")
                    .chooses("level", "county")
                    .presses("保存并继续", "Save and continue")
                    .opens(home + "/contact")
                    .writes("name", "张三")
                    .writes("phone", "010-12345678")
                    .presses("保存并继续", "Save and continue")
                    .opens(home + "/scenarios")
                    .writes("scenarios", "电子票据核验")
                    .presses("保存并继续", "Save and continue")
                    .opens(home)
                    .follows("核对、声明并提交", "Check, declare and submit")
                    .isAt("核对填写内容", "Check your answers")
                    .reads("电子票据核验", "电子票据核验")
                    .chooses("declared", "true")
                    .presses("提交申报", "Submit the application")
                    .reads("申报回执", "Receipt");
            return home;
        }
    }

    @Test
    void aListIsCheckedBeforeItIsImported(Site site) throws Exception {
        site.atOnce(() -> checkTheList("zh-CN", site), () -> checkTheList("en", site));
    }

    private void checkTheList(String language, Site site) throws IOException {
        var list = Files.writeString(
                folder.resolve(language + ".csv"),
                "seq,kind,field_zh,field_en,organisation_zh,region_zh,source\n"
                        + "x,special,,nothing,,,\n"
                        + "900,special,,tax,示例单位-900,北京市,journey\n");
        try (var office = site.person("office", language)) {
            office.follows("名单导入", "Import")
                    .attaches("CSV 文件", "CSV file", list)
                    .presses("检查名单", "Check the list")
                    .isAt("检查结果", "What the check found")
                    .reads("需要更正的内容", "To be corrected");
            assertTrue(office.page().locator("main tbody tr").count() >= 3, "each error has its line");
            office.follows("试点名册", "Register")
                    .isAt("试点名册", "Register")
                    .opens("/intake/register/BP-096")
                    .reads("示例单位-096", "示例单位-096");
        }
    }
}
