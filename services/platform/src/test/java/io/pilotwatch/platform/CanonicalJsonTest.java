package io.pilotwatch.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalJsonTest {

    private final ObjectMapper mapper = new ObjectMapper();

    @ParameterizedTest(name = "{0} becomes {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"b":1,"a":{"d":[3,2],"c":null}}    | {"a":{"c":null,"d":[3,2]},"b":1}
            {"é":"é","€":"\\u20ac","z":"\\u000a"} | {"z":"\\n","é":"é","€":"€"}
            {"中":"里程碑","a":"<&>\\/"}          | {"a":"<&>/","中":"里程碑"}
            []                                  | []
            """)
    void contentHasOneForm(String json, String canonical) throws Exception {
        assertEquals(canonical, CanonicalJson.of(mapper.readTree(json)));
    }

    @ParameterizedTest(name = "{0} becomes {1}")
    @CsvSource(quoteCharacter = '`', textBlock = """
            0,                    0
            -0.0,                 0
            12,                   12
            1.10,                 1.1
            0.1,                  0.1
            99.95,                99.95
            -1234567.25,          -1234567.25
            1E3,                  1000
            1E21,                 1e+21
            1E-7,                 1e-7
            9007199254740992,     9007199254740992
            9007199254740993,     "9007199254740993"
            123456789012345678,   "123456789012345678"
            123456789012345670,   "123456789012345670"
            -1234567890123456.78, "-1234567890123456.78"
            1234567890123456.780, "1234567890123456.78"
            0.123456789012345678, "0.123456789012345678"
            1E400,                "1E+400"
            1E-400,               "1E-400"
            1E999999999,          "1E+999999999"
            """)
    void aNumberThatADoubleDoesNotGiveBackIsAString(BigDecimal number, String canonical) {
        var json = mapper.valueToTree(Map.of("amount", number));

        assertEquals("{\"amount\":" + canonical + "}", CanonicalJson.of(json));
    }

    @Test
    void whatIsCanonicalStaysAsItIsWhateverCharactersItHolds() throws Exception {
        var every = mapper.createObjectNode();
        for (int first = 0; first <= Character.MAX_CODE_POINT; first += 256) {
            var text = new StringBuilder();
            for (int point = first; point < first + 256; point++) {
                if (point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE) {
                    text.appendCodePoint(point);
                }
            }
            every.put(text.toString(), text.toString());
        }

        var once = CanonicalJson.of(every);

        assertEquals(every, mapper.readTree(once));
        assertEquals(once, CanonicalJson.of(mapper.readTree(once)));
    }
}
