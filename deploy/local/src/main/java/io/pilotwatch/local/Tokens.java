package io.pilotwatch.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Access tokens of the demonstration users, for scripts and the replay, through the client that exists for this.
 *
 * @param endpoint Keycloak's token endpoint
 */
public record Tokens(URI endpoint) {

    /** One password for all demonstration users: they exist on this machine only. */
    static final String PASSWORD = "pilotwatch";

    /** Those of this platform. */
    public static Tokens of(Settings settings) {
        return new Tokens(settings.local(Port.KEYCLOAK, Keycloak.REALM_PATH + "/protocol/openid-connect/token"));
    }

    /** A token that holds for an hour. */
    public String forUser(String user) {
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=password&client_id=pilotwatch-cli&username="
                        + URLEncoder.encode(user, StandardCharsets.UTF_8) + "&password=" + PASSWORD))
                .build();
        try {
            return accessToken(user, Http.send(request));
        } catch (IOException _) {
            throw new Trouble(
                    "Keycloak does not answer at " + endpoint.getAuthority() + "; start it with deploy/local/up.");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new Trouble("Interrupted while asking for a token.");
        }
    }

    private static String accessToken(String user, HttpResponse<String> answer) throws IOException {
        return switch (answer.statusCode()) {
            case 200 ->
                new ObjectMapper().readTree(answer.body()).path("access_token").asText();
            case 400, 401 ->
                throw new Trouble("Keycloak knows no user \"" + user
                        + "\" with the demonstration password; users are e.g. office, regulator-tax, team-001.");
            default ->
                throw new Trouble("Keycloak is not ready to give tokens (status " + answer.statusCode()
                        + "); wait until deploy/local/up has finished.");
        };
    }
}
