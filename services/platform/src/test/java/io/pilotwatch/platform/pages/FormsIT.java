package io.pilotwatch.platform.pages;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pilotwatch.platform.testing.PageForm;
import io.pilotwatch.platform.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Forms of our pages: only our pages can send them, they act once, and what was typed stays when something is wrong. */
@QuarkusTest
class FormsIT {

    private final String name = UUID.randomUUID().toString();
    private final String path = "/platform/try/" + name;

    @Test
    void aFormSentTwiceActsOnceAndGoesToTheSamePageTwice() {
        var form = PageForm.open("office", path).set("due", "2023-06-30").set("note", "进展\r\n顺利");
        for (var answer : List.of(form.send(), form.send())) {
            assertEquals(303, answer.statusCode(), answer.asString());
            assertTrue(answer.header("Location").endsWith(path + "?done=taken"));
        }
        assertEquals(1, TryPages.DONE.get(name + " 进展\n顺利"));
    }

    @Test
    void whoGoesBackAndSendsSomethingElseHasSentAnotherRequest() {
        var form = PageForm.open("office", path).set("due", "2023-06-30");
        assertEquals(303, form.set("note", "one").send().statusCode());
        assertEquals(303, form.set("note", "two").send().statusCode());
        assertEquals(1, TryPages.DONE.get(name + " one"));
        assertEquals(1, TryPages.DONE.get(name + " two"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "zh-CN, 填写内容有误, 请填写有效日期，例如 2023-06-30。",
        "en, There is a problem, 'Enter a real date, such as 2023-06-30.'"
    })
    void whatIsWrongIsSaidAtTheFieldAndWhatWasTypedStays(String language, String title, String said) {
        var answer = PageForm.open("office", path)
                .set("percent", "130")
                .set("due", "2023-02-30")
                .set("note", "<b>")
                .send(language);
        assertEquals(422, answer.statusCode());
        var page = Jsoup.parse(answer.asString());
        assertEquals(title, page.selectFirst("#faults-title").text());
        assertEquals(
                List.of("#due", "#percent"),
                page.select(".faults a").stream().map(a -> a.attr("href")).toList());
        assertEquals(said, page.selectFirst("#due-fault").text());
        assertEquals("true", page.selectFirst("#due").attr("aria-invalid"));
        assertEquals(
                "due-fault", page.selectFirst("#due").attr("aria-describedby").strip());
        assertEquals("percent-hint percent-fault", page.selectFirst("#percent").attr("aria-describedby"));
        assertEquals("130", page.selectFirst("#percent").val());
        assertEquals("<b>", page.selectFirst("#note").val());
        assertEquals("RED", page.selectFirst("[name=rating][checked]").val());
        assertNull(TryPages.DONE.get(name + " <b>"));
        assertEquals(
                303,
                PageForm.in("office", answer)
                        .set("percent", "30")
                        .set("due", "2023-02-28")
                        .sendTo(path)
                        .statusCode());
    }

    @Test
    void aFormOfAnotherSessionOrOfNobodyIsRefused() {
        var mine = PageForm.open("office", path).set("due", "2023-06-30").set("note", "forged");
        var theirs = PageForm.open("team-028", path).value("form-token");
        for (var token : List.of("", "x", theirs)) {
            var answer = mine.set("form-token", token).send();
            assertEquals(403, answer.statusCode());
            assertTrue(answer.contentType().startsWith("text/html"));
        }
        assertNull(TryPages.DONE.get(name + " forged"));
        assertEquals(403, file(null).statusCode());
        assertEquals(403, file(theirs).statusCode());
        assertEquals(
                204, file(PageForm.open("office", path).value("form-token")).statusCode());
        assertEquals(1, TryPages.DONE.get(name + " a.csv"));
    }

    private Response file(String token) {
        var request = given().header("Authorization", "Bearer " + Tokens.of("office"))
                .multiPart("file", "a.csv", "a,b\n".getBytes(), "text/csv");
        if (token != null) {
            request.multiPart("form-token", token);
        }
        return request.post(path + "/file");
    }

    @Test
    void whoHasNoSessionIsSentToSignInAndWhoHasNotTheRoleIsToldSo() {
        var answer =
                given().redirects().follow(false).header("Accept", "text/html").get(path);
        assertEquals(302, answer.statusCode());
        assertTrue(answer.header("Location").contains("/protocol/openid-connect/auth"));
        var refused = PageForm.get("viewer", path, "zh-CN");
        assertEquals(403, refused.statusCode());
        assertEquals(
                "您的账号无权查看", Jsoup.parse(refused.asString()).selectFirst("h1").text());
    }

    @Test
    void whatNobodyHasIsAPageToABrowser() {
        var answer = PageForm.get("office", "/platform/nowhere", "en");
        assertEquals(404, answer.statusCode());
        assertEquals(
                "Page not found",
                Jsoup.parse(answer.asString()).selectFirst("h1").text());
    }
}
