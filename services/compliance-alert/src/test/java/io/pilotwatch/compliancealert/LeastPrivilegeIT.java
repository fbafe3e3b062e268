package io.pilotwatch.compliancealert;

import io.pilotwatch.platform.testing.LeastPrivilegeCheck;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Set;

@QuarkusTest
class LeastPrivilegeIT extends LeastPrivilegeCheck {

    @Override
    protected Set<String> onlyAddedTo() {
        return Set.of(
                "receipt",
                "dead_letter_act",
                "heard_event",
                "alert_history",
                "rectification_history",
                "conduct_flag_history",
                "delivery_try",
                "delivery_receipt");
    }
}
