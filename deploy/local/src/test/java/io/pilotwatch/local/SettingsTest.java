package io.pilotwatch.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {

    private static Settings with(String... pairs) {
        Map<String, String> environment = new HashMap<>(Map.of("PILOTWATCH_ROOT", "/repository"));
        for (int i = 0; i < pairs.length; i += 2) {
            environment.put(pairs[i], pairs[i + 1]);
        }
        return Settings.from(environment);
    }

    @Test
    void withoutAnyVariableTheUsualPortsAndFoldersHold() {
        Settings settings = with();
        assertEquals(8080, settings.port(Port.GATEWAY));
        assertEquals(9083, settings.port(Port.COMPLIANCE_ALERT_MANAGEMENT));
        assertEquals(Path.of("/repository/deploy/local/.data"), settings.data());
        assertEquals("http://localhost:8080", settings.publicUrl());
        assertEquals("stepped", settings.clock());
    }

    @Test
    void theShiftMovesEveryPort() {
        Settings usual = with();
        Settings shifted = with("PILOTWATCH_PORT_SHIFT", "100");
        for (Port port : Port.values()) {
            assertEquals(usual.port(port) + 100, shifted.port(port), port.name());
        }
        assertEquals("http://localhost:8180", shifted.publicUrl());
    }

    @Test
    void noTwoUsualPortsAreTheSame() {
        assertEquals(Port.values().length, new HashSet<>(with().ports().values()).size());
    }

    @Test
    void aPortThatIsNamedStaysWhereItIsNamedWhateverTheShift() {
        Settings settings = with("PILOTWATCH_PORT_SHIFT", "100", "PILOTWATCH_GATEWAY_PORT", "7000");
        assertEquals(7000, settings.port(Port.GATEWAY));
        assertEquals(5532, settings.port(Port.POSTGRES));
    }

    @Test
    void whatIsNoPortIsRefusedInOneSentenceThatNamesTheVariable() {
        Trouble word = assertThrows(Trouble.class, () -> with("PILOTWATCH_KAFKA_PORT", "many"));
        assertEquals("PILOTWATCH_KAFKA_PORT must be a number, but is \"many\".", word.getMessage());
        Trouble range = assertThrows(Trouble.class, () -> with("PILOTWATCH_PORT_SHIFT", "60000"));
        assertEquals("PILOTWATCH_PORT_SHIFT leads to port 68080, which is outside 1 to 65535.", range.getMessage());
    }

    @Test
    void theBrokerIsBehindAProxyOnlyWhereOneIsNamed() {
        assertEquals(0, with().kafkaProxy());
        assertEquals(7001, with("PILOTWATCH_KAFKA_PROXY_PORT", "7001").kafkaProxy());
    }

    @Test
    void anEmptyVariableCountsAsNotSet() {
        assertEquals(0, with("PILOTWATCH_KAFKA_PROXY_PORT", "").kafkaProxy());
        assertEquals(
                8080,
                with("PILOTWATCH_GATEWAY_PORT", "", "PILOTWATCH_PORT_SHIFT", "").port(Port.GATEWAY));
    }
}
