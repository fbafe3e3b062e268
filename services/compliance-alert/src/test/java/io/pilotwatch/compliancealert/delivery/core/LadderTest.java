package io.pilotwatch.compliancealert.delivery.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LadderTest {

    private static final Ladder LADDER = new Ladder(List.of(
            Duration.ZERO,
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24)));

    private static final UUID ID = UUID.fromString("0190a1b2-0000-7000-8000-000000000001");

    @ParameterizedTest(name = "after {0} tries the next comes in {1} or up to a fifth later")
    @CsvSource({"1, PT5S", "2, PT5M", "3, PT30M", "4, PT2H", "5, PT5H", "6, PT10H", "7, PT14H", "8, PT20H", "9, PT24H"})
    void each_wait_is_as_long_as_the_standard_says(int tries, Duration least) {
        var wait = LADDER.after(tries, ID).orElseThrow();
        assertTrue(wait.compareTo(least) >= 0, wait::toString);
        assertTrue(wait.compareTo(least.plus(least.dividedBy(5))) <= 0, wait::toString);
    }

    @Test
    void after_the_last_try_it_is_given_up() {
        assertEquals(Optional.empty(), LADDER.after(10, ID));
    }

    @Test
    void whoever_asks_is_told_the_same_and_no_two_deliveries_come_back_together() {
        var other = UUID.fromString("0190a1b2-0000-7000-8000-000000000002");
        assertEquals(LADDER.after(2, ID), LADDER.after(2, ID));
        assertNotEquals(LADDER.after(2, ID), LADDER.after(2, other));
    }

    @Test
    void the_jitter_is_spread_over_all_of_its_room() {
        var tenths = new int[10];
        IntStream.range(0, 10_000).forEach(i -> {
            var wait = LADDER.after(4, new UUID(0x0190a1b200007000L, 0x8000000000000000L + i))
                    .orElseThrow();
            tenths[(int) ((wait.toMillis() - 7_200_000) / 144_000)]++;
        });
        for (int tenth : tenths) {
            assertTrue(tenth > 800 && tenth < 1200, () -> List.of(tenth).toString());
        }
    }
}
