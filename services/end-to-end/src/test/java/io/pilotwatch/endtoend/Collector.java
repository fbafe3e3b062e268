package io.pilotwatch.endtoend;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;

/** Where the services of a running platform tell their traces: it takes OTLP over HTTP, and keeps all. */
final class Collector {

    private static final Collector ONE = new Collector();

    /**
     * A span as it was told.
     *
     * @param parent the span that it is below; empty where it begins a trace
     */
    record Span(String service, String trace, String id, String parent, String name, String kind) {}

    private final List<Span> spans = new ArrayList<>();
    private final HttpServer server;

    private Collector() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/v1/traces", this::take);
        server.setExecutor(
                Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory()));
        server.start();
    }

    /** One for all that this process starts; it lives as long. */
    static Collector one() {
        return ONE;
    }

    /** What a service has to know. */
    Map<String, String> environment() {
        return Map.of(
                "QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT",
                "http://127.0.0.1:" + server.getAddress().getPort(),
                "QUARKUS_OTEL_EXPORTER_OTLP_PROTOCOL",
                "http/protobuf");
    }

    synchronized List<Span> all() {
        return List.copyOf(spans);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            var packed = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
            var body = packed ? new GZIPInputStream(exchange.getRequestBody()) : exchange.getRequestBody();
            keep(ExportTraceServiceRequest.parseFrom(body));
            exchange.sendResponseHeaders(200, -1);
        }
    }

    private synchronized void keep(ExportTraceServiceRequest told) {
        for (var resource : told.getResourceSpansList()) {
            var service = resource.getResource().getAttributesList().stream()
                    .filter(attribute -> attribute.getKey().equals("service.name"))
                    .map(attribute -> attribute.getValue().getStringValue())
                    .findFirst()
                    .orElse("");
            resource.getScopeSpansList().stream()
                    .flatMap(scope -> scope.getSpansList().stream())
                    .map(span -> new Span(
                            service,
                            hex(span.getTraceId().toByteArray()),
                            hex(span.getSpanId().toByteArray()),
                            hex(span.getParentSpanId().toByteArray()),
                            span.getName(),
                            span.getKind().name()))
                    .forEach(spans::add);
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
