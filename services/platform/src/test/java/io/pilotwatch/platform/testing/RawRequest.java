package io.pilotwatch.platform.testing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** A request to be written to the wire as it is, right or wrong. */
final class RawRequest {

    final Map<String, String> headers = new LinkedHashMap<>();
    String method;
    String address;
    byte[] body;

    /** Whether nothing is sent after these bytes, although more was promised. */
    boolean cut;

    /** Whether these bytes are HTTP; what is not may be answered without a problem, or by hanging up. */
    boolean isHttp = true;

    RawRequest(String method, String address) {
        this.method = method;
        this.address = address;
        headers.put("Host", "localhost");
        headers.put("Connection", "close");
    }

    RawRequest body(String text) {
        body = text.getBytes(StandardCharsets.UTF_8);
        return this;
    }

    RawRequest noHttp() {
        isHttp = false;
        return this;
    }

    byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        write(bytes, method + " " + address + " HTTP/1.1\r\n");
        headers.forEach((name, value) -> write(bytes, name + ": " + value + "\r\n"));
        boolean framed = headers.containsKey("Content-Length") || headers.containsKey("Transfer-Encoding");
        if (body != null && !framed) {
            write(bytes, "Content-Length: " + body.length + "\r\n");
        }
        write(bytes, "\r\n");
        if (body != null) {
            bytes.writeBytes(body);
        }
        return bytes.toByteArray();
    }

    private static void write(ByteArrayOutputStream bytes, String text) {
        bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
