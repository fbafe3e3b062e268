package io.pilotwatch.platform.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A service's API document, to be extended by an empty {@code @QuarkusTest} of each service: it is as committed in {@code
 * openapi.yaml}, and each body has an example that fits its schema for each role that may send it.
 */
public abstract class OpenApiCheck {

    private static final Path COMMITTED = Path.of("openapi.yaml");

    @Test
    void theDocumentIsAsCommitted() throws IOException {
        var live = OpenApi.text();
        if (Boolean.getBoolean("pilotwatch.openapi.write")) {
            Files.writeString(COMMITTED, live);
        }
        assertEquals(
                Files.exists(COMMITTED) ? Files.readString(COMMITTED) : "",
                live,
                "The API is no longer as in " + COMMITTED.toAbsolutePath()
                        + "; run this test with -Dpilotwatch.openapi.write=true and commit the file if the change is meant");
    }

    @Test
    void eachRoleHasAnExampleOfEachBodyThatItMaySend() {
        var missing = new ArrayList<String>();
        for (var operation : OpenApi.operations()) {
            for (var role : operation.roles()) {
                if (operation.hasBody() && !operation.examples().containsKey(role)) {
                    missing.add(operation.name() + " as " + role);
                }
            }
        }
        assertEquals(List.of(), missing, "add these to src/main/resources/openapi-examples.yaml");
    }

    @Test
    void eachExampleFitsItsSchema() {
        assertEquals(List.of(), OpenApi.unfitExamples(), "mend these in src/main/resources/openapi-examples.yaml");
    }

    @Test
    void eachExampleBelongsToAnOperationAndARoleThatMayCallIt() throws IOException {
        assertEquals(List.of(), OpenApi.strayExamples(), "no operation or role takes these of openapi-examples.yaml");
    }
}
