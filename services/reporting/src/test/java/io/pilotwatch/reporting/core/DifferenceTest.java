package io.pilotwatch.reporting.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DifferenceTest {

    @Test
    void equalValuesDoNotDiffer() {
        assertEquals(List.of(), between(Map.of("a", List.of(1, "x")), Map.of("a", List.of(1, "x"))));
    }

    @Test
    void aNumberIsTheSameHoweverManyZerosItEndsIn() {
        assertEquals(List.of(), between(Map.of("a", 1), Map.of("a", 1.0)));
        assertEquals(List.of(), between(10_000_000_000L, 1e10));
    }

    @Test
    void theSmallestPartThatDiffersIsNamed() {
        assertEquals(
                List.of(new Difference("BP-001", "report/milestones/m2/percent", "41", "40")),
                between(
                        Map.of("milestones", Map.of("m1", Map.of("percent", 10), "m2", Map.of("percent", 41))),
                        Map.of("milestones", Map.of("m1", Map.of("percent", 10), "m2", Map.of("percent", 40)))));
    }

    @Test
    void whatOnlyOneSideHasDiffers() {
        assertEquals(List.of(new Difference("BP-001", "report/b", null, "2")), between(Map.of(), Map.of("b", 2)));
        assertEquals(
                List.of(new Difference("BP-001", "report/1", "y", null)), between(List.of("x", "y"), List.of("x")));
        assertEquals(List.of(new Difference("BP-001", "report", null, "{a=1}")), between(null, Map.of("a", 1)));
    }

    @Test
    void aNullIsTheSameAsNothing() {
        var withNull = new HashMap<String, Object>();
        withNull.put("a", null);
        assertEquals(List.of(), between(withNull, Map.of()));
    }

    private static List<Difference> between(Object live, Object rebuilt) {
        return Difference.between("BP-001", "report", live, rebuilt);
    }
}
