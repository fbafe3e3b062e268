package io.pilotwatch.compliancealert.delivery.core;

import io.pilotwatch.contracts.Nullable;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** The header {@code Retry-After} (RFC 9110): seconds, or a date. */
public final class RetryAfter {

    /** Whoever asks for more is asked again after this. */
    static final Duration LONGEST = Duration.ofHours(24);

    private RetryAfter() {}

    /** How long from {@code now} on; none where the header is absent or cannot be read. */
    public static Optional<Duration> of(@Nullable String header, Instant now) {
        if (header == null || header.isBlank()) {
            return Optional.empty();
        }
        var text = header.strip();
        return text.chars().allMatch(c -> c >= '0' && c <= '9') ? Optional.of(seconds(text)) : date(text, now);
    }

    private static Duration seconds(String digits) {
        return digits.length() > 9 ? LONGEST : within(Duration.ofSeconds(Long.parseLong(digits)));
    }

    private static Optional<Duration> date(String text, Instant now) {
        try {
            var at = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Optional.of(within(Duration.between(now, at)));
        } catch (DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }

    private static Duration within(Duration asked) {
        return asked.isNegative() ? Duration.ZERO : asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
    }
}
