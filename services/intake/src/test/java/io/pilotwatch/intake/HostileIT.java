package io.pilotwatch.intake;

import io.pilotwatch.platform.testing.HostileCheck;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class HostileIT extends HostileCheck {

    @Override
    protected int requests() {
        return 2_500;
    }
}
