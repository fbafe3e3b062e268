package io.pilotwatch.platform;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is refused before a resource sees it, and by the shared conditions, is a problem in the caller's language. */
@QuarkusTest
class HttpProblemsIT {

    private static final String ECHO = "/platform/api/v1/echo";

    @ConfigProperty(name = "quarkus.http.limits.max-body-size")
    MemorySize largest;

    @ParameterizedTest(name = "{5}")
    @CsvSource(delimiter = '|', textBlock = """
            GET    | /nowhere                                               | Accept: */*                 | 404 | HTTP_404      | an address that nobody has
            GET    | /platform/api/v1/nowhere                               | Accept: */*                 | 404 | HTTP_404      | an address beside ours
            GET    | /platform/api/v1/echo/x                                | Accept: */*                 | 404 | HTTP_404      | an id of another form
            GET    | /platform/api/v1/echo/a%00b                            | Accept: */*                 | 404 | HTTP_404      | a name that no database holds
            DELETE | /platform/api/v1/echo                                  | Accept: */*                 | 405 | HTTP_405      | a method that is not taken
            GET    | /platform/api/v1/echo                                  | Accept: image/png           | 406 | HTTP_406      | a format that there is not
            GET    | /platform/api/v1/echo                                  | Accept: 0                   | 400 | BAD_PARAMETER | a format that is none
            GET    | /platform/api/v1/echo?limit=x                          | Accept: */*                 | 400 | BAD_PARAMETER | a number that is none
            GET    | /platform/api/v1/echo?limit=2147483648                 | Accept: */*                 | 400 | BAD_PARAMETER | a number too large
            GET    | /platform/api/v1/echo/00000000-0000-7000-8000-000000000000?limit=x | Accept: */*     | 400 | BAD_PARAMETER | a number that is none, of one thing
            GET    | /platform/api/v1/echo                                  | X-Forwarded-Host: a b       | 400 | BAD_PARAMETER | a host that is none
            GET    | /platform/api/v1/echo                                  | X-Forwarded-Proto: ;        | 400 | BAD_PARAMETER | a protocol that is none
            POST   | /platform/api/v1/echo                                  | Content-Type: text/plain    | 415 | HTTP_415      | a body of another type
            """)
    void whatIsRefusedIsAProblemInBothLanguages(
            String method, String path, String header, int status, String code, String sentence) {
        for (var language : List.of("zh-CN", "en")) {
            var request = in(language).header(header.split(": ")[0], header.split(": ")[1]);
            if (method.equals("POST")) {
                request.body("{}".getBytes());
            }
            problem(request.request(method, path).then(), language, status, code);
        }
    }

    @Test
    void aJsonBodyOfMoreThanAMegabyteIsTooLargeThoughAFileIsNot() {
        for (var language : List.of("zh-CN", "en")) {
            var body = " ".repeat(Bodies.LARGEST_JSON) + "{}";
            problem(
                    in(language)
                            .contentType("application/json")
                            .body(body)
                            .post(ECHO)
                            .then(),
                    language,
                    413,
                    "BODY_TOO_LARGE");
            in(language)
                    .header("Content-Type", "text/csv")
                    .body(body.getBytes())
                    .post(ECHO + "/files")
                    .then()
                    .statusCode(200);
        }
    }

    @Test
    void aFileBeyondTheLimitOfAllIsRefusedBeforeItIsSent() throws Exception {
        for (var language : List.of("zh-CN", "en")) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + RestAssured.port + ECHO + "/files"))
                    .header("Content-Type", "text/csv")
                    .header("Accept-Language", language)
                    .version(HttpClient.Version.HTTP_1_1)
                    .expectContinue(true)
                    .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[(int) largest.asLongValue() + 1]))
                    .build();
            try (var client = HttpClient.newHttpClient()) {
                var answer = client.send(request, HttpResponse.BodyHandlers.ofString());

                assertEquals(413, answer.statusCode());
                assertEquals(
                        "application/problem+json",
                        answer.headers().firstValue("Content-Type").orElse(""));
                assertEquals(language.equals("zh-CN"), answer.body().contains("请求过大"));
            }
        }
    }

    @ParameterizedTest(name = "{4}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            PUT  | "7"      | 200 | ``                    | the present revision
            PUT  | *        | 200 | ``                    | any revision
            PUT  | ``       | 428 | PRECONDITION_REQUIRED | nothing is named
            PUT  | "6"      | 412 | STALE                 | an older revision
            PUT  | 7        | 400 | BAD_PARAMETER         | no ETag
            POST | "7"      | 200 | ``                    | the present revision, where none need be named
            POST | ``       | 200 | ``                    | nothing, where none need be named
            POST | "6", "8" | 412 | STALE                 | others, where none need be named
            """)
    void aChangeIsMadeForTheRevisionThatItNames(
            String method, String ifMatch, int status, String code, String sentence) {
        for (var language : List.of("zh-CN", "en")) {
            var request = in(language).contentType("application/json").body("{}");
            if (!ifMatch.isEmpty()) {
                request.header("If-Match", ifMatch);
            }
            var answer = request.request(method, ECHO).then().statusCode(status);
            if (status != 200) {
                problem(answer, language, status, code);
            }
        }
    }

    @Test
    void aBodyThatSaysOneThingTwiceIsRefused() {
        for (var language : List.of("zh-CN", "en")) {
            var body = "{\"text\": \"a\", \"text\": \"b\"}";
            problem(
                    in(language)
                            .contentType("application/json")
                            .body(body)
                            .post(ECHO)
                            .then(),
                    language,
                    400,
                    "UNREADABLE_BODY");
        }
    }

    @Test
    void aLanguageThatCannotBeReadIsAnsweredInEnglish() {
        problem(in("zh;q=nan").get("/platform/api/v1/echo/x").then(), "en", 404, "HTTP_404");
    }

    private static RequestSpecification in(String language) {
        return given().urlEncodingEnabled(false).header("Accept-Language", language);
    }

    private static void problem(ValidatableResponse answer, String language, int status, String code) {
        var chinese = matchesPattern("(?s).*\\p{IsHan}.*");
        answer.statusCode(status)
                .contentType("application/problem+json")
                .header("Content-Language", language)
                .body("code", equalTo(code))
                .body("title", language.equals("en") ? not(chinese) : chinese)
                .body("detail", language.equals("en") ? not(chinese) : chinese);
    }
}
