package io.pilotwatch.milestone;

import static io.pilotwatch.milestone.TestPilot.LEAD;
import static io.pilotwatch.milestone.TestPilot.OTHER_TEAM;
import static io.pilotwatch.milestone.TestPilot.TEAM;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pilotwatch.platform.testing.PageForm;
import io.pilotwatch.platform.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Posting an update, files, a claim and a request for more time by the pages alone, without a script. */
@QuarkusTest
class UpdatePagesIT {

    private static final byte[] PDF = "%PDF-1.7\nreport".getBytes(UTF_8);

    private static String milestone(TestPilot pilot, String id) {
        return "/milestone/pilots/" + pilot.id() + "/milestones/" + id;
    }

    private static Document page(Response answer) {
        return Jsoup.parse(answer.asString());
    }

    private static PageForm filled(TestPilot pilot) {
        return PageForm.open(TEAM, milestone(pilot, "m1") + "/update")
                .set("percent", "40")
                .set("forecastDate", "2022-07-15")
                .set("note", "节点已部署\n正在联调")
                .set("selfRating", "AMBER")
                .set("ratingReason", "设备到货延迟");
    }

    /** The receipt to which an answer leads. */
    private static Document receipt(Response sent) {
        assertEquals(303, sent.statusCode(), sent.asString());
        return PageForm.page(TEAM, java.net.URI.create(sent.header("Location")).getPath() + "?done=sent", "zh-CN");
    }

    @Test
    void anUpdateIsFilledInCheckedSentAndAnsweredWithAReceiptToKeep() {
        var pilot = TestPilot.filed();

        var check = filled(pilot).send("zh-CN");

        assertEquals(200, check.statusCode(), check.asString());
        assertTrue(page(check).text().contains("节点已部署"), check.asString());
        assertTrue(page(check).text().contains("2022年7月15日 星期五"), check.asString());
        assertEquals(200, pilot.get(TEAM, "/milestones/m1/updates").statusCode());
        pilot.get(TEAM, "/milestones/m1/updates").then().body("items", hasSize(0));

        var receipt = receipt(PageForm.in(TEAM, check).send());

        assertTrue(receipt.text().contains("40%"), receipt.text());
        assertTrue(receipt.text().contains("设备到货延迟"), receipt.text());
        assertNotNull(receipt.selectFirst("[data-sent='update:" + pilot.id() + ":m1']"));
        var update = pilot.get(TEAM, "/milestones/m1/updates").jsonPath();
        assertEquals("节点已部署\n正在联调", update.getString("items[0].note"));
        assertEquals("AMBER", update.getString("items[0].selfRating.code"));
        var download = receipt.selectFirst("a[href$=/jws]").attr("href");
        var jws = PageForm.get(TEAM, download, "en");
        assertTrue(pilot.get(TEAM, "/ledger").jsonPath().getList("receipts").contains(jws.asString()));
    }

    @Test
    void whatIsSentTwiceIsPostedOnce() {
        var pilot = TestPilot.filed();
        var check = PageForm.in(TEAM, filled(pilot).send());

        var first = check.send();
        var second = check.send();

        assertEquals(303, first.statusCode());
        assertEquals(first.header("Location"), second.header("Location"));
        pilot.get(TEAM, "/milestones/m1/updates").then().body("items", hasSize(1));
    }

    @Test
    void whatIsWrongIsToldAtItsFieldAndWhatWasTypedStays() {
        var pilot = TestPilot.filed();

        var answer = filled(pilot)
                .set("percent", "140")
                .set("ratingReason", "")
                .set("deviations.0.what", "进度偏差")
                .send();

        assertEquals(422, answer.statusCode());
        var page = page(answer);
        assertNotNull(page.selectFirst("#faults a[href=#percent]"), page.html());
        assertNotNull(page.selectFirst("#faults a[href='#deviations.0.cause']"), page.html());
        assertTrue(page.selectFirst("details:has([name='deviations.0.what'])").hasAttr("open"));
        assertEquals("140", page.selectFirst("#percent").val());
        assertTrue(page.selectFirst("#note").val().contains("正在联调"));
    }

    @Test
    void whatOnlyTheDeskKnowsToBeWrongIsToldBeforeItIsSent() {
        var answer = filled(TestPilot.filed()).set("ratingReason", "").send();

        assertEquals(422, answer.statusCode());
        assertNotNull(page(answer).selectFirst("#ratingReason-fault"), answer.asString());
    }

    @Test
    void changingAnAnswerShowsTheFormAsItWasFilledIn() {
        var pilot = TestPilot.filed();
        var check = page(filled(pilot).send());
        var change = check.selectFirst("button[formaction*=/change#note]");
        assertNotNull(change, check.html());

        var form = send(TEAM, check, milestone(pilot, "m1") + "/update/change");

        assertEquals(200, form.statusCode(), form.asString());
        assertEquals("40", page(form).selectFirst("#percent").val());
        assertEquals("节点已部署\n正在联调", page(form).selectFirst("#note").wholeText().strip());
        assertTrue(page(form).selectFirst("[name=selfRating][value=AMBER]").hasAttr("checked"));
    }

