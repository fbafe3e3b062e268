package io.pilotwatch.platform.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pilotwatch.platform.testing.AccessCheck.Cell;
import io.pilotwatch.platform.testing.OpenApi.Operation;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.ConfigProvider;

/** Sends the question of a cell with all that a good one has, so that only who asks can be wrong with it. */
final class Asking {

    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");
    /** What a form of ours never asks, and would be somebody's gain. */
    private static final Map<String, String> EXTRAS = Map.of(
            "pilotId",
            "BP-001",
            "state",
            "COMPLETED",
            "role",
            "programme-office",
            "by",
            "office",
            "grade",
            "excellent",
            "account",
            "office",
            "decidedBy",
            "office");

    private static final String MULTIPART = "multipart/form-data";
    private static final String BOUNDARY = "pilotwatch-form";
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Map<String, Routes.Known> routes;
    private final Map<String, Operation> operations;
    private final BiFunction<String, Cell, String> things;
    private final Function<Cell, Map<String, String>> forms;

    Asking(
            List<Routes.Known> routes,
            BiFunction<String, Cell, String> things,
            Function<Cell, Map<String, String>> forms) {
        this.routes = routes.stream().collect(Collectors.toMap(Routes.Known::name, route -> route, (a, b) -> a));
        this.operations = OpenApi.operations().stream().collect(Collectors.toMap(Operation::name, o -> o));
        this.things = things;
        this.forms = forms;
    }

    /** What came back. */
    record Answer(int status, String code, String location, String text) {

        /** Not stopped for who asks; what is asked about must then be there. */
        boolean isLetThrough(boolean there) {
            return status != 401
                    && status != 403
                    && status < 500
                    && !(there && status == 404)
                    && !location.contains("/protocol/openid-connect/auth");
        }

        boolean isSentToSignIn() {
            return status == 401 || status == 302 && location.contains("/protocol/openid-connect/auth");
        }

        /** Many say where they are, which is what they were asked and no news. */
        private Answer without(String address) {
            return new Answer(status, code, location, text.replace(address, ""));
        }

        /** A page has no code. */
        boolean isRefused(int expected, String beginning) {
            return status == expected && (code == null ? !text.startsWith("{") : code.startsWith(beginning));
        }

        @Override
        public String toString() {
            return status + " " + code + " " + location + " "
                    + text.substring(0, Math.min(text.length(), code == null ? 0 : 300));
        }
    }

