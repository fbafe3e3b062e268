package io.pilotwatch.compliancealert;

import io.pilotwatch.contracts.Programme;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.DatabaseFailure;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** A piece of SQL with its parameters: texts, days, instants, numbers, or lists of texts. */
record Condition(String sql, List<?> parameters) {

    /** Makes something of a row. */
    interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    static Condition of(String sql, Object... parameters) {
        return new Condition(sql, List.of(parameters));
    }

    /** Asks for the parameter; empty where there is none, so that anything matches. */
    static Optional<Condition> unlessNull(String sql, Object parameter) {
        return Optional.ofNullable(parameter).map(p -> of(sql, p));
    }

    /** The same answer as {@link Caller#maySee} of the pilot {@code p}, as SQL that indexes can serve. */
    static Stream<Condition> visiblePilots(Caller caller) {
        return caller.seesAll() ? Stream.empty() : Stream.of(pilots(caller, "", List.of()));
    }

    /** The same of the alert {@code a} of it; and whoever it was escalated to. */
    static Stream<Condition> visibleAlerts(Caller caller, Programme programme) {
        return caller.seesAll()
                ? Stream.empty()
                : Stream.of(pilots(caller, " or a.agencies && ?", List.of(caller.agencies(programme))));
    }

    private static Condition pilots(Caller caller, String orElse, List<?> more) {
        var organisations = texts(caller.is(Caller.PILOT_TEAM), caller.organisations());
        var fields = texts(caller.is(Caller.REGULATOR) || caller.is(Caller.RECOMMENDER), caller.fields());
        var regions = texts(caller.is(Caller.RECOMMENDER), caller.regions());
        return new Condition(
                "(p.organisation = any(?) or p.delegates && ? or p.fields && ? or p.region = any(?)" + orElse + ")",
                Stream.concat(Stream.of(organisations, organisations, fields, regions), more.stream())
                        .toList());
    }

    private static List<String> texts(boolean count, Set<String> texts) {
        return count ? List.copyOf(texts) : List.of();
    }

    /** All of them at once; true where there is none. */
    static String all(List<Condition> conditions) {
        return conditions.isEmpty()
                ? "true"
                : conditions.stream().map(Condition::sql).collect(Collectors.joining(" and "));
    }

    /** All rows of the statement, whose parameters are those of the conditions in their order. */
    static <T> List<T> read(DataSource database, String statement, List<Condition> conditions, Reader<T> reader) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(statement)) {
            fill(connection, select, conditions);
            try (var found = select.executeQuery()) {
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

    private static void fill(Connection connection, PreparedStatement select, List<Condition> conditions)
            throws SQLException {
        var parameters =
                conditions.stream().flatMap(c -> c.parameters().stream()).toList();
        for (int i = 0; i < parameters.size(); i++) {
            var value = parameters.get(i);
            select.setObject(
                    i + 1,
                    switch (value) {
                        case List<?> texts -> connection.createArrayOf("text", texts.toArray());
                        case Instant at -> at.atOffset(ZoneOffset.UTC);
                        default -> value;
                    });
        }
    }
}
