package io.pilotwatch.platform.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.pilotwatch.platform.limits.LimitSettings.Rate;
import java.time.Duration;
import java.util.Optional;

/** What each caller may still ask for: a bucket a caller, forgotten once it must be full again. */
final class Allowances {

    /** Whoever comes from more addresses than that is not stopped by counting them. */
    private static final int MOST_CALLERS = 100_000;

    private final Cache<String, Bucket> buckets;
    private final Rate rate;

    Allowances(Rate rate) {
        this.rate = rate;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MOST_CALLERS)
                .expireAfterAccess(Duration.ofSeconds(1 + rate.burst() / rate.perSecond()))
                .build();
    }

    /** Takes one of the caller's; where there is none left, says after how long there is. */
    Optional<Duration> take(String caller) {
        var taken = buckets.get(caller, anyone -> full()).tryConsumeAndReturnRemaining(1);
        return taken.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(taken.getNanosToWaitForRefill()));
    }

    private Bucket full() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(rate.burst()).refillGreedy(rate.perSecond(), Duration.ofSeconds(1)))
                .build();
    }
}
