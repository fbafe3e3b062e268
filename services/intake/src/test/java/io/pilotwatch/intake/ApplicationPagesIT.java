package io.pilotwatch.intake;

import static io.pilotwatch.platform.testing.PageForm.get;
import static io.pilotwatch.platform.testing.PageForm.open;
import static io.pilotwatch.platform.testing.PageForm.page;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pilotwatch.contracts.ApplicationState;
import io.pilotwatch.intake.Candidate.Move;
import io.pilotwatch.platform.testing.PageForm;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ApplicationPagesIT {

    private static final String TEAM = "team-028";
    private static final String LIST = "/intake/applications";

    @Test
    void anApplicationIsFilledInBitByBitCheckedDeclaredAndAnsweredWithAReceipt() {
        var home = begun();
        assertEquals(
                "6",
                page(TEAM, home).select(".progress-todo, .progress-voluntary").size() + "");
        assertNull(page(TEAM, home).selectFirst("a[href$=/check]"));

        section(home, "kind").set("kind", "special-field").send().then().header("Location", containsString("/fields"));
        section(home, "fields").set("fields", "tax").send().then().header("Location", containsString("/applicant"));
        section(home, "applicant")
                .set("region", "北京市")
                .set("level", "county")
                .send()
                .then()
                .statusCode(303)
                .header("Location", containsString("/contact"));
        section(home, "contact")
                .set("name", "张三")
                .set("phone", "010-1")
                .send()
                .then()
                .statusCode(303);
        section(home, "summary").set("summary", "区块链".repeat(600)).send().then().statusCode(303);
        section(home, "scenarios")
                .set("scenarios", "电子发票\r\n\r\n 退税 ")
                .send()
                .then()
                .statusCode(303);

        var check = page(TEAM, home + "/check", "zh-CN");
        assertTrue(check.text().contains("张三"), check.text());
        assertEquals(2, check.select(".answers li").size());
        var undeclared = open(TEAM, home + "/check").send();
        undeclared.then().statusCode(422).body(containsString("href=\"#declared\""));
        var submitted = open(TEAM, home + "/check").set("declared", "true").send();
        submitted.then().statusCode(303).header("Location", containsString("/receipt?done=submitted"));

        var receipt = page(TEAM, home + "/receipt?done=submitted");
        assertEquals(43, receipt.select(".receipt code").text().length());
        assertTrue(receipt.text().contains("Submission no. 1"));
        assertEquals(1, receipt.select("[role=status]").size());
        get(TEAM, receipt.select(".receipt a[download]").attr("href"), "en")
                .then()
                .statusCode(200);
        get(TEAM, home + "/kind", "en").then().statusCode(409);
    }

    @Test
    void whatIsHalfFilledInIsSavedAndWhoeverGoesOnIsToldWhatIsMissing() {
        var home = begun();
        var onward = section(home, "summary").send();
        onward.then().statusCode(422).body(containsString("href=\"#summary\""));
        section(home, "summary")
                .set("then", "later")
                .send()
                .then()
                .statusCode(303)
                .header("Location", endsWith(home + "?done=summary"));

        section(home, "kind").set("kind", "comprehensive").send().then().statusCode(303);
        section(home, "applicant")
                .set("region", "北京市")
                .set("level", "county")
                .send()
                .then()
                .statusCode(422);
        section(home, "applicant")
                .set("region", "北京市")
                .set("level", "county")
                .set("then", "later")
                .send()
                .then()
                .statusCode(303);
        assertEquals("county", section(home, "applicant").value("level"));
        var check = page(TEAM, home + "/check");
        assertNull(check.selectFirst("main form"));
        assertEquals(home + "/fields", check.select(".attention a").getFirst().attr("href"));
    }

    @Test
    void anUnusualLevelAsksForAReasonAndDoesNotBlock() {
        var home = begun();
        section(home, "kind").set("kind", "comprehensive").send();
        var page = page(TEAM, home + "/applicant", "zh-CN");
        assertTrue(page.select(".notice").text().contains("地市级"), page.text());

        section(home, "applicant")
                .set("region", "北京市")
                .set("level", "county")
                .set("levelReason", "改革试验区")
                .send()
                .then()
                .statusCode(303);

        assertEquals("Done", progress(home, "applicant"));
    }

    @Test
    void aFieldsPartIsAskedForAndGoesWithItsField() {
        var home = begun();
        section(home, "kind").set("kind", "special-field").send();
        section(home, "fields")
                .set("fields", "government-services")
                .send()
                .then()
                .statusCode(422);
        section(home, "fields")
                .set("fields", "government-services")
                .set("tags", "data-sharing")
                .send()
                .then()
                .statusCode(303);
        section(home, "fields").set("fields", "tax").send().then().statusCode(303);

        assertEquals("", section(home, "fields").value("tags"));
    }

    @Test
    void beginningTwiceByOneFormBeginsOneApplication() {
        var form = open(TEAM, LIST + "/new").set("organisation", "示例单位-028").set("synthetic", "true");

        var first = form.send().header("Location");
        assertEquals(first, form.send().header("Location"));
        open(TEAM, LIST + "/new")
                .set("organisation", "示例单位-029")
                .send()
                .then()
                .statusCode(422)
                .body(containsString("href=\"#organisation\""));
    }

    @Test
    void theReasonOfAReturnIsUnmissableAndTheApplicationIsHandedInAgain() {
        var candidate = Candidate.drafted().go(Move.SUBMIT);
        candidate.post("office", "/returns", "{\"reason\": \"请补充基线数据\"}").statusCode(201);
        var home = LIST + "/" + candidate.id();

        var page = page(TEAM, home);
        assertEquals("请补充基线数据", page.select(".attention blockquote").text());
        section(home, "summary").set("summary", "已补充").send().then().statusCode(303);
        open(TEAM, home + "/check").set("declared", "true").send().then().statusCode(303);

        assertTrue(page(TEAM, home + "/receipt").text().contains("Submission no. 2"));
        candidate.look("office").body("summary", is("已补充"));
    }

    @Test
    void anApplicationIsTakenBackWithAReason() {
        var home = LIST + "/" + Candidate.in(ApplicationState.SUBMITTED).id();

        open(TEAM, home + "/withdrawal").send().then().statusCode(422).body(containsString("href=\"#reason\""));
        open(TEAM, home + "/withdrawal").set("reason", "计划调整").send().then().statusCode(303);

        var page = page(TEAM, home + "?done=withdrawal");
        assertTrue(page.select(".done").text().contains("withdrawn"));
        assertTrue(page.select(".timeline").text().contains("计划调整"));
        assertEquals(0, page.select(".cards").size());
    }

    @ParameterizedTest(name = "{0} on a {1} one: {2}")
    @CsvSource({
        "team-029, DRAFT, 404",
        "office, DRAFT, 404",
        "team-029, SUBMITTED, 403",
        "regulator-energy, SUBMITTED, 403",
        "expert-1, SUBMITTED, 403",
        "viewer, SHORTLISTED, 200",
        "team-029, SHORTLISTED, 200"
    })
    void eachSeesOnlyWhatIsTheirs(String user, ApplicationState state, int status) {
        get(user, LIST + "/" + Candidate.in(state).id(), "en").then().statusCode(status);
    }

    @Test
    void foreignSectionsReceiptsAndActsAreRefused() {
        var draft = LIST + "/" + Candidate.drafted().id();
        get("team-029", draft + "/kind", "en").then().statusCode(404);
        get("office", draft + "/kind", "en").then().statusCode(403);
        var shortlisted =
                LIST + "/" + Candidate.in(ApplicationState.SHORTLISTED).id();
        get("team-029", shortlisted + "/receipt", "en").then().statusCode(403);
        get("team-029", shortlisted + "/kind", "en").then().statusCode(403);
        get("recommender-tax", shortlisted + "/approval", "en").then().statusCode(403);
        sendTo(shortlisted + "/withdrawal", "team-029").then().statusCode(403);
    }

    /** By a form of another page, as whoever tries it would. */
    private static Response sendTo(String action, String user) {
        var begin = open(user, LIST + "/new");
        return io.restassured.RestAssured.given()
                .header("Authorization", "Bearer " + io.pilotwatch.platform.testing.Tokens.of(user))
                .header("Accept", "text/html")
                .formParam("form-token", begin.value("form-token"))
                .formParam("form-key", begin.value("form-key"))
                .formParam("reason", "x")
                .post(action);
    }

    @Test
    void theListBeginsWithWhatWaitsAndNarrows() {
        var submitted = Candidate.in(ApplicationState.SUBMITTED).id();
        var list = page("recommender-tax", LIST);
        assertEquals("Waiting for you", list.select("h2").getFirst().text());
        assertFalse(list.select("table").getFirst().text().contains("Draft"));
        assertEquals(
                0, page("viewer", LIST).select("h2 + .scroll #waiting-caption").size());

        var asked = page("recommender-tax", LIST + "?waiting=true&state=SUBMITTED&field=tax&kind=");
        assertEquals(0, asked.select("h2").size());
        assertEquals(1, asked.select("table").size());
        assertTrue(asked.select("select[name=field] option[selected]").text().contains("Tax"));
        get("office", LIST + "?state=NONE", "en").then().statusCode(400);
        assertTrue(page("office", LIST + "/" + submitted, "zh-CN")
                .select(".cards")
                .text()
                .contains("须先由推荐单位推荐"));
    }

    @ParameterizedTest
    @CsvSource({
        "team-028, SUBMITTED, zh-CN",
        "office, UNDER_REVIEW, en",
        "expert-1, UNDER_REVIEW, zh-CN",
        "office, SHORTLISTED, zh-CN"
    })
    void everyIdIsThereOnce(String user, ApplicationState state, String language) {
        var page = page(user, LIST + "/" + Candidate.in(state).id(), language);
        var ids = page.select("[id]").eachAttr("id");
        assertEquals(ids.size(), ids.stream().distinct().count(), ids.toString());
    }

    private static String progress(String home, String section) {
        return page(TEAM, home)
                .select(".tasks li:has(a[href$=/" + section + "]) [class^=progress]")
                .text();
    }

    private static PageForm section(String home, String section) {
        return open(TEAM, home + "/" + section).set("then", "next");
    }

    /** The address of an application that was just begun. */
    private static String begun() {
        var location = open(TEAM, LIST + "/new")
                .set("organisation", "示例单位-028")
                .set("synthetic", "true")
                .send()
                .header("Location");
        return location.replaceFirst("^https?://[^/]+", "");
    }
}
