package io.pilotwatch.local;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/**
 * One database per service, with two roles: its owner changes the schema, and as the other, which can open no other
 * database and only does what the owner grants, the service runs. Each role's password is its name: for demonstration,
 * on loopback only. No service is ever given the superuser.
 */
record Databases(int port) {

    static final String SUPERUSER = "postgres";

    static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** The role that owns a service's database and migrates it. */
    static String owner(App app) {
        return app.database() + "_owner";
    }

    boolean answer() throws SQLException {
        try (Connection connection = connect("postgres")) {
            return connection.isValid(2);
        }
    }

    void create() throws SQLException {
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement()) {
            for (App app : App.values()) {
                role(statement, owner(app));
                role(statement, app.database());
                database(statement, app.database(), owner(app));
                takeOver(statement, app);
                statement.execute("grant connect on database \"" + app.database() + "\" to \"" + app.database() + "\"");
            }
            // Keycloak makes its schema itself.
            role(statement, Keycloak.DATABASE);
            database(statement, Keycloak.DATABASE, Keycloak.DATABASE);
            statement.execute("revoke all on database postgres, template1 from public");
            keepNothingArchived(statement);
        }
    }

    /** Without a command PostgreSQL would keep for ever what nobody takes from it. */
    private static void keepNothingArchived(Statement statement) throws SQLException {
        if (found(statement, "pg_settings where name = 'archive_command' and reset_val = ''")) {
            statement.execute("alter system set archive_command = 'true'");
            statement.execute("select pg_reload_conf()");
        }
    }

    private static void role(Statement statement, String name) throws SQLException {
        if (!found(statement, "pg_roles where rolname = '" + name + "'")) {
            statement.execute("create role \"" + name + "\" login password '" + name + "'");
        }
    }

    private static void database(Statement statement, String name, String owner) throws SQLException {
        if (!found(statement, "pg_database where datname = '" + name + "'")) {
            statement.execute("create database \"" + name + "\" owner \"" + owner + "\"");
        }
        statement.execute("revoke all on database \"" + name + "\" from public");
    }

    /** A database of an older version belongs to the service, with all that is in it: from now on to the owner. */
    private void takeOver(Statement statement, App app) throws SQLException {
        String name = app.database();
        if (found(statement, "pg_database where datname = '" + name + "' and datdba = '" + name + "'::regrole")) {
            try (Connection inside = connect(name);
                    Statement reassign = inside.createStatement()) {
                reassign.execute("reassign owned by \"" + name + "\" to \"" + owner(app) + "\"");
            }
        }
    }

    private static boolean found(Statement statement, String where) throws SQLException {
        try (ResultSet found = statement.executeQuery("select 1 from " + where)) {
            return found.next();
        }
    }

    /** As the superuser. */
    Connection connect(String database) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", SUPERUSER);
        properties.setProperty("password", SUPERUSER);
        properties.setProperty("connectTimeout", "2");
        properties.setProperty("loginTimeout", "5");
        return DriverManager.getConnection(url(port, database), properties);
    }
}
