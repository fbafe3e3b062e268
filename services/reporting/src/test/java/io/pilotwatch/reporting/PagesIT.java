package io.pilotwatch.reporting;

import static io.pilotwatch.reporting.Told.as;
import static io.pilotwatch.reporting.Told.freshPilot;
import static io.pilotwatch.reporting.Told.say;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pilotwatch.platform.testing.Tokens;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class PagesIT {

    @TestHTTPResource("/")
    URI server;

    @Test
    void nothingOnAPageComesFromElsewhereOrRunsInline() {
        as("office").get("/").then().header("Content-Security-Policy", not(containsString("unsafe")));
        var page = page("/", "en");
        assertEquals(
                0, page.select("[style], style, script:not([src]), [onclick]").size());
        var assets = page.select("script, link[rel=stylesheet]");
        assertTrue(assets.size() >= 2, "a script and a style sheet");
        assets.forEach(asset -> {
            var address = asset.hasAttr("src") ? asset.attr("src") : asset.attr("href");
            assertTrue(address.startsWith("/reporting/assets/"), address);
            given().get(address).then().statusCode(200);
        });
    }

    @ParameterizedTest(name = "{1} leads to {2}")
    @CsvSource({
        "en, /reporting/pilots?q=%E6%B5%B7, /reporting/pilots?q=%E6%B5%B7",
        "zh-CN, //elsewhere.example, /",
        "zh-CN, https://elsewhere.example, /",
        "en, /\\elsewhere.example, /",
        "en, /%zz, /"
    })
    void theLanguageSwitchKeepsTheChoiceAndGoesBackToAPageOfOurs(String lang, String to, String expected) {
        given().redirects()
                .follow(false)
                .queryParam("lang", lang)
                .queryParam("to", to)
                .get("/reporting/language")
                .then()
                .statusCode(303)
                .cookie("lang", is(lang))
                .header("Location", is(expected));
        var page = Jsoup.parse(as("office").cookie("lang", lang).get("/").asString());
        assertEquals(lang, page.selectFirst("html").attr("lang"));
    }

    @Test
    void anOpenPageHearsOfAChange() throws Exception {
        var heard = new CopyOnWriteArrayList<String>();
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(server.resolve("/reporting/live"))
                    .header("Authorization", "Bearer " + Tokens.of("viewer"))
                    .build();
            var stream = client.sendAsync(request, HttpResponse.BodyHandlers.ofLines())
                    .thenAccept(answer ->
                            answer.body().filter(line -> !line.isBlank()).forEach(heard::add));
            await().atMost(Duration.ofSeconds(10)).until(() -> !heard.isEmpty());
            var before = heard.getLast();
            say(freshPilot("tax").approved());
            await().atMost(Duration.ofSeconds(20)).until(() -> !heard.getLast().equals(before));
            stream.cancel(true);
            client.shutdownNow();
        }
    }

    private static Document page(String path, String language) {
        var answer = as("office")
                .urlEncodingEnabled(false)
                .header("Accept-Language", language)
                .get(path);
        assertEquals(200, answer.statusCode(), answer.asString());
        return Jsoup.parse(answer.asString());
    }
}
