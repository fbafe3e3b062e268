package io.pilotwatch.platform;

import io.pilotwatch.contracts.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * Runs a statement with its parameters, inside the running transaction where there is one: texts, numbers, ids, instants, enums
 * (by name), lists of texts, {@link Array}s and nulls.
 */
@ApplicationScoped
public class Sql {

    /** Makes something of the row on which the result stands. */
    public interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** A column of many rows, as {@code unnest} takes it, or one array value. {@code type} is PostgreSQL's name. */
    public record Array(String type, List<?> values) {
        /** Of one column of these rows. */
        public static <R> Array of(String type, List<R> rows, Function<R, ?> column) {
            var values = new ArrayList<Object>();
            rows.forEach(row -> values.add(plain(column.apply(row))));
            return new Array(type, values);
        }

        /** Of texts. */
        public static Array texts(List<String> texts) {
            return new Array("text", texts);
        }

        /** Of ids. */
        public static Array ids(List<UUID> ids) {
            return new Array("uuid", ids);
        }
    }

    private final DataSource database;

    public Sql(DataSource database) {
        this.database = database;
    }

    /** All rows that the statement gives. */
    public <T> List<T> read(String statement, Reader<T> reader, Object... parameters) {
        try (var connection = database.getConnection();
                var prepared = connection.prepareStatement(statement)) {
            fill(connection, prepared, parameters);
            try (var found = prepared.executeQuery()) {
                var all = new ArrayList<T>();
                while (found.next()) {
                    all.add(reader.read(found));
                }
                return all;
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    /** How many rows it changed. */
    public int write(String statement, Object... parameters) {
        try (var connection = database.getConnection();
                var prepared = connection.prepareStatement(statement)) {
            fill(connection, prepared, parameters);
            return prepared.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private static void fill(Connection connection, PreparedStatement prepared, Object... parameters)
            throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            prepared.setObject(
                    i + 1,
                    switch (parameters[i]) {
                        case Array(var type, var values) -> connection.createArrayOf(type, values.toArray());
                        case List<?> texts -> connection.createArrayOf("text", texts.toArray());
                        case null, default -> plain(parameters[i]);
                    });
        }
    }

    @Nullable
    private static Object plain(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Instant instant -> instant.atOffset(ZoneOffset.UTC);
            case Enum<?> named -> named.name();
            default -> value;
        };
    }

    /** The moment in a column; null where there is none. */
    @Nullable
    public static Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    /** The texts in a column. */
    public static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    /** The id in a column. */
    public static UUID id(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }
}
