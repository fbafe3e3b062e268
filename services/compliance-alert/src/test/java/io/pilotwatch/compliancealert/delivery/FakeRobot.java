package io.pilotwatch.compliancealert.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Robots of the three chat programs, as their makers describe them: WeCom checks the key, DingTalk the key and the
 * signature in the address, Feishu the address and the signature in the body; all answer 200 and a code.
 */
final class FakeRobot implements AutoCloseable {

    static final String KEY = "693a91f6-7xxx-4bc4-97a0-0ec2sifa5aaa";
    static final String SECRET = "SEC+/key=&of the robot";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long AN_HOUR = 3600;

    private final HttpServer server;
    final List<JsonNode> taken = new CopyOnWriteArrayList<>();
    final List<String> addresses = new CopyOnWriteArrayList<>();
    /** What it answers next, before it looks at anything. */
    final Queue<String> answers = new ConcurrentLinkedQueue<>();

    FakeRobot() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/cgi-bin/webhook/send", exchange -> answer(exchange, this::weCom));
        server.createContext("/robot/send", exchange -> answer(exchange, this::dingTalk));
        server.createContext("/open-apis/bot/v2/hook/" + KEY, exchange -> answer(exchange, this::feishu));
        server.start();
    }

    String weComAddress() {
        return address("/cgi-bin/webhook/send?key=" + KEY);
    }

    String dingTalkAddress() {
        return address("/robot/send?access_token=" + KEY);
    }

    String feishuAddress() {
        return address("/open-apis/bot/v2/hook/" + KEY);
    }

    private String address(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private interface Reading {
        String answer(Map<String, String> query, JsonNode body) throws GeneralSecurityException;
    }

    private String weCom(Map<String, String> query, JsonNode body) {
        if (!KEY.equals(query.get("key"))) {
            return "{\"errcode\":93000,\"errmsg\":\"invalid webhook url\"}";
        }
        var bytes = body.at("/markdown/content").asText().getBytes(StandardCharsets.UTF_8).length;
        return bytes > 4096
                ? "{\"errcode\":40058,\"errmsg\":\"markdown.content exceed max length 4096\"}"
                : taken(body, "{\"errcode\":0,\"errmsg\":\"ok\"}");
    }

    private String dingTalk(Map<String, String> query, JsonNode body) throws GeneralSecurityException {
        var timestamp = query.getOrDefault("timestamp", "0");
        var fresh = Math.abs(Instant.now().toEpochMilli() - Long.parseLong(timestamp)) < AN_HOUR * 1000;
        var good = KEY.equals(query.get("access_token"))
                && fresh
                && hmac(SECRET, timestamp + "\n" + SECRET).equals(query.get("sign"));
        return good && !body.at("/markdown/title").asText().isEmpty()
                ? taken(body, "{\"errcode\":0,\"errmsg\":\"ok\"}")
                : "{\"errcode\":310000,\"errmsg\":\"sign not match\"}";
    }

    private String feishu(Map<String, String> query, JsonNode body) throws GeneralSecurityException {
        var timestamp = body.path("timestamp").asText();
        var fresh = timestamp.matches("\\d{10}")
                && Math.abs(Instant.now().getEpochSecond() - Long.parseLong(timestamp)) < AN_HOUR;
        return fresh
                        && hmac(timestamp + "\n" + SECRET, "")
                                .equals(body.path("sign").asText())
                ? taken(
                        body,
                        "{\"StatusCode\":0,\"StatusMessage\":\"success\",\"code\":0,\"data\":{},\"msg\":\"success\"}")
                : "{\"code\":19021,\"msg\":\"sign match fail or timestamp is not within one hour from current time\"}";
    }

    private String taken(JsonNode body, String answer) {
        taken.add(body);
        return answer;
    }

    private void answer(HttpExchange exchange, Reading reading) throws IOException {
        addresses.add(exchange.getRequestURI().toString());
        var body = JSON.readTree(exchange.getRequestBody());
        String answer;
        try {
            answer = answers.isEmpty() ? reading.answer(query(exchange), body) : answers.remove();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
        var bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("content-type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static Map<String, String> query(HttpExchange exchange) {
        var query = exchange.getRequestURI().getRawQuery();
        return query == null
                ? Map.of()
                : Arrays.stream(query.split("&"))
                        .map(pair -> pair.split("=", 2))
                        .collect(Collectors.toMap(p -> p[0], p -> URLDecoder.decode(p[1], StandardCharsets.UTF_8)));
    }

    private static String hmac(String key, String text) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
