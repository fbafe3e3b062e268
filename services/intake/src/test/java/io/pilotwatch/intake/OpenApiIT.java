package io.pilotwatch.intake;

import io.pilotwatch.platform.testing.OpenApiCheck;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class OpenApiIT extends OpenApiCheck {}
