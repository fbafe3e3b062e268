package io.pilotwatch.platform.testing;

import io.restassured.RestAssured;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Bytes to the service and its answer, without a client in between that would mend or refuse what is wrong with them. */
final class RawHttp {

    private static final int PATIENCE = 15_000;

    private RawHttp() {}

    /**
     * An answer.
     *
     * @param status 0 where the connection was closed without one, -1 where nothing came in time
     * @param headers by name in lower case
     */
    record Answer(int status, Map<String, String> headers, String body) {

        private static Answer none(int status) {
            return new Answer(status, Map.of(), "");
        }
    }

    /** Sends and reads one answer; {@code cut} ends what is sent there, whatever its headers promised. */
    static Answer send(byte[] request, boolean cut) {
        try (var socket = new Socket("127.0.0.1", RestAssured.port)) {
            socket.setSoTimeout(PATIENCE);
            socket.setTcpNoDelay(true);
            try {
                socket.getOutputStream().write(request);
                socket.getOutputStream().flush();
                if (cut) {
                    socket.shutdownOutput();
                }
            } catch (IOException answeredBeforeAllWasSent) {
                // The answer, if any, can still be read.
            }
            return read(new BufferedInputStream(socket.getInputStream()));
        } catch (SocketTimeoutException e) {
            return Answer.none(-1);
        } catch (IOException e) {
            return Answer.none(0);
        }
    }

    private static Answer read(InputStream in) throws IOException {
        var start = line(in);
        if (!start.startsWith("HTTP/1.")) {
            return Answer.none(0);
        }
        var headers = new TreeMap<String, String>();
        for (var line = line(in); !line.isEmpty(); line = line(in)) {
            var parts = line.split(":", 2);
            headers.put(parts[0].toLowerCase(Locale.ROOT), parts.length > 1 ? parts[1].strip() : "");
        }
        var status = Integer.parseInt(start.substring(9, 12));
        if (status == 100) {
            return read(in);
        }
        var body = "chunked".equalsIgnoreCase(headers.get("transfer-encoding"))
                ? chunks(in)
                : in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
        return new Answer(status, headers, new String(body, StandardCharsets.UTF_8));
    }

    private static byte[] chunks(InputStream in) throws IOException {
        var all = new ByteArrayOutputStream();
        for (int size = Integer.parseInt(line(in), 16); size > 0; size = Integer.parseInt(line(in), 16)) {
            all.writeBytes(in.readNBytes(size));
            line(in);
        }
        return all.toByteArray();
    }

    private static String line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            if (next != '\r') {
                line.write(next);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }
}
