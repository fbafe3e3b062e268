package io.pilotwatch.endtoend;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Future;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The two years, lived through once and undisturbed under the eyes of a Prometheus, for every class that asks for it: a
 * replay takes minutes. Whoever comes reads, and changes nothing.
 */
final class Replayed implements AutoCloseable {

    /** By then every kind of thing has happened but the ends of pilots. */
    static final LocalDate FIRST_YEAR = LocalDate.parse("2022-12-31");

    private final Map<String, Set<String>> seriesAtTheStart = new TreeMap<>();
    private final RunningPlatform platform;
    private final JsonNode firstYear;
    private final String endOfFirstYear;
    private Prometheus prometheus;

    private Replayed() throws Exception {
        platform = RunningPlatform.replayed(FIRST_YEAR, this::look);
        firstYear = platform.figures();
        endOfFirstYear = platform.ending();
        platform.replayTheRest();
    }

    private void look(Future<?> replay, RunningPlatform starting) throws IOException {
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

    /** What reporting showed at the end of the first year. */
    JsonNode firstYear() {
        return firstYear;
    }

    /** What the replay printed at the end of the first year. */
    String endOfFirstYear() {
        return endOfFirstYear;
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
