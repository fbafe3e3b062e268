package io.pilotwatch.platform.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/**
 * What the role that the service runs as cannot do, whoever makes it speak; to be extended by a {@code @QuarkusTest} of each
 * service. Each attempt is made, in a transaction that is rolled back, and must be refused for want of a privilege.
 */
public abstract class LeastPrivilegeCheck {

    private static final String NO_PRIVILEGE = "42501";

    /** Tables that refuse updates and deletes by a trigger: from the catalogue, so that a new one is in it. */
    private static final String ONLY_ADDED_TO = """
        select relname from pg_class
        where relnamespace = current_schema()::regnamespace and not relispartition and exists (
            select from pg_trigger
            where tgrelid = pg_class.oid and not tgisinternal and tgtype & 2 = 2 and tgtype & 8 = 8 and tgtype & 16 = 16)\
        """;

    @Inject
    DataSource database;

    /** Which tables of this service are known to be only added to. */
    protected abstract Set<String> onlyAddedTo();

    @Test
    void noTableIsCreatedAlteredEmptiedOrDropped() throws SQLException {
        var tables = ask("select oid::regclass::text from pg_class where relkind in ('r', 'p') and relnamespace in ("
                + "select oid from pg_namespace where nspname = current_schema() or nspname = 'rebuilt')");
        assertTrue(tables.size() > 10, tables::toString);
        var let = new ArrayList<String>();
        for (var table : tables) {
            let.addAll(let(
                    "alter table " + table + " add column more int",
                    "alter table " + table + " disable trigger all",
                    "alter table " + table + " owner to current_user",
                    "create index on " + table + " ((1))",
                    "create trigger mine before insert on " + table
                            + " execute function suppress_redundant_updates_trigger()",
                    "truncate " + table,
                    "drop table " + table));
        }
        assertEquals(List.of(), let);
    }

    @Test
    void whatIsOnlyAddedToIsNeitherUpdatedNorDeletedFrom() throws SQLException {
        var tables = new TreeSet<>(ask(ONLY_ADDED_TO));
        assertTrue(tables.containsAll(onlyAddedTo()), tables::toString);
        tables.add("flyway_schema_history");
        var let = new ArrayList<String>();
        for (var table : tables) {
            var column = ask("select attname from pg_attribute where attrelid = '" + table
                            + "'::regclass"
                            + " and attnum > 0 and attidentity = '' order by attnum")
                    .getFirst();
            let.addAll(let(
                    "update " + table + " set " + column + " = " + column,
                    "delete from " + table,
                    "merge into " + table + " using (select 1) as one on true when matched then delete",
                    "select from " + table + " for update"));
        }
        assertEquals(List.of(), let);
    }

    @Test
    void nothingIsMadeNorAnyProgramRun() throws SQLException {
        assertEquals(
                List.of(),
                let(
                        "create table mine (a int)",
                        "create temporary table mine (a int)",
                        "create schema mine",
                        "create view mine as select 1",
                        "create sequence mine",
                        "create function mine() returns int language sql as 'select 1'",
                        "create extension dblink",
                        "create role mine",
                        "create publication mine for all tables",
                        "create event trigger mine on ddl_command_start execute function outbox_added()",
                        "select * from pg_authid",
                        "select pg_read_file('postgresql.conf')",
                        "select lo_import('/etc/passwd')",
                        "copy outbox to program 'true'",
                        "copy outbox from '/etc/passwd'",
                        "alter role current_user superuser",
                        "alter role current_user createdb",
                        "set role " + owner(),
                        "set session authorization " + owner(),
                        "set log_statement = 'all'",
                        "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'postgres'",
                        "alter default privileges grant all on tables to public; alter database "
                                + ask("select current_database()").getFirst() + " owner to current_user"));
    }

    /** Functions of the owner run as the owner; in each it is fixed which tables its words mean. */
    @Test
    void whatRunsAsTheOwnerLooksWhereTheOwnerSaid() throws SQLException {
        assertEquals(List.of(), ask("""
            select proname from pg_proc where prosecdef and pronamespace = current_schema()::regnamespace
                and not exists (select from unnest(proconfig) as setting where setting like 'search_path=%')\
            """));
    }

    @Test
    void noOtherDatabaseIsOpened() throws SQLException {
        var others = ask("select datname from pg_database where datname <> current_database() and datallowconn");
        assertTrue(others.size() >= 5, others::toString);
        try (var connection = database.getConnection()) {
            var url = connection.getMetaData().getURL();
            var user = connection.getMetaData().getUserName();
            var open = new ArrayList<String>();
            for (var other : others) {
                try (var there =
                        DriverManager.getConnection(url.replaceFirst("/[a-z_]+([?].*)?$", "/" + other), user, user)) {
                    open.add(there.getCatalog());
                } catch (SQLException refused) {
                    assertEquals(NO_PRIVILEGE, refused.getSQLState(), refused::getMessage);
                }
            }
            assertEquals(List.of(), open);
            assertFalse(user.equals(owner()));
        }
    }

    private String owner() throws SQLException {
        return ask("select datdba::regrole::text from pg_database where datname = current_database()")
                .getFirst();
    }

    /** Which of these statements were not refused for want of a privilege, and what came of them instead. */
    private List<String> let(String... statements) throws SQLException {
        var let = new ArrayList<String>();
        for (var statement : statements) {
            try (var connection = database.getConnection()) {
                connection.setAutoCommit(false);
                try {
                    execute(connection, statement);
                    let.add(statement);
                } catch (SQLException refused) {
                    if (!NO_PRIVILEGE.equals(refused.getSQLState())) {
                        let.add(statement + ": " + refused.getMessage());
                    }
                } finally {
                    connection.rollback();
                }
            }
        }
        return let;
    }

    private static void execute(Connection connection, String statement) throws SQLException {
        try (var execution = connection.createStatement()) {
            execution.execute(statement);
        }
    }

    private List<String> ask(String query) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var answer = statement.executeQuery(query)) {
            var rows = new ArrayList<String>();
            while (answer.next()) {
                rows.add(answer.getString(1));
            }
            return rows;
        }
    }
}
