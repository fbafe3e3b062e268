package io.pilotwatch.endtoend;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody who signed in for the pages, without a browser. */
final class Session {

    private static final Pattern FORM = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");

    /** By name. The JDK's own jar would not give Keycloak's secure ones back to an address on this machine, as browsers do. */
    private final Map<String, String> cookies = new TreeMap<>();

    private final HttpClient http = HttpClient.newHttpClient();

    static Session of(String user, String password) throws IOException, InterruptedException {
        var session = new Session();
        var form = FORM.matcher(session.get("/reporting/pilots").body());
        if (!form.find()) {
            throw new IllegalStateException("no page to sign in");
        }
        var said = "username=%s&password=%s"
                .formatted(
                        URLEncoder.encode(user, StandardCharsets.UTF_8),
                        URLEncoder.encode(password, StandardCharsets.UTF_8));
        session.follow(HttpRequest.newBuilder(URI.create(form.group(1).replace("&amp;", "&")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(said)));
        return session;
    }

    /** What somebody else has who copied its keys. */
    Session copy() {
        var copy = new Session();
        copy.cookies.putAll(cookies);
        return copy;
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return follow(HttpRequest.newBuilder(URI.create("http://localhost:" + (8080 + RunningPlatform.SHIFT) + path)));
    }

    /** By which the services know it. */
    List<String> keys() {
        return cookies.entrySet().stream()
                .filter(cookie -> cookie.getKey().startsWith("q_session"))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** Asks with its keys alone, each changed, and follows nothing; whatever does not only read would subscribe to the stream. */
    HttpResponse<String> ask(String method, String path, UnaryOperator<String> change)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + (8080 + RunningPlatform.SHIFT) + path))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header(
                        "Cookie",
                        cookies.entrySet().stream()
                                .filter(cookie -> cookie.getKey().startsWith("q_session"))
                                .map(cookie -> cookie.getKey() + "=" + change.apply(cookie.getValue()))
                                .collect(Collectors.joining("; ")))
                .method(
                        method,
                        method.equals("GET")
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofString("{\"channel\": \"STREAM\"}"));
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> follow(HttpRequest.Builder request) throws IOException, InterruptedException {
        if (!cookies.isEmpty()) {
            request.setHeader(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        var answer = http.send(request.build(), BodyHandlers.ofString());
        answer.headers().allValues("set-cookie").forEach(this::keep);
        var elsewhere = answer.headers().firstValue("location");
        return elsewhere.isEmpty()
                ? answer
                : follow(HttpRequest.newBuilder(answer.uri().resolve(elsewhere.get())));
    }

    private void keep(String said) {
        var cookie = said.split(";", 2)[0].split("=", 2);
        if (cookie[1].isEmpty()) {
            cookies.remove(cookie[0]);
        } else {
            cookies.put(cookie[0], cookie[1]);
        }
    }
}
