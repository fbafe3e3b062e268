package io.pilotwatch.reporting;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pilotwatch.platform.testing.PageForm;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An operator rebuilds the views from a page, and sees how the service does; nobody else does. */
@QuarkusTest
class RebuildPagesIT {

    private static final String REBUILD = "/reporting/operations/rebuild";

    @Inject
    RebuildRows rows;

    @Inject
    RebuildLock lock;

    @BeforeEach
    void noneRuns() {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> rows.latest().map(r -> r.endedAt() != null).orElse(true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"office", "regulator-manufacturing", "viewer"})
    void nobodyElseSeesIt(String user) {
        PageForm.get(user, REBUILD, "en").then().statusCode(403);
        PageForm.get(user, "/reporting/operations", "en").then().statusCode(403);
    }

    @Test
    void theOverviewTellsOfEachServiceThatThisOneHears() {
        var page = PageForm.page("operator", "/reporting/operations");

        assertEquals(3, page.select("tbody tr").size());
        assertEquals(1, page.select(".tabs a[aria-current=page]").size());
        assertFalse(page.select("a[href=" + REBUILD + "]").isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void itBeginsAndShowsWhatItFound(String language) {
        var before = rows.latest().map(Rebuild::rebuildId).orElse(0L);

        var begun = PageForm.open("operator", REBUILD).set("swap", "true").send(language);

        assertEquals(303, begun.statusCode());
        noneRuns();
        var rebuild = rows.latest().orElseThrow();
        assertTrue(rebuild.rebuildId() > before);
        assertTrue(rebuild.swapped());
        var page = PageForm.page("operator", REBUILD + "?done=begun", language);
        assertFalse(page.select(".done").isEmpty());
        assertTrue(page.text().contains(rebuild.pilots() + " / " + rebuild.ofPilots()), page.text());
        assertTrue(page.select("#rebuild[hx-trigger]").isEmpty(), "it has ended");
    }

    @Test
    void whileOneRunsNoOtherBegins() {
        try (var _ = lock.tryTake().orElseThrow()) {
            PageForm.open("operator", REBUILD)
                    .send()
                    .then()
                    .statusCode(409)
                    .body(containsString("The views are being rebuilt; try again later."));
        }
    }
}
