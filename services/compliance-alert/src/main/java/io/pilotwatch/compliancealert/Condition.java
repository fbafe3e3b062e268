package io.pilotwatch.compliancealert;

import io.pilotwatch.contracts.Programme;
import io.pilotwatch.platform.Caller;
import io.pilotwatch.platform.Sql;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A piece of SQL with its parameters: texts, days, instants, numbers, or lists of texts. */
record Condition(String sql, List<?> parameters) {

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
    static <T> List<T> read(Sql sql, String statement, List<Condition> conditions, Sql.Reader<T> reader) {
        return sql.read(
                statement,
                reader,
                conditions.stream().flatMap(c -> c.parameters().stream()).toArray());
    }
}