    /** The hidden fields of a page, sent elsewhere. */
    private static Response send(String user, Document page, String to) {
        var request = RestAssured.given()
                .header("Authorization", "Bearer " + Tokens.of(user))
                .header("Accept", "text/html")
                .contentType("application/x-www-form-urlencoded; charset=UTF-8");
        page.select("input[type=hidden]").forEach(field -> request.formParam(field.attr("name"), field.val()));
        return request.post(to);
    }

    @Test
    void filesAreAttachedWithoutAScriptAndTheFormKeepsWhatWasTyped() {
        var pilot = TestPilot.filed();
        var at = milestone(pilot, "m1") + "/update";
        var token = PageForm.open(TEAM, at).value("form-token");

        var answer = multipart(token)
                .multiPart("note", "已完成测试", "text/plain; charset=UTF-8")
                .multiPart("file", "report.pdf", PDF, "application/pdf")
                .multiPart("file", "notes.txt", "说明".getBytes(UTF_8), "text/plain")
                .post(at + "/evidence");

        assertEquals(200, answer.statusCode(), answer.asString());
        assertEquals("已完成测试", page(answer).selectFirst("#note").val().strip());
        assertEquals(2, page(answer).select("a[href$=/content]").size());
        pilot.get(TEAM, "/evidence?milestoneId=m1").then().body("items", hasSize(2));
    }

    private static RequestSpecification multipart(String token) {
        return RestAssured.given()
                .header("Authorization", "Bearer " + Tokens.of(TEAM))
                .header("Accept", "text/html")
                .header("Accept-Language", "en")
                .redirects()
                .follow(false)
                .multiPart("form-token", token)
                .multiPart("kind", "test-report")
                .multiPart("level", "THIRD_PARTY");
    }

    @Test
    void aFileThatIsNotTakenIsNamedWithTheReasonAndKeepsNoOtherOut() {
        var pilot = TestPilot.filed();
        var at = milestone(pilot, "m1") + "/evidence";
        var token = PageForm.open(TEAM, at).value("form-token");

        var answer = multipart(token)
                .multiPart("file", "setup.exe", new byte[] {'M', 'Z', 0, 1}, "application/octet-stream")
                .multiPart("file", "report.pdf", PDF, "application/pdf")
                .post(at);

        assertEquals(422, answer.statusCode());
        assertTrue(page(answer).selectFirst("#faults").text().contains("setup.exe"), answer.asString());
        pilot.get(TEAM, "/evidence").then().body("items", hasSize(1));

        var none = multipart(token).post(at);
        assertEquals(422, none.statusCode());
        assertTrue(page(none).selectFirst("#faults").text().contains("at least one file"));
    }

    @Test
    void aScriptSendsOneFileAtATimeAndIsToldInWords() {
        var pilot = TestPilot.filed();
        var at = milestone(pilot, "m1") + "/evidence";
        var token = PageForm.open(TEAM, at).value("form-token");

        var taken = script(token)
                .multiPart("file", "report.pdf", PDF, "application/pdf")
                .post(at);
        var again = script(token)
                .multiPart("file", "report.pdf", PDF, "application/pdf")
                .post(at);
        var foreign = script("forged")
                .multiPart("file", "other.pdf", PDF, "application/pdf")
                .post(at);

        assertEquals(201, taken.statusCode(), taken.asString());
        assertEquals("Uploaded", taken.path("text"));
        assertEquals(409, again.statusCode());
        assertTrue(again.<String>path("text").contains("attached already"), again.asString());
        assertEquals(403, foreign.statusCode());
        pilot.get(TEAM, "/evidence").then().body("items", hasSize(1));
    }

    private static RequestSpecification script(String token) {
        return RestAssured.given()
                .header("Authorization", "Bearer " + Tokens.of(TEAM))
                .header("Accept", "application/json")
                .header("Accept-Language", "en")
                .header("X-Form-Token", token)
                .multiPart("kind", "test-report")
                .multiPart("level", "DECLARED");
    }

    @Test
    void whoeverChoseFilesWithoutUploadingThemIsTold() {
        var answer = filled(TestPilot.filed()).set("file", "report.pdf").send();

        assertEquals(422, answer.statusCode());
        assertNotNull(page(answer).selectFirst("#file-fault"), answer.asString());
    }

    @Test
    void aMilestoneIsClaimedAfterALookAtWhatStandsAgainstIt() {
        var pilot = TestPilot.filed();
        var claim = milestone(pilot, "m1") + "/claim";
        assertTrue(PageForm.page(TEAM, claim).text().contains("No evidence is attached"));

        var check = PageForm.open(TEAM, claim).set("note", "全部完成").send();
        var sent = PageForm.in(TEAM, check);
        var first = sent.send();

        assertTrue(receipt(first).text().contains("全部完成"));
        assertEquals(first.header("Location"), sent.send().header("Location"));
        var milestone = PageForm.page(TEAM, milestone(pilot, "m1"));
        assertTrue(milestone.text().contains("waits for the lead regulator"), milestone.text());
        assertTrue(milestone.select("a[href$=/update]").isEmpty());
        var closed = PageForm.page(TEAM, milestone(pilot, "m1") + "/update");
        assertTrue(closed.text().contains("This cannot be done now"), closed.text());
        assertTrue(closed.select("form[method=post]").isEmpty());
    }

