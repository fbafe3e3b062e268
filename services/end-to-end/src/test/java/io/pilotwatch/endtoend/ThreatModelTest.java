package io.pilotwatch.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the page promises is tried by tests that there are. */
class ThreatModelTest {

    @Test
    void eachTestThatThePageNamesExists() throws IOException {
        var page = Files.readString(NamedTests.ROOT.resolve("deploy/THREAT-MODEL.md"));
        var named = NamedTests.in(page);

        assertTrue(named.size() > 30, named.size() + " tests are named");
        assertEquals(List.of(), NamedTests.missing(page));
    }
}
