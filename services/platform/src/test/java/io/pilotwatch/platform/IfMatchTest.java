package io.pilotwatch.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IfMatchTest {

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "7"            | true  | the present revision
            "6"            | false | an older one
            "07"           | false | the same number written otherwise is another tag
            "6","7"        | true  | one of a list
            "6" , "8"      | false | none of a list
            "a,b", "7"     | true  | a comma inside a tag parts nothing
            *              | true  | any
            W/"7"          | false | a weak tag, which is not compared strongly
            ""             | false | an empty tag
            """)
    void aHeaderIsComparedWithRevisionSeven(String header, boolean matches, String sentence) {
        assertEquals(matches, IfMatch.matches(header, "7"), sentence);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"7", "", "\"7", "\"7\",", "\"7\" \"8\"", "*, \"7\"", "\"7\", *", "w/\"7\"", "\"a b\"", "'7'"})
    void whatIsNoListOfTagsIsTheCallersFault(String header) {
        var problem = assertThrows(Problem.class, () -> IfMatch.matches(header, "7"));

        assertEquals(400, problem.status());
        assertEquals("If-Match", problem.faults().getFirst().pointer());
    }

    @ParameterizedTest
    @ValueSource(ints = {8_000, 1_000_000})
    void aLongHeaderIsReadWithoutEndlessTrying(int length) {
        assertThrows(Problem.class, () -> IfMatch.matches("\"" + "a".repeat(length), "7"));
        assertEquals(true, IfMatch.matches("\"a\",".repeat(length) + "\"7\"", "7"));
    }
}
