package io.pilotwatch.local.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemTest {

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
            none                     | zh-CN
            zh-CN,zh;q=0.9,en;q=0.8  | zh-CN
            en-GB,en;q=0.9           | en
            zh;q=0.2,en;q=0.8        | en
            en;q=0,zh                | zh-CN
            fr,en;q=0.5              | en
            fr                       | zh-CN
            ;;;                      | zh-CN
            """)
    void itSpeaksTheCallersLanguage(String acceptLanguage, String expected) {
        assertEquals(expected, Problem.away("intake", acceptLanguage).language());
    }

    @Test
    void itSaysWhoIsAwayAndWhere() {
        String json = Problem.away("intake", "en").json("/intake/\"x\"");
        assertTrue(json.contains("\"status\":503"), json);
        assertTrue(json.contains("intake does not answer"), json);
        assertTrue(json.contains("\"instance\":\"/intake/\\\"x\\\"\""), json);
    }

    @Test
    void aPersonIsToldInAPageOfTheirLanguage() {
        assertTrue(Problem.away("milestone", "en").html().contains("<html lang=\"en\">"));
        assertTrue(Problem.away("milestone", null).html().contains("暂时没有响应"));
    }
}
