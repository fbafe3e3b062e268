package io.pilotwatch.endtoend.faults;

import static org.awaitility.Awaitility.await;

import io.pilotwatch.endtoend.Dashboards;
import io.pilotwatch.endtoend.Launcher;
import io.pilotwatch.endtoend.Prometheus;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;

/**
 * A real Prometheus that watches a fleet by the chart's rules, in which only the waiting is shortened: each {@code for} is five
 * seconds, each window of a rate or an increase twenty, and what may be a minute, two or fifteen old may be twenty seconds old.
 * The recount comes every fifteen seconds here and not every hour, so it is missed after a minute. Whatever else a rule
 * compares is as it is.
 *
 * @param fired the names of all that were waited for and did
 */
record Alarms(Prometheus prometheus, Set<String> fired) implements AutoCloseable {

    private static final Duration MOST = Duration.ofMinutes(4);

    /** Returns when it has heard of every replica, so that it notices whatever is counted from then on. */
    static Alarms watching(Fleet fleet) throws IOException {
        var rules = Files.readString(Dashboards.RULES)
                .replaceAll("for: \\w+", "for: 5s")
                .replaceAll("\\[\\d+m]", "[20s]")
                .replaceAll("(?m)> (60|120|900)$", "> 20")
                .replaceAll("(pilotwatch_recount_last_timestamp_seconds\\)) > 3 \\* 3600", "$1 > 60");
        var prometheus = Prometheus.watching(Launcher.SHIFT, fleet.managementPorts(), rules);
        var alarms = new Alarms(prometheus, new TreeSet<>());
        int replicas = fleet.replicas().size();
        await().atMost(MOST)
                .ignoreExceptions()
                .until(() -> alarms.labels("up == 1").size() == replicas);
        return alarms;
    }

    /** Returns when each of these was seen to fire, a selector such as {@code PilotwatchSlow{job="intake"}}. */
    void awaitFired(String... alerts) {
        awaitEach("did not fire", alert -> !firing(alert).isEmpty(), alerts);
        Stream.of(alerts).map(Alarms::name).forEach(fired::add);
    }

    /** Returns when each of these was seen to fire no more. */
    void awaitResolved(String... alerts) {
        awaitEach("still fires", alert -> firing(alert).isEmpty(), alerts);
    }

    private void awaitEach(String complaint, Predicate<String> is, String... alerts) {
        var left = new TreeSet<>(List.of(alerts));
        try {
            await().atMost(MOST).pollInterval(Duration.ofSeconds(1)).until(() -> {
                left.removeIf(is);
                return left.isEmpty();
            });
        } catch (ConditionTimeoutException e) {
            throw new AssertionError(complaint + ": " + left + "; what fires: " + labels("ALERTS"), e);
        }
    }

    private List<Map<String, String>> firing(String alert) {
        var labels = alert.substring(name(alert).length()).replaceAll("[{}]", "");
        return labels("ALERTS{alertstate=\"firing\",alertname=\"%s\",%s}".formatted(name(alert), labels));
    }

    private static String name(String alert) {
        return alert.replaceAll("\\{.*", "");
    }

    private List<Map<String, String>> labels(String query) {
        try {
            return prometheus.query(query).stream()
                    .map(Prometheus.Sample::labels)
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        prometheus.close();
    }
}
