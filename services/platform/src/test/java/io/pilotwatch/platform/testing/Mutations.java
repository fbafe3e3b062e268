package io.pilotwatch.platform.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.pilotwatch.platform.testing.OpenApi.Operation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** All the ways in which one thing about an operation's good request is made wrong. */
final class Mutations {

    private static final String PLACE = "\u00abplace\u00bb";
    private static final int SHOWN = 60;

    /** @param what told when the service fails at it */
    record Mutation(String what, Consumer<RawRequest> change) {}

    private final List<Mutation> all = new ArrayList<>();

    private Mutations() {}

    /** @param example a good body; null where the operation takes none */
    static List<Mutation> of(Operation operation, JsonNode example) {
        var mutations = new Mutations();
        mutations.address(operation);
        mutations.headers();
        mutations.framing();
        if (example != null) {
            mutations.contentTypes();
            mutations.bytes();
            if (operation.contentType().startsWith("application/json")) {
                mutations.json(example);
            } else {
                mutations.text(example.asText());
            }
        }
        return mutations.all;
    }

    private void add(String kind, String value, Consumer<RawRequest> change) {
        var shown = value.length() > SHOWN ? value.substring(0, SHOWN) + "… of " + value.length() : value;
        all.add(new Mutation(kind + " " + shown, change));
    }

    private void address(Operation operation) {
        for (var parameter : operation.parameters("path")) {
            var name = parameter.path("name").asText();
            Hostile.SEGMENTS.forEach(s -> add("path " + name, s, r -> r.address = with(operation, r, name, s)));
            Hostile.NO_SEGMENTS.forEach(
                    s -> add("path " + name, s, r -> r.noHttp().address = with(operation, r, name, s)));
        }
        for (var parameter : operation.parameters("query")) {
            var name = parameter.path("name").asText();
            Hostile.NO_SEGMENTS.forEach(q -> add("query " + name, q, r -> r.noHttp().address += "?" + name + "=" + q));
            Hostile.QUERIES.forEach(q -> add("query " + name, q, r -> r.address += "?" + name + "=" + q));
        }
        List.of(
                        "?",
                        "?&&&",
                        "?=",
                        "?a",
                        "?%00=%00",
                        "?limit",
                        "?limit=1&limit=x",
                        "?" + "a=b&".repeat(900),
                        "#x",
                        "/",
                        "//")
                .forEach(tail -> add("address ending in", tail, r -> r.address += tail));
        List.of("PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND", "CONNECT", "post", "X".repeat(500))
                .forEach(method -> add("method", method, r -> {
                    r.method = method;
                    r.isHttp = !method.equals("CONNECT");
                }));
    }

    /** The segment stands where the operation's path has the parameter; of one that has several the others are an x. */
    private static String with(Operation operation, RawRequest request, String parameter, String segment) {
        var names = operation.path().split("/");
        var values = request.address.split("/");
        for (int i = 0; i < names.length; i++) {
            if (names[i].contains("{" + parameter + "}")) {
                values[i] = names[i].replace("{" + parameter + "}", segment).replaceAll("\\{\\w+}", "x");
            }
        }
        return String.join("/", values);
    }

    private void headers() {
        for (var name : Hostile.HEADER_NAMES) {
            Hostile.HEADERS.stream()
                    .filter(value -> !name.equals("X-Forwarded-For") || hasFirst(value))
                    .forEach(value -> add("header " + name, value, r -> r.headers.put(name, value)));
            add("no header", name, r -> r.headers.remove(name));
        }
        for (var value : List.of("a\u0000b", "a\u0001b", "a\rb", "a".repeat(20_000))) {
            add("header", value, r -> r.noHttp().headers.put("If-Match", value));
        }
        add("header", "with a name that is none", r -> r.noHttp().headers.put("a b\u0000", "c"));
    }

    /** An empty address hangs Quarkus before any code of ours; only our own proxy is believed in it, which always has one. */
    private static boolean hasFirst(String addresses) {
        return !addresses.isBlank() && !addresses.startsWith(",");
    }

    private void framing() {
        List.of("-1", "x", "99999999999999999999", "1, 2", "+1", "0x10")
                .forEach(length ->
                        add("Content-Length", length, r -> r.noHttp().headers.put("Content-Length", length)));
        add("Content-Length", "of more than is sent", r -> {
            r.headers.put("Content-Length", Integer.toString((r.body == null ? 0 : r.body.length) + 100));
            r.cut = true;
        });
        add("Content-Length", "of more than may be", r -> {
            r.headers.put("Content-Length", "999999999");
            r.cut = true;
        });
        chunked("zz\r\n", true);
        chunked("5\r\nab", true);
        chunked("ffffffffffffffff\r\n", true);
        add("chunks and length", "both", r -> {
            r.noHttp().headers.put("Transfer-Encoding", "chunked");
            r.headers.put("Content-Length", "3");
            r.body("0\r\n\r\n");
        });
        add("Transfer-Encoding", "unknown", r -> {
            r.noHttp().headers.put("Transfer-Encoding", "nonsense");
            r.cut = true;
        });
        add("Content-Encoding", "gzip of nothing", r -> r.headers.put("Content-Encoding", "gzip"));
        add("Expect", "nonsense", r -> r.noHttp().headers.put("Expect", "nonsense"));
    }

    private void chunked(String chunks, boolean cut) {
        add("chunks", chunks, r -> {
            r.noHttp().headers.put("Transfer-Encoding", "chunked");
            r.body(chunks);
            r.cut = cut;
        });
    }