    @Test
    void whatMustBeReachedBeforeIsNamedAndTheClaimIsNotOffered() {
        var pilot = TestPilot.approved("special-field").file("""
                {"milestones": [
                  {"title": {"zh": "一", "en": "One"}, "due": "2022-06-30", "weight": 40},
                  {"title": {"zh": "二", "en": "Two"}, "due": "2022-12-31", "weight": 60, "dependsOn": ["m1"]}]}""");

        var claim = PageForm.page(TEAM, milestone(pilot, "m2") + "/claim");

        assertNotNull(claim.selectFirst("a[href='" + milestone(pilot, "m1") + "']"), claim.text());
        assertTrue(claim.select("form[method=post]").isEmpty());
    }

    @Test
    void moreTimeIsAskedForWithAReceiptAndTheLeadsAnswerIsShown() {
        var pilot = TestPilot.filed();
        var at = milestone(pilot, "m1") + "/extension";
        var early = PageForm.open(TEAM, at)
                .set("newDue", "2022-01-01")
                .set("reason", "设备延迟")
                .send();
        assertEquals(422, early.statusCode());
        assertNotNull(page(early).selectFirst("#newDue-fault"), early.asString());

        var check = PageForm.in(TEAM, early).set("newDue", "2022-09-30").send();
        var receipt = receipt(PageForm.in(TEAM, check).send());

        assertTrue(receipt.text().contains("2022-09-30"), receipt.text());
        assertTrue(PageForm.page(TEAM, milestone(pilot, "m1"), "zh-CN").text().contains("已申请延期至 2022-09-30"));
        pilot.post(LEAD, "/milestones/m1/extension-requests/refusals", "{\"reason\": \"理由不充分\"}")
                .then()
                .statusCode(201);
        assertTrue(PageForm.page(TEAM, milestone(pilot, "m1")).text().contains("理由不充分"));
    }

    @Test
    void theMilestonesPageTellsItsHistoryAndWhoAccepted() {
        var pilot = TestPilot.filed();
        pilot.post(TEAM, "/milestones/m1/updates", "{\"percent\": 10, \"note\": \"启动会已召开\"}");
        pilot.post(TEAM, "/milestones/m1/claims", "{}").then().statusCode(201);
        pilot.post(LEAD, "/milestones/m1/returns", "{\"reason\": \"请补充材料\"}")
                .then()
                .statusCode(201);
        assertTrue(PageForm.page(TEAM, milestone(pilot, "m1"))
                .selectFirst("#returned")
                .text()
                .contains("请补充材料"));
        pilot.post(TEAM, "/milestones/m1/claims", "{}").then().statusCode(201);
        pilot.post(LEAD, "/milestones/m1/acceptances", "{}").then().statusCode(201);

        var milestone = PageForm.page("viewer", milestone(pilot, "m1"));

        var story = milestone.select("ol.story li").eachText();
        assertTrue(
                story.getFirst().contains("Accepted as reached")
                        && story.getFirst().contains(LEAD),
                story.toString());
        assertTrue(story.stream().anyMatch(s -> s.contains("启动会已召开")), story.toString());
        assertTrue(milestone.select("form[method=post]").isEmpty());
        assertFalse(milestone.text().contains("REACHED"), milestone.text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"update", "claim", "extension", "evidence"})
    void onlyThePilotsOwnTeamPosts(String form) {
        var at = milestone(TestPilot.filed(), "m1") + "/" + form;

        for (var stranger : List.of(OTHER_TEAM, LEAD, "office", "viewer")) {
            assertEquals(403, PageForm.get(stranger, at, "en").statusCode(), stranger);
        }
        assertEquals(404, PageForm.get(TEAM, at.replace("/m1/", "/m99/"), "en").statusCode());
    }

    @Test
    void receiptsAreListedNewestFirstForWhoeverMaySeeThePilot() {
        var pilot = TestPilot.filed();
        pilot.post(TEAM, "/milestones/m1/updates", "{\"percent\": 10}");

        var list = PageForm.page(LEAD, "/milestone/pilots/" + pilot.id() + "/receipts");

        assertTrue(list.select("tbody tr").first().text().contains("Progress of a milestone"), list.text());
        assertEquals(
                404,
                PageForm.get(TEAM, "/milestone/pilots/" + pilot.id() + "/receipts/99", "en")
                        .statusCode());
        assertEquals(
                403,
                PageForm.get(OTHER_TEAM, "/milestone/pilots/" + pilot.id() + "/receipts/1", "en")
                        .statusCode());
    }
}
