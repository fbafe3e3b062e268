package io.pilotwatch.endtoend.faults;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;

/** Where a regulator is told something: takes it, unless it is under {@code /refused} and so it pleases us. */
final class Endpoint implements AutoCloseable {

    private final HttpServer server;
    private volatile boolean refuses = true;

    Endpoint() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                exchange.getRequestBody().readAllBytes();
                boolean isRefused =
                        refuses && exchange.getRequestURI().getPath().equals("/refused");
                exchange.sendResponseHeaders(isRefused ? 500 : 204, -1);
            }
        });
        server.start();
    }

    String address(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    void takesAll() {
        refuses = false;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
