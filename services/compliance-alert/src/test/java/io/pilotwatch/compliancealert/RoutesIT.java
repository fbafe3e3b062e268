package io.pilotwatch.compliancealert;

import io.pilotwatch.platform.testing.RoutesCheck;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class RoutesIT extends RoutesCheck {}
