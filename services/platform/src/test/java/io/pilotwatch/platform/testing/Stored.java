package io.pilotwatch.platform.testing;

import io.quarkus.arc.Arc;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.awaitility.Awaitility;

/**
 * What the service's database holds, in one line: each table's rows and the transactions that wrote them. The audit log is
 * left out: a refused request is to be found there.
 */
final class Stored {

    private final String tables = tables();

    /** What is there once the outbox is empty; how far events have been read is not the requests' doing. */
    String now() {
        Awaitility.await("the outbox is empty")
                .pollInterval(Duration.ofMillis(10))
                .pollDelay(Duration.ZERO)
                .until(() -> ask("select count(*) from outbox").equals("0"));
        return ask(tables);
    }

    private static String tables() {
        var one = ask(
                "select string_agg(format('select %L || count(*) || %L || coalesce(sum(xmin::text::bigint), 0) as said"
                        + " from %I', relname || '=', '/', relname), ' union all ' order by relname)"
                        + " from pg_class where relnamespace = current_schema()::regnamespace"
                        + " and relkind in ('r', 'p') and not relispartition"
                        + " and relname not like 'flyway%' and relname not like 'inbox%'"
                        + " and relname not like 'audit%'");
        // Which part of a union comes first is the planner's choice.
        return "select string_agg(said, ' ' order by said) from (" + one + ") tables";
    }

    private static String ask(String query) {
        try (Connection connection =
                        Arc.container().instance(DataSource.class).get().getConnection();
                var statement = connection.createStatement();
                var answer = statement.executeQuery(query)) {
            answer.next();
            return answer.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
