package io.pilotwatch.endtoend;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pilotwatch.endtoend.Collector.Span;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One act is one trace over all four services, as they tell it to a collector. */
@Order(3)
@ExtendWith(SharedPlatform.class)
class TracesIT {

    private static final String ACT = "POST /milestone/api/v1/pilots/{pilotId}/milestones/{milestoneId}/updates";

    @Test
    void anUpdateIsOneTraceFromTheRequestToEachServiceThatHearsOfIt(RunningPlatform platform) throws Exception {
        var pilot = Journey.published(platform, "溯源核验");
        pilot.team("/task-book", Map.of());
        pilot.lead("/task-book/acceptances", Map.of());
        pilot.team("/milestones/m6/updates", Map.of("percent", 10));

        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            var act = last(ACT);
            var trace = Collector.one().all().stream()
                    .filter(span -> span.trace().equals(act.trace()))
                    .toList();
            assertEquals("milestone", act.service());
            assertEquals("SPAN_KIND_SERVER", act.kind());
            assertEquals(
                    Set.of("intake", "milestone", "compliance-alert", "reporting"),
                    trace.stream().map(Span::service).collect(Collectors.toSet()));
            for (var hearing : List.of("intake", "compliance-alert", "reporting")) {
                var handled = trace.stream()
                        .filter(span ->
                                span.service().equals(hearing) && span.name().equals("handle MilestoneUpdated"))
                        .toList();
                assertEquals(1, handled.size(), hearing);
                assertEquals("SPAN_KIND_CONSUMER", handled.getFirst().kind());
                // Below what was done in the request, at whatever depth the transaction has put it.
                assertTrue(isBelow(handled.getFirst(), act, trace), hearing);
            }
        });
    }

    private static Span last(String name) {
        return Collector.one().all().stream()
                .filter(span -> span.name().equals(name))
                .reduce((one, two) -> two)
                .orElseThrow(() -> new AssertionError("nothing was told of " + name));
    }

    private static boolean isBelow(Span span, Span above, List<Span> trace) {
        return span.parent().equals(above.id())
                || trace.stream()
                        .filter(one -> one.id().equals(span.parent()))
                        .anyMatch(one -> isBelow(one, above, trace));
    }
}
