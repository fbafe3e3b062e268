package io.pilotwatch.milestone;

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
                "milestone_entry",
                "task_book_entry",
                "evidence_content",
                "evidence_chunk",
                "indicator_value",
                "report_entry");
    }
}
