package io.pilotwatch.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** On the committed realm and the committed lists themselves. */
class RealmTest {

    private static final Set<String> FIELDS = Set.of(
            "manufacturing",
            "energy",
            "government-services",
            "rule-of-law",
            "tax",
            "adjudication",
            "procuratorate",
            "copyright",
            "civil-affairs",
            "human-resources",
            "education",
            "health",
            "trade-finance",
            "risk-control",
            "equity-market",
            "cross-border-finance");

    private static final Map<String, JsonNode> USERS = new HashMap<>();
    private static JsonNode realm;

    @BeforeAll
    static void generate() throws IOException {
        Path lists = Path.of("demonstration");
        realm = Realm.withTeams(
                Path.of("../keycloak/pilotwatch-realm.json"),
                List.of(lists.resolve("pilots.csv"), lists.resolve("synthetic-pilots.csv")));
        realm.path("users").forEach(user -> USERS.put(user.path("username").asText(), user));
    }

    @Test
    void everyEntryOfTheListsHasATeamUserOfItsOrganisation() {
        for (int number = 1; number <= 179; number++) {
            JsonNode team = USERS.get("team-%03d".formatted(number));
            assertEquals("pilot-team", team.at("/realmRoles/0").asText(), "team " + number);
            assertEquals(1, team.at("/attributes/organisations").size(), "team " + number);
        }
        assertEquals("海淀区", organisation("team-001"));
        assertEquals("景德镇新闻传媒集团", organisation("team-027"));
        assertEquals("示例单位-028", organisation("team-028"));
        assertEquals("示例单位-179", organisation("team-179"));
    }

    /** For a while and not for good: otherwise anybody could shut anybody out. */
    @Test
    void signingInIsSlowedAfterSomeFailures() {
        assertTrue(realm.path("bruteForceProtected").asBoolean());
        assertEquals(false, realm.path("permanentLockout").asBoolean(true));
        assertEquals(10, realm.path("failureFactor").asInt());
        assertEquals(60, realm.path("waitIncrementSeconds").asInt());
        assertEquals(900, realm.path("maxFailureWaitSeconds").asInt());
    }

    @Test
    void everyFieldHasTwoRegulatorsWhoSeeThatFieldOnly() {
        Set<String> seen = new TreeSet<>();
        USERS.forEach((name, user) -> {
            if (name.startsWith("regulator-")) {
                assertEquals(1, user.at("/attributes/fields").size(), name);
                assertEquals(
                        name.replaceFirst("-2$", ""),
                        "regulator-" + user.at("/attributes/fields/0").asText());
                assertEquals("regulator", user.at("/realmRoles/0").asText());
                seen.add(user.at("/attributes/fields/0").asText());
            }
        });
        assertEquals(new TreeSet<>(FIELDS), seen);
        seen.forEach(field -> assertTrue(USERS.containsKey("regulator-" + field + "-2"), field));
    }

    @Test
    void everyRoleHasAUserAndOneUserHasNone() {
        Set<String> roles = new TreeSet<>();
        realm.at("/roles/realm").forEach(role -> roles.add(role.path("name").asText()));
        Set<String> used = new TreeSet<>();
        USERS.values().forEach(user -> used.add(user.at("/realmRoles/0").asText()));
        roles.add("");
        assertEquals(roles, used);
        assertTrue(USERS.get("newcomer").path("realmRoles").isEmpty());
    }

    @Test
    void nobodyIsStoppedByAPageThatAsksForMore() {
        USERS.forEach((name, user) -> {
            assertTrue(user.path("requiredActions").isEmpty(), name);
            assertTrue(user.path("emailVerified").asBoolean(), name);
            assertEquals(name + "@example.org", user.path("email").asText());
            for (String field : List.of("firstName", "lastName")) {
                assertTrue(!user.path(field).asText().isBlank(), name + " has no " + field);
            }
        });
    }

    private static String organisation(String user) {
        return USERS.get(user).at("/attributes/organisations/0").asText();
    }
}
