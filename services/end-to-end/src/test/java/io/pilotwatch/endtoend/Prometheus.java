package io.pilotwatch.endtoend;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A real Prometheus that scrapes a running platform as {@code deploy/prometheus/prometheus.yml} says, only on the ports of
 * that platform and more often; and the tools that come with it.
 */
public final class Prometheus implements AutoCloseable {

    static final Path CONFIG = Path.of("../../deploy/prometheus/prometheus.yml");

    /** Its own port on a machine where nothing is shifted. */
    private static final int PORT = 9090;

    private static final Path FOLDER = Path.of("target/prometheus").toAbsolutePath();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port;
    private final Process process;

    private Prometheus(int port, Process process) {
        this.port = port;
        this.process = process;
    }

    /**
     * One value of a query's answer.
     *
     * @param labels without the metric's name
     */
    public record Sample(Map<String, String> labels, double value) {}

    /** Starts one; the platform may start before it or after it. */
    static Prometheus scraping(int shift) throws IOException {
        return started(shift, config(shift));
    }

    /**
     * Starts one that scrapes every replica and goes by these rules instead of the chart's.
     *
     * @param managementPorts by service, those of its replicas
     */
    public static Prometheus watching(int shift, Map<String, List<Integer>> managementPorts, String rules)
            throws IOException {
        Files.createDirectories(FOLDER);
        var config = new StringBuilder(
                "global: {scrape_interval: 2s, evaluation_interval: 2s}%nrule_files: [%s]%nscrape_configs:%n"
                        .formatted(Files.writeString(FOLDER.resolve("rules.yml"), rules)));
        managementPorts.forEach((service, ports) ->
                config.append("  - {job_name: %s, metrics_path: /q/metrics, static_configs: [{targets: [%s]}]}%n"
                        .formatted(
                                service,
                                ports.stream().map("127.0.0.1:%d"::formatted).collect(Collectors.joining(", ")))));
        return started(shift, config.toString());
    }

    private static Prometheus started(int shift, String said) throws IOException {
        Files.createDirectories(FOLDER);
        var config = Files.writeString(FOLDER.resolve("prometheus.yml"), said);
        var data = FOLDER.resolve("data-" + System.nanoTime());
        var process = new ProcessBuilder(
                        program("prometheus"),
                        "--config.file=" + config,
                        "--storage.tsdb.path=" + data,
                        "--web.listen-address=127.0.0.1:" + (PORT + shift))
                .redirectErrorStream(true)
                .redirectOutput(FOLDER.resolve("prometheus.log").toFile())
                .start();
        return new Prometheus(PORT + shift, process);
    }

    private static String config(int shift) throws IOException {
        var target = Pattern.compile("127\\.0\\.0\\.1:(\\d+)");
        return target.matcher(Files.readString(CONFIG))
                .replaceAll(found -> "127.0.0.1:" + (Integer.parseInt(found.group(1)) + shift))
                .replace("scrape_interval: 15s", "scrape_interval: 2s")
                .replace("../..", Path.of("../..").toAbsolutePath().normalize().toString());
    }

    /** The answer to a query at this moment. */
    public List<Sample> query(String expression) throws IOException, InterruptedException {
        var samples = new ArrayList<Sample>();
        for (var result : ask("/api/v1/query?query=" + encoded(expression)).at("/data/result")) {
            samples.add(sample(result.path("metric"), result.at("/value/1").asText()));
        }
        return samples;
    }

    /** The values of a label of a metric. */
    List<String> labelValues(String metric, String label) throws IOException, InterruptedException {
        var values = new ArrayList<String>();
        ask("/api/v1/label/" + label + "/values?match[]=" + encoded(metric))
                .path("data")
                .forEach(value -> values.add(value.asText()));
        return values;
    }

    private static Sample sample(JsonNode metric, String value) {
        var labels = new TreeMap<String, String>();
        metric.properties()
                .forEach(label -> labels.put(label.getKey(), label.getValue().asText()));
        labels.remove("__name__");
        return new Sample(labels, value.endsWith("Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(value));
    }

    private JsonNode ask(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path.replace("[]", encoded("[]"))))
                .build();
        var answer = JSON.readTree(http.send(request, BodyHandlers.ofString()).body());
        assertTrue(answer.path("status").asText().equals("success"), () -> path + ": " + answer);
        return answer;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }

    /** What promtool says to that: its exit code, and its output of both kinds. */
    static Launcher.Verdict promtool(String input, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(program("promtool")));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (var in = process.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
        }
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Launcher.Verdict(process.waitFor(), said);
    }

    private static String program(String name) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst()
                .orElseThrow(() -> new AssertionError("The tests need Prometheus 2.42 or newer, and " + name
                        + " is not on the PATH: apt-get install --no-install-recommends prometheus, or"
                        + " https://prometheus.io/download."));
    }
}
