package io.pilotwatch.platform;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.MeterFilterReply;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.stream.Stream;

/** What the libraries' own meters show: more of HTTP and less of Kafka than they do by themselves. */
class MeterFilters {

    /** A few, since each counts once for every route, method and status. */
    private static final double[] BUCKETS = Stream.of(50, 100, 250, 500, 1000, 2500, 10_000)
            .mapToDouble(millis -> Duration.ofMillis(millis).toNanos())
            .toArray();

    /** Buckets for {@code http_server_requests_seconds}, so that a quantile over all replicas can be read from them. */
    @Produces
    @Singleton
    MeterFilter requestsHaveBuckets() {
        return new MeterFilter() {
            @Override
            public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
                if (!id.getName().equals("http.server.requests")) {
                    return config;
                }
                return DistributionStatisticConfig.builder()
                        .serviceLevelObjectives(BUCKETS)
                        .build()
                        .merge(config);
            }
        };
    }

    /**
     * Of each partition only {@code kafka_consumer_fetch_manager_records_lag}, and that once: the client says seven things of
     * each, and all of them again under the topic's name with underscores for dots.
     */
    @Produces
    @Singleton
    MeterFilter partitionsHaveALag() {
        return new MeterFilter() {
            @Override
            public MeterFilterReply accept(Meter.Id id) {
                var topic = id.getTag("topic");
                if (id.getTag("partition") == null || topic == null) {
                    return MeterFilterReply.NEUTRAL;
                }
                var isLag = id.getName().equals("kafka.consumer.fetch.manager.records.lag");
                return isLag && topic.contains(".") ? MeterFilterReply.NEUTRAL : MeterFilterReply.DENY;
            }
        };
    }
}
