package io.pilotwatch.reporting.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.pilotwatch.contracts.Programme;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FieldGroupTest {

    private static final Programme PROGRAMME = Samples.programme();

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void everyPilotIsInExactlyOneGroup(String sentence, String expected, String kind, List<String> fields) {
        var group = FieldGroup.of(kind, fields, PROGRAMME);
        assertEquals(expected, group);
        assertEquals(
                1,
                FieldGroup.all(PROGRAMME, PROGRAMME.start()).stream()
                        .filter(g -> g.code().equals(group))
                        .count());
    }

    static Stream<Arguments> everyPilotIsInExactlyOneGroup() {
        return Stream.of(
                arguments("a pilot of one field is in its field", "tax", "special-field", List.of("tax")),
                arguments(
                        "a pilot that covers fields is in its kind", "comprehensive", "comprehensive", List.of("tax")),
                arguments("it need not name any field", "comprehensive", "comprehensive", List.of()),
                arguments("a source may name no field", "not-stated", "special-field", List.of()),
                arguments(
                        "a field that the programme lacks is not stated",
                        "not-stated",
                        "special-field",
                        List.of("xx")));
    }

    @Test
    void aLeadBearsTheNameOfTheDay() {
        assertEquals("银保监会", lead("risk-control", "2023-05-17"));
        assertEquals("国家金融监督管理总局", lead("risk-control", "2023-05-18"));
    }

    private static String lead(String field, String day) {
        return FieldGroup.all(PROGRAMME, LocalDate.parse(day)).stream()
                .filter(g -> g.code().equals(field))
                .findFirst()
                .orElseThrow()
                .lead()
                .zh();
    }
}
