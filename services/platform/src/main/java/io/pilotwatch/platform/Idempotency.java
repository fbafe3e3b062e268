package io.pilotwatch.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pilotwatch.contracts.Text;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * Makes a POST safe to repeat. The caller names the request by {@code Idempotency-Key}; the first answer is stored in the
 * transaction of its effect and given again to the same request for {@value #KEPT}. A refused request stores nothing and
 * is decided anew when it is repeated.
 */
@ApplicationScoped
public class Idempotency {

    /** The header. */
    public static final String HEADER = "Idempotency-Key";

    /** How long an answer is kept at least. */
    public static final String KEPT = "7 days";

    private final DataSource database;
    private final ObjectMapper mapper;
    private final Callers callers;
    private final UriInfo uri;
    private final HttpHeaders headers;

    Idempotency(DataSource database, ObjectMapper mapper, Callers callers, UriInfo uri, HttpHeaders headers) {
        this.database = database;
        this.mapper = mapper;
        this.callers = callers;
        this.uri = uri;
        this.headers = headers;
    }

    /** What a handler answers. {@code location} may be null. */
    public record Answer(int status, String location, Object body) {
        /** 201 with the address of what was made. */
        public static Answer created(String location, Object body) {
            return new Answer(201, location, body);
        }

        /** 200. */
        public static Answer ok(Object body) {
            return new Answer(200, null, body);
        }
    }

    private record Stored(byte[] payloadHash, int status, String location, String body) {}

    /** Runs {@code effect} in one transaction, once for this caller, address and the key in the header. */
    public Response once(Object payload, Supplier<Answer> effect) {
        return once(headers.getHeaderString(HEADER), payload, effect);
    }

    /** Runs {@code effect} in one transaction, once for this caller, address and key. */
    public Response once(String key, Object payload, Supplier<Answer> effect) {
        if (key == null || key.isBlank() || key.length() > 200) {
            throw new Problem(
                    400,
                    "IDEMPOTENCY_KEY_MISSING",
                    new Text(
                            "请在请求头 Idempotency-Key 中给出 1 至 200 个字符的唯一编号。",
                            "Give the request a key of 1 to 200 characters in the header Idempotency-Key."));
        }
        var scope = callers.current().name() + " " + uri.getRequestUri().getRawPath() + "?"
                + uri.getRequestUri().getRawQuery();
        var hash = Sha256.of(json(payload));
        return respond(QuarkusTransaction.requiringNew().call(() -> once(scope, key, hash, effect)));
    }

    private Stored once(String scope, String key, byte[] hash, Supplier<Answer> effect) throws SQLException {
        try (var connection = database.getConnection()) {
            if (!lock(connection, scope + " " + key)) {
                throw new Problem(
                        409,
                        "IDEMPOTENCY_KEY_IN_USE",
                        new Text("相同编号的请求正在处理。", "A request with this key is still being worked on."));
            }
            var stored = find(connection, scope, key);
            if (stored != null && !Arrays.equals(stored.payloadHash(), hash)) {
                throw new Problem(
                        422,
                        "IDEMPOTENCY_KEY_REUSED",
                        new Text("该编号已用于另一内容的请求。", "This key was used for a request with other content."));
            }
            if (stored != null) {
                return stored;
            }
        }
        var answer = effect.get();
        var first = new Stored(
                hash,
                answer.status(),
                answer.location(),
                new String(json(answer.body()), java.nio.charset.StandardCharsets.UTF_8));
        try (var connection = database.getConnection()) {
            save(connection, scope, key, first);
        }
        return first;
    }

    private static boolean lock(Connection connection, String what) throws SQLException {
        try (var lock = connection.prepareStatement("select pg_try_advisory_xact_lock(hashtextextended(?, 0))")) {
            lock.setString(1, what);
            try (var answer = lock.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }

    private static Stored find(Connection connection, String scope, String key) throws SQLException {
        try (var select = connection.prepareStatement(
                "select payload_hash, status, location, body from idempotency where scope = ? and key = ?")) {
            select.setString(1, scope);
            select.setString(2, key);
            try (var found = select.executeQuery()) {
                return found.next()
                        ? new Stored(found.getBytes(1), found.getInt(2), found.getString(3), found.getString(4))
                        : null;
            }
        }
    }

    private static void save(Connection connection, String scope, String key, Stored answer) throws SQLException {
        try (var insert = connection.prepareStatement("insert into idempotency"
                + " (scope, key, payload_hash, status, location, body) values (?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, scope);
            insert.setString(2, key);
            insert.setBytes(3, answer.payloadHash());
            insert.setInt(4, answer.status());
            insert.setString(5, answer.location());
            insert.setString(6, answer.body());
            insert.executeUpdate();
        }
    }

    @Scheduled(every = "1h", delayed = "10m")
    void forgetOldAnswers() throws SQLException {
        try (var connection = database.getConnection();
                var delete = connection.prepareStatement(
                        "delete from idempotency where created_at < now() - interval '" + KEPT + "'")) {
            delete.executeUpdate();
        }
    }

    private static Response respond(Stored answer) {
        var response = Response.status(answer.status())
                .type(MediaType.APPLICATION_JSON_TYPE.withCharset("UTF-8"))
                .entity(answer.body());
        return answer.location() == null
                ? response.build()
                : response.header(HttpHeaders.LOCATION, URI.create(answer.location()))
                        .build();
    }

    private byte[] json(Object value) {
        try {
            return value instanceof byte[] bytes ? bytes : mapper.writeValueAsBytes(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
