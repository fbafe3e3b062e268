package io.pilotwatch.platform.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.ConfigProvider;

/** Access tokens of the demonstration users, from the real Keycloak. Kept for the run, since they outlive it. */
public final class Tokens {

    private static final Map<String, String> KEPT = new ConcurrentHashMap<>();

    private Tokens() {}

    /** The token of this user. */
    public static String of(String user) {
        return KEPT.computeIfAbsent(user, Tokens::fetch);
    }

    private static String fetch(String user) {
        var identity = ConfigProvider.getConfig().getValue("pilotwatch.identity-url", String.class);
        var request = HttpRequest.newBuilder(URI.create(identity + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "grant_type=password&client_id=pilotwatch-cli&password=pilotwatch&username=" + user))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("no token for " + user + ": " + answer.body());
            }
            return new ObjectMapper()
                    .readTree(answer.body())
                    .required("access_token")
                    .asText();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(
                    "Keycloak does not answer at " + identity + "; tests run through deploy/local/verify", e);
        }
    }
}
