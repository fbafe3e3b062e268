package io.pilotwatch.reporting;

import io.pilotwatch.platform.testing.HostileCheck;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class HostileIT extends HostileCheck {

    @Override
    protected int requests() {
        return 500;
    }
}
