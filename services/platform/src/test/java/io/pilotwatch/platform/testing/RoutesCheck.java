package io.pilotwatch.platform.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pilotwatch.platform.testing.OpenApi.Operation;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Every route against every role, to be extended by an empty {@code @QuarkusTest} of each service. The table {@code
 * src/test/resources/routes.txt} has a line {@code METHOD path: role role …} for each route of the API document, with those
 * that are let through; {@code -} stands for a call without a token. A caller is let through when the answer is anything
 * but 401 and 403 {@code ROLE_MISSING}: the calls have no key and no good body, so that they change nothing.
 */
public abstract class RoutesCheck {

    private static final Path TABLE = Path.of("src/test/resources/routes.txt");
    private static final String NOBODY = "-";

    @Test
    void eachRouteLetsThroughWhomTheTableSays() throws IOException {
        var table = Files.readAllLines(TABLE).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.replaceAll("\\s+", " ").strip())
                .sorted()
                .collect(Collectors.joining("\n"));
        var live = OpenApi.operations().stream().map(RoutesCheck::line).sorted().collect(Collectors.joining("\n"));
        assertEquals(table, live, TABLE + " decides who may call what; change it only when that is meant");
    }

    @Test
    void aTokenThatNobodyIssuedOpensNothing() {
        var open = OpenApi.operations().stream()
                .filter(operation -> !operation.roles().isEmpty())
                .filter(operation -> call(operation, "no.such.token").statusCode() != 401)
                .map(Operation::name)
                .toList();
        assertEquals(List.of(), open);
    }

    private static String line(Operation operation) {
        var let = new ArrayList<String>();
        if (isLetThrough(call(operation, null))) {
            let.add(NOBODY);
        }
        Users.ROLES.stream()
                .filter(role -> isLetThrough(call(operation, Tokens.of(Users.of(role)))))
                .forEach(let::add);
        return operation.name() + ": " + String.join(" ", let);
    }

    private static boolean isLetThrough(Response answer) {
        if (answer.statusCode() >= 500) {
            throw new AssertionError(answer.statusLine() + " " + answer.asString());
        }
        return answer.statusCode() != 401
                && !(answer.statusCode() == 403 && "ROLE_MISSING".equals(answer.path("code")));
    }

    private static Response call(Operation operation, String token) {
        var request = RestAssured.given().redirects().follow(false);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (operation.hasBody()) {
            request.header("Content-Type", operation.contentType()).body(new byte[] {'?'});
        }
        return request.request(operation.method(), operation.address(name -> null));
    }
}
