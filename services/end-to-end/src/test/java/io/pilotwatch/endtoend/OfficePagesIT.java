package io.pilotwatch.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The programme office and a viewer at the portfolio's pages, by the keyboard alone, in each language. */
@Order(7)
@ExtendWith(Site.Running.class)
class OfficePagesIT {

    @Test
    void theWholeIsSeenOnOnePageAndLeadsToFieldsPilotsAndReasons(Site site) throws Exception {
        site.atOnce(() -> looksAtTheWhole("zh-CN", "office", site), () -> looksAtTheWhole("en", "viewer", site));
    }

    private static void looksAtTheWhole(String language, String user, Site site) {
        try (var reader = site.person(user, language)) {
            reader.reads("严重滞后", "off track").reads("未评级", "not rated");
            assertTrue(reader.page().locator("figure canvas").count() >= 2, "charts are drawn");
            reader.follows("区块链+税费服务", "Tax and fee services")
                    .isAt("区块链+税费服务", "Tax and fee services")
                    .opens("/reporting/pilots?field=tax")
                    .follows("示例单位-112", "示例单位-112")
                    .isAt("示例单位-112", "示例单位-112")
                    .reads("里程碑", "Milestone")
                    .reads("佐证材料", "Evidence");
        }
    }

    @Test
    void anyDayOfTheTwoYearsCanBeLookedBackAt(Site site) throws Exception {
        site.atOnce(() -> looksBack("zh-CN", "office", site), () -> looksBack("en", "viewer", site));
    }

    private static void looksBack(String language, String user, Site site) {
        try (var reader = site.person(user, language)) {
            var today = reader.page().locator("#lead time").first().getAttribute("datetime");
            var slider = reader.page().locator("input[type=range]");
            slider.focus();
            for (int i = 0; i < 5; i++) {
                reader.page().keyboard().press("PageDown");
            }
            reader.page()
                    .waitForFunction(
                            "today => document.querySelector('#lead time').getAttribute('datetime') !== today", today);
            var shown = reader.page().locator("#lead time").first().getAttribute("datetime");
            assertTrue(shown.compareTo(today) < 0, shown);
            reader.opens("/?asOf=2022-12-31").reads("2022", "2022");
            assertEquals(
                    "2022-12-31", reader.page().locator("#lead time").first().getAttribute("datetime"));
            reader.opens("/reporting/changes?from=2022-11-30&to=2022-12-31").reads("里程碑", "ilestone");
        }
    }

    @Test
    void exportsStandWhereOneLooksForThem(Site site) throws Exception {
        site.atOnce(() -> exports("zh-CN", "office", site), () -> exports("en", "viewer", site));
    }

    private static void exports(String language, String user, Site site) {
        try (var reader = site.person(user, language)) {
            reader.opens("/reporting/pilots?field=tax");
            var link =
                    reader.page().locator("main a[href*='/exports/pilots.csv']").first();
            var file = reader.page().waitForDownload(() -> {
                link.focus();
                reader.page().keyboard().press("Enter");
            });
            assertTrue(file.suggestedFilename().endsWith(".csv"), file.suggestedFilename());
            file.path();
            reader.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertTrue(reader.page().locator("nav.menu").isHidden(), "a print has no menu");
        }
    }

    @Test
    void anOpenPageFollowsWhatHappensWithoutBeingLoadedAgain(Site site) throws Exception {
        site.atOnce(
                () -> follows("zh-CN", "office", "team-096", site), () -> follows("en", "viewer", "team-048", site));
    }

    private static void follows(String language, String user, String team, Site site) {
        try (var reader = site.person(user, language);
                var poster = site.person(team, language)) {
            reader.page().evaluate("() => document.addEventListener('fresh', () => { window.followed = true; })");
            poster.opens("/milestone/pilots/BP-" + team.substring(5) + "/milestones/m6/update")
                    .fills("完成百分比", "Percent done", "92")
                    .presses("继续核对", "Continue")
                    .presses("提交进展", "Send the update")
                    .isAt("回执", "Receipt");
            reader.page().waitForFunction("() => window.followed");
        }
    }
}
