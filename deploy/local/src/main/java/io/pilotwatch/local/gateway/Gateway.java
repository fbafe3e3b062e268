package io.pilotwatch.local.gateway;

import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.pilotwatch.local.Port;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.HostAndPort;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.OriginRequestProvider;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import java.time.Duration;
import java.util.Map;

/** The one address in front of everything, so that users, cookies and tokens know a single origin. */
public final class Gateway {

    private static final String HOST = "127.0.0.1";
    private static final int LONGEST_HEADERS = 64 * 1024;

    /** For a request's head, and between two requests of a connection. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Neither a byte in nor out: whoever sends no body, or reads no answer. A live stream says something every 15 seconds. */
    private static final int SILENT_SECONDS = 90;

    private final Map<Port, Integer> ports;

    private Gateway(Map<Port, Integer> ports) {
        this.ports = ports;
    }

    /** Returns once it listens; then lives as long as the process. */
    public static void run(Map<Port, Integer> ports) throws Exception {
        run(ports, PATIENCE);
    }

    private static HttpServerOptions options() {
        return new HttpServerOptions()
                .setMaxInitialLineLength(LONGEST_HEADERS)
                .setMaxHeaderSize(LONGEST_HEADERS)
                .setIdleTimeout(SILENT_SECONDS)
                // A connection that may yet become another protocol is no connection to us before its first request.
                .setHttp2ClearTextEnabled(false)
                .setHandle100ContinueAutomatically(true);
    }

    /** Gives what closes it. */
    static Vertx run(Map<Port, Integer> ports, Duration patience) throws Exception {
        Vertx vertx = Vertx.vertx(new VertxOptions()
                .setFileSystemOptions(
                        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false)));
        Gateway gateway = new Gateway(ports);
        HttpProxy proxy = gateway.proxy(vertx);
        Patience heads = new Patience(vertx, patience);
        vertx.createHttpServer(options())
                .connectionHandler(heads::connected)
                .invalidRequestHandler(Gateway::unreadable)
                .requestHandler(request -> {
                    heads.heard(request);
                    if (isFramedOtherwise(request)) {
                        unreadable(request);
                        return;
                    }
                    switch (Route.of(path(request))) {
                        case Route.Hidden _ -> hide(request);
                        case Route.To _ -> proxy.handle(request);
                    }
                })
                .listen(ports.get(Port.GATEWAY), HOST)
                .toCompletionStage()
                .toCompletableFuture()
                .get();
        return vertx;
    }

    private HttpProxy proxy(Vertx vertx) {
        HttpClientOptions options =
                new HttpClientOptions().setConnectTimeout(2000).setMaxHeaderSize(LONGEST_HEADERS);
        // Each open live stream holds a connection for as long as its page is open.
        PoolOptions pool = new PoolOptions().setHttp1MaxSize(512);
        return HttpProxy.reverseProxy(vertx.createHttpClient(options, pool))
                .origin((OriginRequestProvider) context -> context.client()
                        .request(new RequestOptions()
                                .setHost(HOST)
                                .setPort(ports.get(target(context).port()))))
                .addInterceptor(new ProxyInterceptor() {
                    @Override
                    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
                        forwarded(context.request());
                        return context.sendRequest().recover(_ -> Future.succeededFuture(away(context)));
                    }
                });
    }

    private static Route.To target(ProxyContext context) {
        return (Route.To) Route.of(path(context.request().proxiedRequest()));
    }

    private static String path(HttpServerRequest request) {
        return request.path() == null ? "" : request.path();
    }

    /** Set, never added to: in front of us there is nobody whose word we would take. */
    private void forwarded(ProxyRequest request) {
        HttpServerRequest incoming = request.proxiedRequest();
        HostAndPort authority = incoming.authority();
        MultiMap headers = request.headers();
        headers.remove("Forwarded").remove("X-Forwarded-Prefix");
        headers.set("X-Forwarded-For", incoming.remoteAddress().hostAddress());
        headers.set("X-Forwarded-Proto", "http");
        if (authority != null) {
            int port = authority.port() > 0 ? authority.port() : 80;
            headers.set("X-Forwarded-Host", authority.toString());
            headers.set("X-Forwarded-Port", String.valueOf(port));
        }
    }

    private static ProxyResponse away(ProxyContext context) {
        ProxyRequest request = context.request();
        HttpServerRequest incoming = request.proxiedRequest();
        Problem problem = Problem.away(target(context).name(), incoming.getHeader("Accept-Language"));
        boolean page = String.valueOf(incoming.getHeader("Accept")).contains("text/html");
        return request.release()
                .response()
                .setStatusCode(problem.status())
                .putHeader("Content-Type", page ? "text/html;charset=UTF-8" : "application/problem+json")
                .putHeader("Content-Language", problem.language())
                .putHeader("Retry-After", "2")
                .setBody(Body.body(Buffer.buffer(page ? problem.html() : problem.json(path(incoming)))));
    }

    private static void hide(HttpServerRequest request) {
        answer(request, Problem.hidden(request.getHeader("Accept-Language")));
    }

    /** Nobody can say where such a request ends, so nothing else is read from its connection. */
    private static void unreadable(HttpServerRequest request) {
        Throwable failure = request.decoderResult().cause();
        request.response().putHeader("Connection", "close");
        answer(
                        request,
                        failure instanceof TooLongHttpLineException
                                ? Problem.tooLong(414)
                                : failure instanceof TooLongHttpHeaderException
                                        ? Problem.tooLong(431)
                                        : Problem.unreadable())
                .onComplete(_ -> request.connection().close());
    }

    /** By something that ends where only its sender knows; in chunks, and in nothing else, is what we can read. */
    private static boolean isFramedOtherwise(HttpServerRequest request) {
        return request.headers().getAll("Transfer-Encoding").stream()
                .anyMatch(encoding -> !encoding.equalsIgnoreCase("chunked"));
    }

    private static Future<Void> answer(HttpServerRequest request, Problem problem) {
        return request.response()
                .setStatusCode(problem.status())
                .putHeader("Content-Type", "application/problem+json")
                .putHeader("Content-Language", problem.language())
                .end(problem.json(path(request)));
    }
}
