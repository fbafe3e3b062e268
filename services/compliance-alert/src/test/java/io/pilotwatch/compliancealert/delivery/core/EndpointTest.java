package io.pilotwatch.compliancealert.delivery.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pilotwatch.compliancealert.delivery.core.Answer.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndpointTest {

    private static final Instant NOW = Instant.parse("2022-03-01T00:00:00Z");
    private static final Answer GOOD = Answer.of(Outcome.DELIVERED, 200, "", null);
    private static final Answer BAD = Answer.of(Outcome.FAILED, 500, "", null);

    @ParameterizedTest(name = "{0} means {1}")
    @CsvSource({
        "200, DELIVERED",
        "204, DELIVERED",
        "299, DELIVERED",
        "199, FAILED",
        "301, FAILED",
        "302, FAILED",
        "307, FAILED",
        "400, FAILED",
        "401, FAILED",
        "404, FAILED",
        "500, FAILED",
        "410, GONE",
        "429, OVERLOADED",
        "502, OVERLOADED",
        "503, OVERLOADED",
        "504, OVERLOADED",
    })
    void only_2xx_is_success(int status, Outcome outcome) {
        assertEquals(outcome, Answer.ofHttp(status));
    }

    @Test
    void one_that_works_is_sent_as_much_as_usual_and_never_left_in_peace() {
        var endpoint = Endpoint.NEW.after(List.of(GOOD, BAD, GOOD), NOW);
        assertEquals(Endpoint.NEW, endpoint);
        assertEquals(200, endpoint.most(200));
        assertFalse(endpoint.isQuiet(NOW));
    }

    @Test
    void one_that_does_not_work_is_probed_ever_more_rarely_until_it_does() {
        var endpoint = Endpoint.NEW;
        for (int seconds : new int[] {1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300}) {
            endpoint = endpoint.after(List.of(BAD), NOW);
            assertEquals(NOW.plusSeconds(seconds), endpoint.quietUntil());
            assertEquals(1, endpoint.most(200));
        }
        assertEquals(Endpoint.NEW, endpoint.after(List.of(GOOD), NOW));
    }

    @Test
    void one_that_is_overloaded_is_left_in_peace_for_as_long_as_it_asks_although_some_got_through() {
        var asks = Answer.of(Outcome.OVERLOADED, 429, "", Duration.ofMinutes(10));
        var endpoint = Endpoint.NEW.after(List.of(GOOD, asks), NOW);
        assertTrue(endpoint.isQuiet(NOW.plus(Duration.ofMinutes(10)).minusMillis(1)));
        assertFalse(endpoint.isQuiet(NOW.plus(Duration.ofMinutes(10))));
        assertNull(endpoint.failingSince());
    }

    @Test
    void it_has_failed_since_its_first_failure_and_a_success_ends_that() {
        var days = Duration.ofDays(5);
        var failing = Endpoint.NEW.after(List.of(BAD), NOW).after(List.of(BAD), NOW.plus(days));
        assertTrue(failing.failsFor(days, NOW.plus(days)));
        assertFalse(failing.failsFor(days, NOW.plus(days).minusMillis(1)));
        assertFalse(failing.after(List.of(GOOD), NOW.plus(days)).failsFor(days, NOW.plus(days)));
    }
}
