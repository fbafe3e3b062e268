package io.pilotwatch.intake;

import static io.pilotwatch.intake.Api.HEADER;
import static io.pilotwatch.intake.Api.row;
import static io.pilotwatch.platform.testing.PageForm.get;
import static io.pilotwatch.platform.testing.PageForm.open;
import static io.pilotwatch.platform.testing.PageForm.page;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pilotwatch.platform.testing.PageForm;
import io.pilotwatch.platform.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.builder.MultiPartSpecBuilder;
import io.restassured.response.Response;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ImportPagesIT {

    private static final String IMPORT = "/intake/import";

    @Test
    void aListIsCheckedFirstAndWhatIsWrongIsToldWithItsPlaceThenTheRestIsImported() {
        int number = Api.freshNumbers(2);
        var list = HEADER + row(number) + row(number + 1).replace("tax", "blockchain");
        var checked = checked(list.getBytes(Charset.forName("GBK")), null);

        var page = Jsoup.parse(checked.then().statusCode(200).extract().asString());
        var fault = page.select("table:has(#faults-caption) tbody td").eachText();
        assertEquals("3", fault.get(0));
        assertEquals("field_en", fault.get(1));
        assertEquals("blockchain", fault.get(2));
        assertTrue(fault.get(3).contains("blockchain"), fault.toString());
        get("office", "/intake/register/" + Api.idOf(number), "en").then().statusCode(404);
        var go = PageForm.in("office", checked);
        var result = go.send();
        result.then().statusCode(303).header("Location", containsString("created=1&unchanged=0&refused=1"));
        assertEquals(result.header("Location"), go.send().header("Location"));

        get("office", "/intake/register/" + Api.idOf(number), "en").then().statusCode(200);
        var address = result.header("Location").replaceFirst("^https?://[^/]+", "");
        assertTrue(page("office", address).text().contains("The import is done"));
        var again = Jsoup.parse(checked((HEADER + row(number)).getBytes(StandardCharsets.UTF_8), null)
                .asString());
        assertTrue(again.text().contains("There is no new row to import"), again.text());
    }

    @Test
    void whatIsPastedIsTakenTooAndAListOfThousandsPassesThroughThePage() {
        int good = 20;
        int number = Api.freshNumbers(good);
        var list = new StringBuilder(HEADER);
        for (int i = 0; i < 3_000; i++) {
            // Most have no number: thousands of new pilots would be heard of in every other service's tests.
            list.append(i < good ? row(number + i) : row(number).replaceFirst("^\\d+", "x"));
        }

        var checked = checked(null, list.toString());
        checked.then().statusCode(200);
        PageForm.in("office", checked)
                .send()
                .then()
                .statusCode(303)
                .header("Location", containsString("created=" + good + "&"));
    }

    @Test
    void whatIsNoListIsToldWhereItWasChosenAndStaysThere() {
        checked(null, " ").then().statusCode(422).body(containsString("href=\"#file\""));
        checked(null, "seq,kind\n1,special\n")
                .then()
                .statusCode(400)
                .body(containsString("href=\"#pasted\""))
                .body(containsString("1,special"));
        checked(HEADER.getBytes(StandardCharsets.UTF_8), null)
                .then()
                .statusCode(400)
                .body(containsString("href=\"#file\""));
        var lost = PageForm.in("office", checked(null, HEADER + row(Api.freshNumbers(1))));
        lost.set("list", "nonsense").send().then().statusCode(422).body(containsString("Choose"));
    }

    @Test
    void theTemplateHasAByteOrderMarkAndTheColumns() {
        var template = get("office", IMPORT + "/template.csv", "en");
        var bytes = template.then().statusCode(200).extract().asByteArray();
        assertArrayEquals(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, Arrays.copyOf(bytes, 3));
        template.then().header("Content-Disposition", is("attachment; filename=\"pilots.csv\""));
        assertEquals(8, page("office", IMPORT, "zh-CN").select("tbody tr").size());
    }

    @Test
    void onlyTheOfficeImports() {
        for (var user : new String[] {"team-028", "regulator-tax", "viewer", "operator", "expert-1"}) {
            get(user, IMPORT, "en").then().statusCode(403);
        }
    }

    /** As a browser sends the form. */
    private static Response checked(byte[] file, String pasted) {
        var form = open("office", IMPORT);
        return RestAssured.given()
                .header("Authorization", "Bearer " + Tokens.of("office"))
                .header("Accept", "text/html")
                .header("Accept-Language", "en")
                .multiPart("form-token", form.value("form-token"))
                .multiPart("form-key", form.value("form-key"))
                .multiPart(new MultiPartSpecBuilder(pasted == null ? "" : pasted)
                        .controlName("pasted")
                        .charset(StandardCharsets.UTF_8)
                        .build())
                .multiPart("file", "pilots.csv", file == null ? new byte[0] : file, "text/csv")
                .post(IMPORT + "/check");
    }
}