    private void contentTypes() {
        Hostile.TYPES.forEach(type -> add("content type", type, r -> {
            if (type.isEmpty()) {
                r.headers.remove("Content-Type");
            } else {
                r.headers.put("Content-Type", type);
            }
        }));
        add("multipart", "cut", r -> {
            r.headers.put("Content-Type", "multipart/form-data; boundary=x");
            r.body("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"../../a\u0000.exe\"\r\n\r\nMZ");
        });
        add("multipart", "shorter than promised", r -> {
            r.headers.put("Content-Type", "multipart/form-data; boundary=x");
            r.headers.put("Content-Length", "5000");
            r.body("--x\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\nabc");
            r.cut = true;
        });
    }

    private void bytes() {
        add("body", "of no bytes", r -> r.body(""));
        add("body", "left out", r -> r.body = null);
        add("body", "of one zero byte", r -> r.body = new byte[1]);
        add("body", "of 0xff", r -> r.body = new byte[] {-1, -2, -1, -2});
        add("body", "cut in its middle", r -> r.body = Arrays.copyOf(r.body, r.body.length / 2));
        add("body", "cut within a character", r -> r.body = Arrays.copyOf(r.body, Math.max(1, r.body.length - 3)));
        add("body", "in UTF-16", r -> r.body = text(r).getBytes(StandardCharsets.UTF_16));
        add("body", "in Latin 1", r -> r.body = text(r).getBytes(StandardCharsets.ISO_8859_1));
        add("body", "after a byte order mark", r -> r.body("\ufeff" + text(r)));
        add("body", "with an overlong slash", r -> r.body = bad(r, (byte) 0xc0, (byte) 0xaf));
        add("body", "with half a character", r -> r.body = bad(r, (byte) 0xe8, (byte) 0xaf));
        add("body", "with a surrogate in UTF-8", r -> r.body = bad(r, (byte) 0xed, (byte) 0xa0, (byte) 0x80));
        add("body", "of two megabytes of blanks", r -> r.body(" ".repeat(2_000_000) + text(r)));
        add("body", "of thirteen megabytes", r -> r.body(" ".repeat(13_000_000)));
    }

    /** Bad bytes in the middle of the body's last text. */
    private static byte[] bad(RawRequest request, byte... bytes) {
        int at = Math.max(0, request.body.length - 3);
        var all = Arrays.copyOf(request.body, request.body.length + bytes.length);
        System.arraycopy(bytes, 0, all, at, bytes.length);
        System.arraycopy(request.body, at, all, at + bytes.length, request.body.length - at);
        return all;
    }

    private static String text(RawRequest request) {
        return new String(request.body, StandardCharsets.UTF_8);
    }

    private void text(String example) {
        for (var value : Hostile.VALUES) {
            add("text of", value, r -> r.body(value));
            add("text ending in", value, r -> r.body(example + value));
        }
        List.of(",", "\"", "\n", "\r", "\u0000", ";", "\t", "=cmd|'/c calc'!A0").forEach(part -> {
            add("text full of", part, r -> r.body(example + part.repeat(5_000)));
            add("text torn by", part, r -> r.body(example.replace("示", part)));
        });
    }

    private void json(JsonNode example) {
        for (var value : Hostile.VALUES) {
            add("body of", value, r -> r.body(value));
        }
        add("body", "twice", r -> r.body(text(r) + text(r)));
        add("body", "with a comma too many", r -> r.body(text(r).replaceFirst("}$", ",}")));
        add("body", "with a comment", r -> r.body("/* */" + text(r)));
        for (var pointer : pointers(example, "")) {
            Hostile.VALUES.forEach(value -> add(
                    "at " + pointer,
                    value,
                    r -> r.body(replaced(example, pointer).replace("\"" + PLACE + "\"", value))));
        }
        example.properties().forEach(field -> {
            add("without", field.getKey(), r -> r.body(without(example, field.getKey())));
            add(
                    "twice",
                    field.getKey(),
                    r -> r.body(example.toString()
                            .replaceFirst("}$", ",\"" + field.getKey() + "\":" + field.getValue() + "}")));
            add(
                    "in capitals",
                    field.getKey(),
                    r -> r.body(example.toString()
                            .replace(
                                    "\"" + field.getKey() + "\"",
                                    "\"" + field.getKey().toUpperCase() + "\"")));
        });
        for (var name : List.of("unknown", "", "\\u0000", "__proto__", "class", "a".repeat(60_000))) {
            add(
                    "unknown field",
                    name,
                    r -> r.body(
                            example.isEmpty()
                                    ? "{\"" + name + "\":1}"
                                    : example.toString().replaceFirst("}$", ",\"" + name + "\":1}")));
        }
    }

    private static String without(JsonNode example, String field) {
        ObjectNode copy = example.deepCopy();
        copy.remove(field);
        return copy.toString();
    }

    private static List<String> pointers(JsonNode node, String at) {
        var found = new ArrayList<String>();
        node.properties().forEach(field -> found.add(at + "/" + field.getKey()));
        for (int i = 0; i < node.size() && node.isArray(); i++) {
            found.add(at + "/" + i);
        }
        for (var pointer : List.copyOf(found)) {
            found.addAll(pointers(node.at(pointer.substring(at.length())), pointer));
        }
        return found;
    }

    private static String replaced(JsonNode example, String pointer) {
        var copy = example.deepCopy();
        int cut = pointer.lastIndexOf('/');
        var name = pointer.substring(cut + 1);
        switch (copy.at(pointer.substring(0, cut))) {
            case ObjectNode object -> object.set(name, TextNode.valueOf(PLACE));
            case ArrayNode array -> array.set(Integer.parseInt(name), TextNode.valueOf(PLACE));
            default -> throw new IllegalStateException(pointer);
        }
        return copy.toString();
    }
}
