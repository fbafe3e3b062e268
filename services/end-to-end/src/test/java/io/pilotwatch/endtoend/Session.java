package io.pilotwatch.endtoend;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** Somebody who signed in for the pages, without a browser. */
final class Session {

    private static final Pattern FORM = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(Redirect.ALWAYS)
            .build();

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
        session.http.send(
                HttpRequest.newBuilder(URI.create(form.group(1).replace("&amp;", "&")))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(said))
                        .build(),
                BodyHandlers.ofString());
        return session;
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        var address = URI.create("http://localhost:" + (8080 + RunningPlatform.SHIFT) + path);
        return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }

    /** By which the services know it. */
    List<String> keys() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().startsWith("q_session"))
                .map(HttpCookie::getValue)
                .toList();
    }
}
