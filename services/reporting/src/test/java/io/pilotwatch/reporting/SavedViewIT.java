package io.pilotwatch.reporting;

import static io.pilotwatch.reporting.Told.as;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class SavedViewIT {

    private static final String PATH = "/reporting/api/v1/saved-views";
    private static final Map<String, String> LATE_IN_TAX = Map.of("field", "tax", "overdue", "true", "q", "示例");

    @Test
    void aViewKeepsItsFiltersForItsAccountAlone() {
        var name = fresh("税费逾期");
        var id = save("regulator-tax", name, null, LATE_IN_TAX)
                .statusCode(201)
                .extract()
                .path("viewId")
                .toString();
        as("regulator-tax")
                .get(PATH + "/" + id)
                .then()
                .statusCode(200)
                .header("ETag", is("\"1\""))
                .body("name", is(name))
                .body("shared", is(false))
                .body("filter", equalTo(LATE_IN_TAX))
                .body("filter.state", nullValue());
        as("regulator-tax").get(PATH + "?limit=200").then().body("items.viewId", hasItem(id));
        as("office").get(PATH + "?limit=200").then().body("items.viewId", not(hasItem(id)));
        as("office").get(PATH + "/" + id).then().statusCode(404);
        delete("office", id, "\"1\"").statusCode(404);
        // The list takes the filters as they are.
        as("regulator-tax")
                .queryParams(LATE_IN_TAX)
                .get("/reporting/api/v1/pilots")
                .then()
                .statusCode(200);
        delete("regulator-tax", id, "\"1\"").statusCode(204);
        as("regulator-tax").get(PATH + "/" + id).then().statusCode(404);
    }

    @Test
    void theOfficeSharesAViewWithEveryoneAndKeepsItForItself() {
        var name = fresh("全国预警");
        save("team-028", name, true, LATE_IN_TAX).statusCode(403).body("code", is("SHARING_NOT_ALLOWED"));
        var id = save("office", name, true, LATE_IN_TAX)
                .statusCode(201)
                .extract()
                .path("viewId")
                .toString();
        as("team-028").get(PATH + "/" + id).then().statusCode(200).body("account", is("office"));
        as("team-028").get(PATH + "?limit=200").then().body("items.viewId", hasItem(id));
        change("team-028", id, "\"1\"", name, LATE_IN_TAX).statusCode(403);
        change("regulator-tax", id, "\"1\"", name, LATE_IN_TAX).statusCode(403).body("code", is("FOREIGN_VIEW"));
        delete("viewer", id, "\"1\"").statusCode(403).body("code", is("FOREIGN_VIEW"));
        delete("office", id, "*").statusCode(204);
    }

    @Test
    void aChangeNamesTheRevisionThatItIsFor() {
        var id = save("viewer", fresh("甲"), null, LATE_IN_TAX)
                .statusCode(201)
                .extract()
                .path("viewId")
                .toString();
        var other = fresh("乙");
        change("viewer", id, null, other, Map.of()).statusCode(428);
        change("viewer", id, "\"7\"", other, Map.of()).statusCode(412);
        change("viewer", id, "\"1\"", other, Map.of("rating", "RED"))
                .statusCode(200)
                .header("ETag", is("\"2\""))
                .body("filter", equalTo(Map.of("rating", "RED")));
        change("viewer", id, "\"1\"", other, Map.of()).statusCode(412).body("code", is("STALE"));
        delete("viewer", id, null).statusCode(428);
        delete("viewer", id, "\"1\"").statusCode(412);
        delete("viewer", id, "\"2\"").statusCode(204);
    }

    @Test
    void anAccountHasOneViewOfAName() {
        var name = fresh("同名");
        var first = save("viewer", name, null, LATE_IN_TAX)
                .statusCode(201)
                .extract()
                .path("viewId")
                .toString();
        save("viewer", "  " + name + " ", null, Map.of()).statusCode(409).body("code", is("NAME_TAKEN"));
        var second = save("viewer", fresh("异名"), null, Map.of())
                .statusCode(201)
                .extract()
                .path("viewId")
                .toString();
        change("viewer", second, "\"1\"", name, Map.of()).statusCode(409);
        change("viewer", first, "\"1\"", name, Map.of()).statusCode(200);
        var ofOther = save("operator", name, null, LATE_IN_TAX)
                .statusCode(201)
                .extract()
                .path("viewId")
                .toString();
        delete("viewer", first, "*").statusCode(204);
        delete("viewer", second, "*").statusCode(204);
        delete("operator", ofOther, "*").statusCode(204);
    }

    @Test
    void savingTwiceWithOneKeySavesOnce() {
        var key = UUID.randomUUID().toString();
        var body = body(fresh("一次"), null, LATE_IN_TAX);
        var first = post("viewer", key, body)
                .statusCode(201)
                .extract()
                .path("viewId")
                .toString();
        post("viewer", key, body).statusCode(201).body("viewId", is(first));
        post("viewer", key, body(fresh("另一"), null, LATE_IN_TAX)).statusCode(422);
        as("viewer").contentType(ContentType.JSON).body(body).post(PATH).then().statusCode(400);
        delete("viewer", first, "*").statusCode(204);
    }

    @Test
    void anAccountKeepsFiftyViews() {
        var user = "team-029";
        var ids = new java.util.ArrayList<String>();
        for (int i = as(user).get(PATH + "?limit=200")
                        .jsonPath()
                        .getList("items.findAll { it.account == 'team-029' }")
                        .size();
                i < 50;
                i++) {
            ids.add(save(user, fresh("视图"), null, Map.of())
                    .statusCode(201)
                    .extract()
                    .path("viewId")
                    .toString());
        }
        save(user, fresh("多余"), null, Map.of()).statusCode(409).body("code", is("TOO_MANY_VIEWS"));
        ids.forEach(id -> delete(user, id, "*").statusCode(204));
        assertEquals(true, !ids.isEmpty());
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "field, nowhere, 400",
        "category, money, 400",
        "kind, small, 400",
        "regulator, irs, 400",
        "state, HAPPY, 400",
        "rating, PURPLE, 400",
        "finish, NEVER, 400",
        "forecastLate, yes, 400",
        "overdue, 1, 400",
        "synthetic, maybe, 400",
        "colour, red, 400",
        "category, livelihood, 201",
        "kind, comprehensive, 201",
        "region, 湖南省, 201",
        "regulator, nfra, 201",
        "forecastLate, true, 201",
        "synthetic, false, 201"
    })
    void everyFilterIsCheckedAsTheListDoes(String parameter, String value, int status) {
        var saved =
                save("viewer", fresh(parameter), null, Map.of(parameter, value)).statusCode(status);
        if (status == 201) {
            as("viewer")
                    .queryParam(parameter, value)
                    .get("/reporting/api/v1/pilots")
                    .then()
                    .statusCode(200);
            delete("viewer", saved.extract().path("viewId").toString(), "*").statusCode(204);
        } else if (!parameter.equals("colour")) {
            as("viewer")
                    .queryParam(parameter, value)
                    .get("/reporting/api/v1/pilots")
                    .then()
                    .statusCode(status)
                    .body("detail", notNullValue());
        }
    }

    @ParameterizedTest(name = "a name of «{0}» is refused")
    @CsvSource({"''", "'   '", "'a\u0007b'"})
    void aNameIsSomethingToRead(String name) {
        save("viewer", name, null, Map.of()).statusCode(400);
    }

    private static String fresh(String name) {
        return name + " " + System.nanoTime();
    }

    private static Map<String, Object> body(String name, Boolean shared, Map<String, String> filter) {
        var body = new HashMap<String, Object>(Map.of("name", name, "filter", filter));
        if (shared != null) {
            body.put("shared", shared);
        }
        return body;
    }

    private static ValidatableResponse save(String user, String name, Boolean shared, Map<String, String> filter) {
        return post(user, UUID.randomUUID().toString(), body(name, shared, filter));
    }

    private static ValidatableResponse post(String user, String key, Map<String, Object> body) {
        return as(user).header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(body)
                .post(PATH)
                .then();
    }

    private static ValidatableResponse change(
            String user, String id, String ifMatch, String name, Map<String, String> filter) {
        var request = as(user).contentType(ContentType.JSON).body(body(name, null, filter));
        return (ifMatch == null ? request : request.header("If-Match", ifMatch))
                .put(PATH + "/" + id)
                .then();
    }

    private static ValidatableResponse delete(String user, String id, String ifMatch) {
        var request = as(user);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch))
                .delete(PATH + "/" + id)
                .then();
    }
}
