package io.pilotwatch.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KnownSecretsTest {

    private static final String LONG = "x".repeat(32);

    @Test
    void secretsOfOnesOwnAreTaken() {
        assertEquals(List.of(), faults(LONG, "intake", "y".repeat(16)));
    }

    @Test
    void whatStandsInTheSourcesIsNot() {
        assertEquals(
                List.of(
                        "pilotwatch.oidc.secret must not be the one that stands in the sources",
                        "quarkus.datasource.password must not be the user's name"),
                faults("pilotwatch-demonstration", "intake", "intake"));
    }

    @Test
    void norIsOneThatIsTooShortToSealASession() {
        assertEquals(
                List.of("pilotwatch.oidc.secret must have at least 32 characters"),
                faults("", "intake", "y".repeat(16)));
    }

    @Test
    void norIsTheOwnersOfTheDatabaseForWhoeverMigrates() {
        assertEquals(List.of("quarkus.flyway.password must not be the user's name"), owners("true"));
    }

    @Test
    void whoeverDoesNotMigrateNeedsNoPasswordOfTheOwner() {
        assertEquals(List.of(), owners("false"));
    }

    private static List<String> owners(String migrates) {
        var settings = Map.of(
                "pilotwatch.oidc.secret",
                LONG,
                "quarkus.flyway.migrate-at-start",
                migrates,
                "quarkus.flyway.username",
                "intake_owner",
                "quarkus.flyway.password",
                "intake_owner");
        return KnownSecrets.faults(name -> settings.getOrDefault(name, ""));
    }

    private static List<String> faults(String oidc, String user, String password) {
        var settings = Map.of(
                "pilotwatch.oidc.secret",
                oidc,
                "quarkus.datasource.username",
                user,
                "quarkus.datasource.password",
                password);
        return KnownSecrets.faults(name -> settings.getOrDefault(name, ""));
    }
}
