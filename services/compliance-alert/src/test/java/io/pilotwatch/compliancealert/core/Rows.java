package io.pilotwatch.compliancealert.core;

import static io.pilotwatch.compliancealert.core.Story.at;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pilotwatch.contracts.Programme;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** A table for one rule: a sentence a row, and what then holds by what is known then, as {@code subject.version level}. */
final class Rows {

    record Row(String sentence, Story story, String moment, String... holding) {}

    private Rows() {}

    static Row row(String sentence, Story story, String moment, String... holding) {
        return new Row(sentence, story, moment, holding);
    }

    /** With the shipped thresholds of the rule. */
    static Stream<DynamicTest> of(String rule, Row... rows) {
        return of(Story.only(rule), rows);
    }

    static Stream<DynamicTest> of(Programme programme, Row... rows) {
        return Stream.of(rows)
                .map(row -> DynamicTest.dynamicTest(row.sentence() + ", at " + row.moment(), () -> {
                    var now = at(row.moment());
                    var held = Story.holds(row.story().factsAt(now), programme, now).stream()
                            .map(line -> line.substring(line.indexOf(' ') + 1))
                            .toList();
                    assertEquals(List.of(row.holding()), held);
                }));
    }
}
