package io.pilotwatch.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {

    @Test
    void withoutAnyTheWholeProgrammeIsReplayed() {
        assertEquals(new Options(false, false, true, Optional.empty()), Options.of(List.of()));
    }

    @Test
    void eachIsTaken() {
        assertEquals(
                new Options(true, true, false, Optional.empty()),
                Options.of(List.of("--fresh", "--no-replay", "--detach")));
        assertEquals(
                Optional.of(LocalDate.parse("2022-12-31")),
                Options.of(List.of("--until=2022-12-31")).until());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--until", "--until=", "--until=tomorrow", "--until=2022-13-01", "--quick", "fresh"})
    void anythingElseIsRefused(String argument) {
        assertThrows(Trouble.class, () -> Options.of(List.of(argument)));
    }
}
