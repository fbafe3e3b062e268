package io.pilotwatch.local;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;

/**
 * One database per service, owned by a role of its own that can open no other. Name, role and password are the same
 * word: for demonstration, on loopback only. No service is ever given the superuser.
 */
record Databases(int port) {

    static final String SUPERUSER = "postgres";

    static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    boolean answer() throws SQLException {
        try (Connection connection = connect()) {
            return connection.isValid(2);
        }
    }

    void create() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String name : names()) {
                if (missing(statement, "pg_roles where rolname", name)) {
                    statement.execute("create role \"" + name + "\" login password '" + name + "'");
                }
                if (missing(statement, "pg_database where datname", name)) {
                    statement.execute("create database \"" + name + "\" owner \"" + name + "\"");
                }
                statement.execute("revoke connect on database \"" + name + "\" from public");
            }
        }
    }

    private static List<String> names() {
        List<String> names =
                new ArrayList<>(Arrays.stream(App.values()).map(App::database).toList());
        names.add(Keycloak.DATABASE);
        return names;
    }

    private static boolean missing(Statement statement, String place, String name) throws SQLException {
        try (ResultSet found = statement.executeQuery("select 1 from " + place + " = '" + name + "'")) {
            return !found.next();
        }
    }

    private Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", SUPERUSER);
        properties.setProperty("password", SUPERUSER);
        properties.setProperty("connectTimeout", "2");
        properties.setProperty("loginTimeout", "5");
        return DriverManager.getConnection(url(port, "postgres"), properties);
    }
}
