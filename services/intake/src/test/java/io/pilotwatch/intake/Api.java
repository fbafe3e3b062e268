package io.pilotwatch.intake;

import static io.restassured.RestAssured.given;

import io.pilotwatch.platform.testing.Tokens;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** The service as its callers reach it, and numbers that no earlier run has used. */
final class Api {

    static final String HEADER = "seq,kind,field_zh,field_en,organisation_zh,region_zh,source,synthetic\n";
    static final String IMPORT = "/intake/api/v1/imports/pilots";
    static final String APPLICATIONS = "/intake/api/v1/applications";
    static final String PILOTS = "/intake/api/v1/pilots";

    private static final AtomicInteger NUMBERS =
            new AtomicInteger((int) (10_000_000 + System.nanoTime() / 1000 % 80_000_000));

    private Api() {}

    static int freshNumbers(int count) {
        return NUMBERS.getAndAdd(count);
    }

    static String idOf(int number) {
        return "BP-" + number;
    }

    /** A row that can be imported. */
    static String row(int number) {
        return number + ",special,,tax,示例单位-028,北京市,made for a test,true\n";
    }

    static RequestSpecification as(String user) {
        return given().config(RestAssuredConfig.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .encodeContentTypeAs("text/csv", ContentType.TEXT)
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                .auth()
                .oauth2(Tokens.of(user));
    }

    static ValidatableResponse imported(byte[] file, String language, boolean dryRun) {
        return as("office")
                .header("Accept-Language", language)
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("text/csv")
                .queryParam("dryRun", dryRun)
                .body(file)
                .post(IMPORT)
                .then();
    }

    static ValidatableResponse imported(String file) {
        return imported(file.getBytes(StandardCharsets.UTF_8), "en", false);
    }

    static String application(String organisation, String field) {
        return application(organisation, field, "一项测试 a test " + UUID.randomUUID());
    }

    static String application(String organisation, String field, String summary) {
        return """
                {"kind": "special-field", "fields": ["%s"], "organisation": "%s", "region": "北京市",
                 "summary": "%s", "scenarios": ["电子发票核验"], "level": "county", "synthetic": true}""".formatted(field, organisation, summary);
    }

    /** Under a key of its own. */
    static ValidatableResponse post(String user, String path, String body) {
        return as(user).header("Idempotency-Key", UUID.randomUUID())
                .contentType(ContentType.JSON)
                .body(body)
                .post(path)
                .then();
    }
}
