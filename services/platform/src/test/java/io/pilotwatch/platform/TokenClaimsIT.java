package io.pilotwatch.platform;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A token that is signed as it should be opens a door only if all that it says is right: at the API, a page, the operator's port. */
@QuarkusTest
@TestProfile(TokenClaimsIT.Alone.class)
@WithTestResource(OwnIdentityProvider.class)
class TokenClaimsIT {

    /** The identity provider is for this test alone. */
    public static class Alone implements QuarkusTestProfile {}

    @ConfigProperty(name = OwnIdentityProvider.KEY)
    String key;

    @ConfigProperty(name = "quarkus.oidc.token.issuer")
    String issuer;

    @ConfigProperty(name = "quarkus.management.test-port")
    int port;

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "a good token, , , true",
        "one that expired a minute ago, exp, -60, false",
        "one without an end, exp, none, false",
        "one that begins in ten minutes, nbf, 600, false",
        "another issuer's, iss, http://localhost/auth/realms/master, false",
        "nobody's, iss, none, false",
        "for another audience, aud, account, false",
        "for no audience, aud, none, false",
        "a refresh token, typ, Refresh, false"
    })
    void aTokenOpensADoorOnlyIfAllThatItSaysIsRight(String sentence, String claim, String value, boolean opens)
            throws Exception {
        var token = token(claim, value);
        var api = given().auth().oauth2(token).get("/platform/api/v1/pilots/BP-1/submissions");
        var page = given().redirects().follow(false).auth().oauth2(token).get("/platform/try/x");
        var management = given().port(port).auth().oauth2(token).get("/q/clock");
        assertEquals(
                opens ? List.of(true, true, true) : List.of(false, false, false),
                List.of(api.statusCode() != 401, page.statusCode() == 200, management.statusCode() == 200),
                api.statusLine() + page.statusLine() + management.statusLine());
        if (!opens) {
            assertEquals("NOT_SIGNED_IN", api.path("code"));
            assertEquals(
                    api.path("detail").toString(),
                    given().get("/platform/api/v1/pilots/BP-1/submissions")
                            .path("detail")
                            .toString(),
                    "no hint at what is wrong");
        }
    }

    /** Who a person is, is not what it may do. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({"ID"})
    void anIdTokenIsNoPermission(String type) throws Exception {
        var token = token("typ", type);
        assertEquals(
                401,
                given().auth()
                        .oauth2(token)
                        .get("/platform/api/v1/pilots/BP-1/submissions")
                        .statusCode());
        assertEquals(
                401, given().port(port).auth().oauth2(token).get("/q/clock").statusCode());
    }

    private String token(String claim, String value) throws Exception {
        long now = Instant.now().getEpochSecond();
        var claims = new LinkedHashMap<String, Object>(Map.of(
                "iss", issuer,
                "aud", "pilotwatch",
                "sub", "someone",
                "typ", "Bearer",
                "sid", "session",
                "preferred_username", "someone",
                "iat", now,
                "exp", now + 300,
                "realm_access", Map.of("roles", List.of("operator", "programme-office"))));
        if ("none".equals(value)) {
            claims.remove(claim);
        } else if (claim != null) {
            claims.put(claim, value.matches("-?\\d+") ? (Object) (now + Long.parseLong(value)) : value);
        }
        var text = encoded("{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"test\"}".getBytes(StandardCharsets.UTF_8))
                + "." + encoded(new ObjectMapper().writeValueAsBytes(claims));
        var signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(KeyFactory.getInstance("RSA")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(key))));
        signature.update(text.getBytes(StandardCharsets.US_ASCII));
        return text + "." + encoded(signature.sign());
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
