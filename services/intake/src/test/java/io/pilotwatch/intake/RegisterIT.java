package io.pilotwatch.intake;

import static io.pilotwatch.intake.Api.HEADER;
import static io.pilotwatch.intake.Api.PILOTS;
import static io.pilotwatch.intake.Api.as;
import static io.pilotwatch.intake.Api.freshNumbers;
import static io.pilotwatch.intake.Api.idOf;
import static io.pilotwatch.intake.Api.imported;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class RegisterIT {

    @Test
    void aPageLeadsToTheNextUntilAllIsSeen() {
        int first = freshNumbers(5);
        imported(HEADER + rows(first)).statusCode(200);
        var seen = new ArrayList<String>();

        var next = PILOTS + "?limit=2&cursor=" + cursor(first - 1);
        for (int page = 0; page < 2; page++) {
            var answer = as("office")
                    .urlEncodingEnabled(false)
                    .get(next)
                    .then()
                    .statusCode(200)
                    .extract();
            seen.addAll(answer.path("items.pilotId"));
            next = answer.path("next");
        }

        assertEquals(List.of(idOf(first), idOf(first + 1), idOf(first + 2), idOf(first + 3)), seen);
    }

    @ParameterizedTest(name = "{0} sees {1}")
    @CsvSource({
        "office, 0 1 2 3 4",
        "operator, 0 1 2 3 4",
        "viewer, 0 1 2 3 4",
        "team-028, 0",
        "team-029, 1",
        "regulator-tax, 0 2",
        "regulator-energy, 1 2",
        "regulator-education, ''",
        "recommender-beijing, 0 3",
        "recommender-tax, 0 2"
    })
    void eachSeesWhatIsTheirs(String user, String expected) {
        int first = freshNumbers(5);
        imported(HEADER + rows(first)).statusCode(200);

        var found = as(user)
                .get(PILOTS + "?limit=5&cursor=" + cursor(first - 1))
                .then()
                .statusCode(200)
                .extract()
                .<List<Integer>>path("items.number")
                .stream()
                .filter(n -> n < first + 5)
                .toList();

        assertEquals(
                expected.isEmpty()
                        ? List.of()
                        : List.of(expected.split(" ")).stream()
                                .map(i -> first + Integer.parseInt(i))
                                .toList(),
                found);
        for (int i = 0; i < 5; i++) {
            as(user).get(PILOTS + "/" + idOf(first + i)).then().statusCode(found.contains(first + i) ? 200 : 403);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "kind=comprehensive, 2",
        "kind=special-field&field=tax, 0",
        "field=tax, 0 2",
        "synthetic=false, 4",
        "synthetic=true&field=energy, 1 2",
        "region=北京市, 0 3",
        "state=APPROVED&region=广东省, 4"
    })
    void aFilterNarrowsTheList(String filter, String expected) {
        int first = freshNumbers(5);
        imported(HEADER + rows(first)).statusCode(200);

        var found = as("viewer")
                .get(PILOTS + "?" + filter + "&limit=5&cursor=" + cursor(first - 1))
                .then()
                .statusCode(200)
                .extract()
                .<List<Integer>>path("items.number")
                .stream()
                .filter(n -> n < first + 5)
                .toList();

        assertEquals(
                List.of(expected.split(" ")).stream()
                        .map(i -> first + Integer.parseInt(i))
                        .toList(),
                found);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "kind=x, kind",
        "field=x, field",
        "synthetic=x, synthetic",
        "state=x, state",
        "limit=0, limit",
        "limit=201, limit",
        "cursor=!, cursor",
        "cursor=eA, cursor"
    })
    void aFilterThatMeansNothingIsRefused(String filter, String name) {
        as("viewer")
                .urlEncodingEnabled(false)
                .get(PILOTS + "?" + filter)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains(name));
    }

    @Test
    void aPilotShowsItsLeadsAndWhetherTheyAreStated() {
        int first = freshNumbers(5);
        imported(HEADER + rows(first)).statusCode(200);

        as("viewer")
                .get(PILOTS + "/" + idOf(first))
                .then()
                .body("kind.name.zh", is("特色领域试点"))
                .body("fields.name.zh", contains("区块链+税费服务"))
                .body("leads.name.zh", contains("国家税务总局"))
                .body("leads.stated", contains(true))
                .body("approvedOn", notNullValue())
                .body("synthetic", is(true));
        as("viewer")
                .get(PILOTS + "/" + idOf(first + 2))
                .then()
                .body("leads.code", contains("cac"))
                .body("fields.lead.code", contains("nea", "sta"))
                .body("fields.lead.stated", contains(false, true));
    }

    @Test
    void theProgrammesFactsNeedNoConstants() {
        as("team-028")
                .get("/intake/api/v1/programme")
                .then()
                .statusCode(200)
                .body("name.zh", is("区块链创新应用试点"))
                .body("deadline", is("2023-12-31"))
                .body("deadlineAt", is("2024-01-01T00:00:00+08:00"))
                .body("expectedPilots", is(179))
                .body("fields", hasSize(16))
                .body("fields.find { it.code == 'tax' }.lead.stated", is(true))
                .body("agencies.find { it.code == 'nfra' }.names.from", contains(nullValue(), is("2023-05-18")))
                .body("kinds.code", contains("comprehensive", "special-field"))
                .body("template.due", hasItem("2022-06-30"))
                .body("rules.MILESTONE_OVERDUE.at", everyItem(notNullValue()))
                .body("admission.criteria.weight", contains(30, 30, 20, 20))
                .body("admission.publicCommentDays", is(7))
                .body("grades.code", contains("excellent", "qualified"))
                .body("benefits.indicators", everyItem(notNullValue()))
                .body("evidenceKinds.code", hasItem("document"));
    }

    /** Tax in Beijing, energy elsewhere, both covered, no field stated, a real one. */
    private static String rows(int first) {
        return first + ",special,,tax,示例单位-028,北京市,test,true\n"
                + (first + 1) + ",special,,energy,示例单位-029,重庆市,test,true\n"
                + (first + 2) + ",comprehensive,,tax;energy,示例单位-030,福建省,test,true\n"
                + (first + 3) + ",special,,unknown,示例单位-031,北京市,test,true\n"
                + (first + 4) + ",special,,health,示例单位-032,广东省,test,false\n";
    }

    private static String cursor(int number) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Integer.toString(number).getBytes(StandardCharsets.UTF_8));
    }
}