    /** All at once. */
    Map<Cell, Answer> all(List<Cell> cells) {
        try (var threads = Executors.newFixedThreadPool(6)) {
            var asked = new LinkedHashMap<Cell, Future<Answer>>();
            cells.forEach(cell -> asked.put(cell, threads.submit(() -> ask(cell))));
            var answers = new LinkedHashMap<Cell, Answer>();
            for (var entry : asked.entrySet()) {
                answers.put(entry.getKey(), entry.getValue().get());
            }
            return answers;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private Answer ask(Cell cell) {
        var path = PARAMETER
                .matcher(cell.path())
                .replaceAll(found -> URLEncoder.encode(thing(found.group(1), cell), StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port(path) + path))
                .timeout(Duration.ofSeconds(30))
                .header("Accept-Language", "en");
        if (!cell.role().equals(AccessTable.NOBODY)) {
            request.header("Authorization", "Bearer " + Tokens.of(Users.of(cell.role())));
        }
        fill(request, cell);
        return send(request.build()).without(path);
    }

    /** What this account is told at these addresses, all of which it may ask; not when, which a ledger's head says too. */
    static List<String> told(String account, List<String> paths) {
        return paths.stream()
                .map(path -> {
                    var answer = with(path, List.of("Bearer " + Tokens.of(account)));
                    if (answer.status() != 200) {
                        throw new IllegalStateException(path + ": " + answer);
                    }
                    return answer.text().replaceAll("\"(asOf|head)\":\"[^\"]*\"", "");
                })
                .toList();
    }

    /** With just these {@code Authorization} headers. */
    static Answer with(String path, List<String> authorizations) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port(path) + path))
                .header("Accept-Language", "en");
        authorizations.forEach(value -> request.header("Authorization", value));
        return send(request.build());
    }

    /** With a token at another place than its own: {@code ?NAME=} in the address, {@code NAME: } in the head. */
    static Answer with(String path, String place, String token) {
        boolean inAddress = place.startsWith("?");
        var joint = path.contains("?") ? place.replace('?', '&') : place;
        var request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port(path) + path + (inAddress ? joint + token : "")))
                .header("Accept-Language", "en");
        if (!inAddress) {
            var header = place.split(": ", 2);
            request.header(header[0], header[1] + token);
        }
        return send(request.build());
    }

    static Answer send(HttpRequest request) {
        try {
            var answer = CLIENT.send(request, BodyHandlers.ofInputStream());
            try (var body = answer.body()) {
                return answer(answer, body);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Answer answer(HttpResponse<InputStream> answer, InputStream body) throws IOException {
        var type = answer.headers().firstValue("Content-Type").orElse("");
        // A stream has no end.
        var text = type.startsWith("text/event-stream") ? "" : Texts.of(body.readAllBytes());
        return new Answer(
                answer.statusCode(),
                type.startsWith("application/problem+json")
                        ? new ObjectMapper().readTree(text).path("code").asText()
                        : null,
                answer.headers().firstValue("Location").orElse(""),
                text);
    }

    private static int port(String path) {
        return path.startsWith("/q/")
                ? ConfigProvider.getConfig().getValue("quarkus.management.test-port", Integer.class)
                : RestAssured.port;
    }

    private String thing(String parameter, Cell cell) {
        var thing = things.apply(parameter, cell);
        if (thing != null) {
            return thing;
        }
        return parameter.endsWith("Id") && !parameter.equals("pilotId") ? new UUID(0, 7).toString() : "1";
    }

    private void fill(HttpRequest.Builder request, Cell cell) {
        var line = cell.line();
        var operation = operations.get(line.route());
        if (operation == null && line.method().equals("POST") && !line.path().startsWith("/q/")) {
            fillForm(request, cell);
            return;
        }
        request.header("Idempotency-Key", UUID.randomUUID().toString()).header("If-Match", "*");
        if (line.method().equals("GET") || operation != null && !operation.hasBody()) {
            request.method(line.method(), BodyPublishers.noBody());
        } else if (operation != null && operation.contentType().startsWith(MULTIPART)) {
            request.header("Content-Type", MULTIPART + "; boundary=" + BOUNDARY);
            request.method(line.method(), BodyPublishers.ofString(parts(forms.apply(cell))));
        } else {
            request.header("Content-Type", operation == null ? "application/json" : operation.contentType());
            request.method(line.method(), BodyPublishers.ofString(operation == null ? "{}" : example(operation, cell)));
        }
    }

    private void fillForm(HttpRequest.Builder request, Cell cell) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("form-key", UUID.randomUUID().toString());
        fields.put("form-token", FormToken.of(cell.role()));
        fields.putAll(EXTRAS);
        fields.putAll(forms.apply(cell));
        boolean multipart = MULTIPART.equals(routes.get(cell.line().route()).takes());
        request.header("Accept", "text/html");
        request.header(
                "Content-Type", multipart ? MULTIPART + "; boundary=" + BOUNDARY : "application/x-www-form-urlencoded");
        request.POST(BodyPublishers.ofString(multipart ? parts(fields) : encoded(fields)));
    }

    /** What it names is that of the thing that it is about. */
    private String example(Operation operation, Cell cell) {
        var examples = operation.examples();
        var example = examples.getOrDefault(
                cell.role(), examples.values().stream().findFirst().orElse(null));
        if (example instanceof ObjectNode shared) {
            var body = shared.deepCopy();
            shared.properties().stream()
                    .map(Map.Entry::getKey)
                    .filter(name -> name.endsWith("Id"))
                    .forEach(name ->
                            Optional.ofNullable(things.apply(name, cell)).ifPresent(id -> body.put(name, id)));
            return body.toString();
        }
        return example == null ? "{}" : example.isTextual() ? example.asText() : example.toString();
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** A field {@code file} is one. */
    private static String parts(Map<String, String> fields) {
        return fields.entrySet().stream()
                        .map(f -> "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + f.getKey() + "\""
                                + (f.getKey().equals("file") ? "; filename=\"a.txt\"\r\nContent-Type: text/plain" : "")
                                + "\r\n\r\n" + f.getValue() + "\r\n")
                        .collect(Collectors.joining())
                + "--" + BOUNDARY + "--\r\n";
    }
}
