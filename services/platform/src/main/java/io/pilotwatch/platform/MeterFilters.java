package io.pilotwatch.platform;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.MeterFilterReply;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Set;
import java.util.stream.Stream;

/** What the libraries' own meters show: more of HTTP and less of Kafka than they do by themselves. */
class MeterFilters {

    /** A few, since each counts once for every route, method and status. */
    private static final double[] BUCKETS = Stream.of(50, 100, 250, 500, 1000, 2500, 10_000)
            .mapToDouble(millis -> Duration.ofMillis(millis).toNanos())
            .toArray();

    private static final String REQUESTS = "http.server.requests";

    /** A caller may make up others. */
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    /** What a caller can choose must not add a series: neither a method that there is not, nor an address. */
    @Produces
    @Singleton
    MeterFilter callersChooseNoLabel() {
        return new MeterFilter() {
            @Override
            public Meter.Id map(Meter.Id id) {
                return id.getName().equals(REQUESTS) ? known(id) : id;
            }
        };
    }

    /** An address with slashes too many passes for a route's name, also where nothing was found. */
    private static Meter.Id known(Meter.Id id) {
        var tags = new ArrayList<Tag>();
        if (!METHODS.contains(String.valueOf(id.getTag("method")))) {
            tags.add(Tag.of("method", "OTHER"));
        }
        if ("404".equals(id.getTag("status"))
                && !String.valueOf(id.getTag("uri")).contains("{")) {
            tags.add(Tag.of("uri", "NOT_FOUND"));
        }
        return id.withTags(tags);
    }

    /** Buckets for {@code http_server_requests_seconds}, so that a quantile over all replicas can be read from them. */
    @Produces
    @Singleton
    MeterFilter requestsHaveBuckets() {
        return new MeterFilter() {
            @Override
            public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
                if (!id.getName().equals(REQUESTS)) {
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
