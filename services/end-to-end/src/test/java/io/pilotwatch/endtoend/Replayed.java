package io.pilotwatch.endtoend;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Future;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The two years, lived through once for every class that asks for it, since a replay takes minutes: under the eyes of a
 * Prometheus, and in the first year a process of each kind is killed. Whoever comes reads, and changes nothing.
 */
final class Replayed implements AutoCloseable {

    /** By then every kind of thing has happened but the ends of pilots. */
    static final LocalDate FIRST_YEAR = LocalDate.parse("2022-12-31");

    /** When, by the programme clock, which process is killed. */
    private record Kill(String day, String component) {}

    private static final List<Kill> KILLS = List.of(
            new Kill("2022-03-01", "milestone"),
            new Kill("2022-04-15", "compliance-alert"),
            new Kill("2022-06-01", "kafka"),
            new Kill("2022-07-15", "reporting"),
            new Kill("2022-09-01", "postgres"),
            new Kill("2022-10-15", "gateway"));

    private final Map<String, Set<String>> seriesAtTheStart = new TreeMap<>();
    private final RunningPlatform platform;
    private Prometheus prometheus;

    private Replayed() throws Exception {
        platform = RunningPlatform.replayed(FIRST_YEAR, this::lookAndKill);
        platform.replayTheRest();
    }

    private void lookAndKill(Future<?> replay, RunningPlatform starting) throws Exception {
        look(starting);
        killOneAfterTheOther(replay, starting);
    }

    private static void killOneAfterTheOther(Future<?> replay, RunningPlatform platform) throws Exception {
        for (var kill : KILLS) {
            await().atMost(Duration.ofMinutes(5))
                    .pollInterval(Duration.ofMillis(200))
                    .ignoreExceptions()
                    .until(() ->
                            replay.isDone() || platform.clock(9082).isAfter(Instant.parse(kill.day() + "T00:00:00Z")));
            assertFalse(replay.isDone(), "the replay was over before " + kill);
            platform.kill(kill.component());
            platform.startWhatIsMissing();
        }
    }

    private void look(RunningPlatform starting) throws IOException {
        prometheus = Prometheus.scraping(RunningPlatform.SHIFT);
        await().atMost(Duration.ofMinutes(4)).ignoreExceptions().until(() -> {
            for (var service : RunningPlatform.MANAGEMENT_PORTS.keySet()) {
                seriesAtTheStart.put(service, starting.series(service));
            }
            return true;
        });
    }

    RunningPlatform platform() {
        return platform;
    }

    Prometheus prometheus() {
        return prometheus;
    }

    /** By service, as soon as all of them answered. */
    Map<String, Set<String>> seriesAtTheStart() {
        return seriesAtTheStart;
    }

    @Override
    public void close() throws IOException, InterruptedException {
        prometheus.close();
        platform.close();
    }

    /** Hands it out; it ends with the last class. */
    static final class Once implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Replayed.class;
        }

        @Override
        public Replayed resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(Namespace.create(Replayed.class))
                    .computeIfAbsent(Replayed.class, _ -> live(), Replayed.class);
        }

        private static Replayed live() {
            try {
                return new Replayed();
            } catch (Exception e) {
                throw new IllegalStateException("the replay did not come to its end", e);
            }
        }
    }
}
