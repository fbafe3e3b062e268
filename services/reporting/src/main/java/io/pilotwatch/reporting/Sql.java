package io.pilotwatch.reporting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.platform.DatabaseFailure;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/**
 * Set-based statements, inside the running transaction where there is one. Many rows go in as one JSON parameter that
 * the statement takes apart with {@code jsonb_to_recordset}, so a batch costs one round trip however large it is.
 */
@ApplicationScoped
public class Sql {

    /** Reads the row on which the result stands. */
    public interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Takes the row on which the result stands. */
    interface Taker {
        void take(ResultSet row) throws SQLException;
    }

    private static final int AT_ONCE = 1_000;

    private final DataSource database;
    private final ObjectMapper json;
    private final ObjectMapper columns;

    Sql(DataSource database, ObjectMapper mapper) {
        this.database = database;
        // A newer version may have stored more than this one knows.
        this.json = mapper.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        this.columns = mapper.copy().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);
    }

    /** Runs a statement whose one parameter is these records, their components named as columns. */
    public void write(String statement, List<? extends Record> rows) {
        if (rows.isEmpty()) {
            return;
        }
        try (var connection = database.getConnection();
                var prepared = connection.prepareStatement(statement)) {
            prepared.setString(1, columns.writeValueAsString(rows));
            prepared.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Runs a statement that answers nothing. */
    void execute(String statement) {
        try (var connection = database.getConnection();
                var prepared = connection.createStatement()) {
            prepared.execute(statement);
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    /** Runs a statement with its parameters, and answers how many rows it changed. */
    public int update(String statement, Object... parameters) {
        try (var connection = database.getConnection();
                var prepared = connection.prepareStatement(statement)) {
            set(connection, prepared, parameters);
            return prepared.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    /** All rows of a query. A {@code String[]} becomes a text array. */
    public <T> List<T> read(String query, Reader<T> reader, Object... parameters) {
        try (var connection = database.getConnection();
                var prepared = connection.prepareStatement(query)) {
            set(connection, prepared, parameters);
            try (var found = prepared.executeQuery()) {
                var rows = new ArrayList<T>();
                while (found.next()) {
                    rows.add(reader.read(found));
                }
                return rows;
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private static void set(Connection connection, PreparedStatement prepared, Object... parameters)
            throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            prepared.setObject(
                    i + 1,
                    parameters[i] instanceof String[] texts ? connection.createArrayOf("text", texts) : parameters[i]);
        }
    }

    /** Takes each row of a query, without holding all of them; inside a transaction. */
    void each(String query, Taker taker, Object... parameters) {
        try (var connection = database.getConnection();
                var prepared = connection.prepareStatement(query)) {
            prepared.setFetchSize(AT_ONCE);
            set(connection, prepared, parameters);
            try (var found = prepared.executeQuery()) {
                while (found.next()) {
                    taker.take(found);
                }
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    /** Brings rows in by the shortest way: their columns as text. */
    void copy(String into, List<List<String>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        var lines = new StringBuilder();
        rows.forEach(row -> CopyText.line(row, lines));
        try (var connection = database.getConnection()) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            "copy " + into + " from stdin",
                            new ByteArrayInputStream(lines.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A value as it stands in a jsonb column. */
    String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What is in a jsonb column, as maps, lists and simple values; null where nothing is. */
    @Nullable
    Object tree(@Nullable String text) {
        return text == null ? null : value(text, Object.class);
    }

    /** A value for a jsonb column, as it is said in events and answers. */
    public JsonNode json(Object value) {
        return json.valueToTree(value);
    }

    /** The same of what somebody else said, number by number as it was written. */
    JsonNode said(String text) {
        try {
            return json.reader()
                    .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was read before cannot be read", e);
        }
    }

    /** The value of a jsonb column. */
    public <T> T value(String text, Class<? extends T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored " + type.getSimpleName() + " cannot be read", e);
        }
    }
}
