package io.pilotwatch.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;

/** Who runs the identity provider of a {@link SecuredPlatform}: nobody of Pilotwatch's own. */
final class IdentityAdmin {

    static final String NAME = "identity-admin";
    static final String PASSWORD = "identity-admin-password-" + UUID.randomUUID();

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String KEYCLOAK = "http://127.0.0.1:" + (8180 + RunningPlatform.SHIFT) + "/auth";
    private static final String REALM = KEYCLOAK + "/admin/realms/pilotwatch";

    private final HttpClient http = HttpClient.newHttpClient();

    /** Lets somebody sign in, or no longer. */
    void enable(String user, boolean enabled) throws IOException, InterruptedException {
        change(REALM + "/users", "?exact=true&username=" + user, found -> found.put("enabled", enabled));
    }

    /** For how long what a session holds is good before it must be renewed; nothing for the realm's own time. */
    void lifespan(String seconds) throws IOException, InterruptedException {
        change(
                REALM + "/clients",
                "?clientId=pilotwatch",
                found -> ((ObjectNode) found.path("attributes")).put("access.token.lifespan", seconds));
    }

    private interface Change {
        void of(ObjectNode found);
    }

    /** The one thing that is found there. */
    private void change(String all, String which, Change change) throws IOException, InterruptedException {
        var found = (ObjectNode) read(request(all + which)).required(0);
        change.of(found);
        var changed = http.send(
                request(all + "/" + found.required("id").asText())
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString(found.toString()))
                        .build(),
                BodyHandlers.ofString());
        if (changed.statusCode() != 204) {
            throw new IllegalStateException(changed + changed.body());
        }
    }

    private HttpRequest.Builder request(String address) throws IOException, InterruptedException {
        var said = "grant_type=password&client_id=admin-cli&username=%s&password=%s".formatted(NAME, PASSWORD);
        var token = read(HttpRequest.newBuilder(URI.create(KEYCLOAK + "/realms/master/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(said)));
        return HttpRequest.newBuilder(URI.create(address))
                .header(
                        "Authorization",
                        "Bearer " + token.required("access_token").asText());
    }

    private JsonNode read(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = http.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer + answer.body());
        }
        return JSON.readTree(answer.body());
    }
}
